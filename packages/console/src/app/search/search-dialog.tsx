/**
 * The search over all kinds and targets, as a combobox. A text is sent with Enter, because each search of a text reads lists of
 * AWS; a pasted id is sent at once, because the gateway looks it up with one call for each target.
 */
import { Modal, Text, TextInput } from '@mantine/core';
import { useCallback, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { SearchIcon } from '../components/icons';
import { ListSkeleton } from '../lists/list-skeleton';
import { QueryScreen } from '../requests/query-screen';
import type { searchResultsQuery } from './__generated__/searchResultsQuery.graphql';
import { SEARCH_QUERY, SearchResults } from './search-results';
import { isLookedUp, problemOf } from './search-text';
import classes from './search.module.css';

interface Props {
  /** Closes the dialog. */
  readonly close: () => void;
  /** Closes the dialog after it has opened a page. */
  readonly leave: () => void;
}

export function SearchDialog({ close, leave }: Props): ReactNode {
  const [, navigate] = useLocation();
  const listId = useId();
  const [text, setText] = useState('');
  const [sent, setSent] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [count, setCount] = useState(0);
  const [active, setActive] = useState(0);
  const optionId = (index: number) => `${listId}-${index}`;

  const send = (next: string) => {
    const found = problemOf(next);
    setProblem(found);
    if (found !== undefined) return;
    setSent(next.trim());
    setCount(0);
    setActive(0);
  };
  const onShown = useCallback((shown: number) => {
    setCount(shown);
  }, []);
  const open = (path: string) => {
    navigate(path);
    leave();
  };
  const moveTo = (index: number) => {
    setActive(index);
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    if (key === 'Enter') {
      event.preventDefault();
      if (text.trim() !== sent) send(text);
      else document.getElementById(optionId(active))?.click();
    } else if (count > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      moveTo((active + (key === 'ArrowDown' ? 1 : -1) + count) % count);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      title="Search"
      size="xl"
      yOffset="8vh"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close the search' }}
      classNames={{ title: classes.title, header: classes.surface, content: classes.surface }}
    >
      <div className={classes.body}>
        <TextInput
          data-autofocus
          type="search"
          role="combobox"
          aria-label="Search everything"
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls={count > 0 ? listId : undefined}
          aria-activedescendant={count > 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="A name, title, bucket, email address, account or id"
          leftSection={<SearchIcon size={16} />}
          value={text}
          error={problem}
          onKeyDown={onKeyDown}
          onPaste={({ clipboardData, currentTarget }) => {
            const pasted = clipboardData.getData('text/plain');
            if (currentTarget.value === '' && isLookedUp(pasted)) send(pasted);
          }}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setProblem(undefined);
          }}
        />
        <Text size="xs" c="var(--console-quiet)">
          <kbd>Enter</kbd> searches, <kbd>↑</kbd> <kbd>↓</kbd> choose a result, <kbd>Enter</kbd> opens it. A
          pasted id is searched at once.
        </Text>
        {sent !== undefined && (
          <QueryScreen<searchResultsQuery>
            key={sent}
            query={SEARCH_QUERY}
            variables={{ text: sent }}
            subject="the results"
            fallback={<ListSkeleton noun="results" />}
          >
            {(loaded) => <SearchResults {...loaded} {...{ listId, active, onShown, open }} />}
          </QueryScreen>
        )}
      </div>
    </Modal>
  );
}
