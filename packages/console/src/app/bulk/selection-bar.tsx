/** The bar below a list with selected rows: their number, and what can be done with them. It stays in view. */
import { Button, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { missingScope } from '../actions/missing-scope';
import { useAnnounce } from '../components/announcer';
import { MAX_IDS_IN_ADDRESS } from '../routing/selected-ids';
import { useViewer } from '../viewer/viewer';
import type { BulkActions } from './bulk-mutation';
import type { BulkRow } from './bulk-resource';
import classes from './selection-bar.module.css';

const BulkDrawer = lazy(() => import('./bulk-drawer').then((drawer) => ({ default: drawer.BulkDrawer })));

interface Props {
  /** Such as "classification jobs". */
  readonly noun: string;
  readonly actions: BulkActions;
  /** The rows that the list has loaded. */
  readonly rows: readonly BulkRow[];
  readonly selected: ReadonlySet<string>;
  /** The maximum number of selected rows. */
  readonly max: number;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** Reads the list again. */
  readonly reload: () => void;
}

export function SelectionBar(props: Props): ReactNode {
  const { noun, actions, rows, selected, max, selectAll, clear, reload } = props;
  const reasonId = useId();
  const reason = missingScope(useViewer(), actions.type);
  const [isOpen, setIsOpen] = useState(false);
  const openButton = useRef<HTMLButtonElement>(null);
  const announce = useAnnounce();
  const wasUsed = useRef(false);
  const text = `${selected.size} selected`;
  useEffect(() => {
    wasUsed.current ||= selected.size > 0;
    if (wasUsed.current) announce(text);
  }, [announce, text, selected.size]);
  if (selected.size === 0) return null;

  const listed = rows.filter(({ id }) => selected.has(id));
  const unlisted = selected.size - listed.length;
  const isAllSelected = listed.length === rows.length;
  return (
    <section className={classes.bar} aria-label="Selection">
      <div className={classes.facts}>
        <Text fw={600} size="sm">
          {text}
        </Text>
        {unlisted > 0 && (
          <Text size="sm" c="dimmed">
            {unlisted} of them {unlisted === 1 ? 'is' : 'are'} not among the loaded rows
          </Text>
        )}
        {selected.size >= max && (
          <Text size="sm" c="dimmed">
            More than {max} cannot be selected
          </Text>
        )}
        {selected.size > MAX_IDS_IN_ADDRESS && (
          <Text size="sm" c="dimmed">
            The address keeps the first {MAX_IDS_IN_ADDRESS}
          </Text>
        )}
        {reason !== undefined && (
          <Text size="sm" id={reasonId} className={classes.reason}>
            {reason}
          </Text>
        )}
      </div>
      <div className={classes.buttons}>
        {!isAllSelected && selected.size < max && (
          <Button size="xs" variant="subtle" onClick={selectAll}>
            Select all {rows.length} loaded
          </Button>
        )}
        <Button size="xs" variant="default" onClick={clear}>
          Clear the selection
        </Button>
        <Button
          ref={openButton}
          size="xs"
          disabled={reason !== undefined}
          aria-describedby={reason === undefined ? undefined : reasonId}
          onClick={() => {
            setIsOpen(true);
          }}
        >
          Change the status…
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <BulkDrawer
            noun={noun}
            actions={actions}
            selected={{ rows: listed, unlisted: [...selected].filter(isUnlisted(listed)) }}
            reload={reload}
            close={() => {
              setIsOpen(false);
              openButton.current?.focus();
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function isUnlisted(listed: readonly BulkRow[]): (id: string) => boolean {
  const ids = new Set(listed.map(({ id }) => id));
  return (id) => !ids.has(id);
}
