/** The selected rows of a list. The address holds as many as it can; further ones last as long as the page. */
import { useCallback, useRef, useState } from 'react';
import type { ListView } from '../routing/list-view';
import { idsForAddress } from '../routing/selected-ids';

/** A bulk change of more would take minutes. */
export const MAX_SELECTED = 500;

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Selects or unselects a row, and with `isRange` all rows from the last one that was changed. */
  readonly toggle: (id: string, isSelected: boolean, isRange: boolean) => void;
  /** Selects or unselects all loaded rows. */
  readonly toggleAll: (isSelected: boolean) => void;
  readonly clear: () => void;
}

interface State {
  readonly ids: ReadonlySet<string>;
  /** What the address had when `ids` was set. */
  readonly inAddress: string;
}

/** @param rowIds the ids of the loaded rows, in the order of the table */
export function useSelection(
  { selected }: ListView,
  change: (changes: Partial<ListView>) => void,
  rowIds: readonly string[],
): Selection {
  const inAddress = selected.join();
  const [state, setState] = useState<State>({ ids: new Set(selected), inAddress });
  const lastId = useRef<string>(undefined);
  // The address changed without the page, such as by the Back button.
  if (inAddress !== state.inAddress) setState({ ids: new Set(selected), inAddress });

  const { ids } = state;
  const select = useCallback(
    (next: ReadonlySet<string>) => {
      const kept = new Set([...next].slice(0, MAX_SELECTED));
      const linked = idsForAddress(kept);
      setState({ ids: kept, inAddress: linked.join() });
      change({ selected: linked });
    },
    [change],
  );
  const toggleIds = (toggled: readonly string[], isSelected: boolean) => {
    const next = new Set(ids);
    for (const id of toggled) {
      if (isSelected) next.add(id);
      else next.delete(id);
    }
    select(next);
  };
  return {
    ids,
    toggle: (id, isSelected, isRange) => {
      const ends = [isRange ? rowIds.indexOf(lastId.current ?? '') : -1, rowIds.indexOf(id)];
      const isWhole = ends.every((index) => index >= 0);
      toggleIds(isWhole ? rowIds.slice(Math.min(...ends), Math.max(...ends) + 1) : [id], isSelected);
      lastId.current = id;
    },
    toggleAll: (isSelected) => {
      toggleIds(rowIds, isSelected);
    },
    clear: () => {
      select(new Set());
    },
  };
}
