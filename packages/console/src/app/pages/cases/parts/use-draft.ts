/** The draft of a text. It survives a reload of the tab, with the idempotency key of the last attempt to send it. */
import { useState } from 'react';
import type { Attempt } from '../../../actions/attempt';

export interface Draft {
  readonly text: string;
  readonly attempt?: Attempt | undefined;
}

const PREFIX = 'secops-graph-draft:';
const EMPTY: Draft = { text: '' };

/** @param name such as the id of the resource */
export function useDraft(name: string): readonly [Draft, (changes: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => read(name));
  const change = (changes: Partial<Draft>) => {
    setDraft((current) => ({ ...current, ...changes }));
    // Also after the component was unmounted: the draft is gone once it was sent.
    write(name, { ...read(name), ...changes });
  };
  return [draft, change];
}

function read(name: string): Draft {
  try {
    const stored = sessionStorage.getItem(PREFIX + name);
    return stored === null ? EMPTY : (JSON.parse(stored) as Draft);
  } catch {
    return EMPTY;
  }
}

/** A browser that stores nothing loses the draft when the tab is reloaded. */
function write(name: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.attempt === undefined) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(draft));
  } catch {
    return;
  }
}
