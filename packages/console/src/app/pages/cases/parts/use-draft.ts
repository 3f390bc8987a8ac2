/**
 * The draft of a text. It survives a reload of the tab, with the idempotency key of the last attempt to send it. Only its
 * author sees it again: it is stored under the name of the caller, and a sign-out removes it.
 */
import { useState } from 'react';
import type { Attempt } from '../../../actions/attempt';
import { tabStorage } from '../../../identity/tab-storage';
import { useViewer } from '../../../viewer/viewer';

interface Draft {
  readonly text: string;
  readonly attempt?: Attempt | undefined;
}

const EMPTY: Draft = { text: '' };

/** @param name such as the id of the resource */
export function useDraft(name: string): readonly [Draft, (changes: Partial<Draft>) => void] {
  const author = useViewer()?.name;
  const key = author === undefined ? undefined : (`draft:${author}:${name}` as const);
  const [known, setKnown] = useState(() => ({ key, draft: read(key) }));
  const { draft } = known;
  // The answer about the caller may arrive after the first letters.
  if (known.key !== key) setKnown({ key, draft: draft.text === '' ? read(key) : draft });
  const change = (changes: Partial<Draft>) => {
    setKnown((current) => ({ ...current, draft: { ...current.draft, ...changes } }));
    // Also after the component was unmounted: the draft is gone once it was sent.
    if (key !== undefined) write(key, { ...read(key), ...changes });
  };
  return [draft, change];
}

type Key = `draft:${string}`;

function read(key: Key | undefined): Draft {
  const stored = key && tabStorage.read(key);
  return stored === undefined ? EMPTY : (JSON.parse(stored) as Draft);
}

/** A browser that stores nothing loses the draft when the tab is reloaded. */
function write(key: Key, draft: Draft): void {
  if (draft.text === '' && draft.attempt === undefined) tabStorage.remove(key);
  else tabStorage.write(key, JSON.stringify(draft));
}
