/** The view of the open list, read from the address and written to it. */
import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { readView, writeView, type ListView, type ViewDefinition, type ViewOf } from './list-view';

export interface ListViewState<D extends ViewDefinition> {
  readonly view: ViewOf<D>;
  /** Replaces the entry of the history: the Back button returns to the page before, not to each filter. */
  readonly change: (changes: Partial<ListView>) => void;
}

export function useListView<D extends ViewDefinition>(definition: D): ListViewState<D> {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const view = useMemo(() => readView(definition, search), [definition, search]);
  const change = useCallback(
    (changes: Partial<ListView>) => {
      const query = writeView(definition, { ...view, ...changes });
      navigate(query === '' ? path : `${path}?${query}`, { replace: true });
    },
    [definition, view, path, navigate],
  );
  return { view, change };
}
