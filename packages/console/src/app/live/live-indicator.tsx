/** The state of live updates in the header. */
import { Button, Popover, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from '../components/announcer';
import { KIND_LABELS } from '../components/labels';
import { Time } from '../components/time';
import { POLL_SECONDS } from './leader';
import { useLiveStatus, useLiveUpdates } from './live-provider';
import type { LiveStatus } from './messages';
import classes from './live.module.css';

/** A connection that comes back sooner is not worth an announcement. */
const ANNOUNCED_AFTER_MS = 10_000;

export function LiveIndicator(): ReactNode {
  const updates = useLiveUpdates();
  const status = useLiveStatus();
  const [isOpen, setIsOpen] = useState(false);
  const { phase } = status;
  const label = labelOf(status);
  useAnnouncements(phase);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      shadow="md"
      width={320}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.indicator}
          aria-label={`Live updates: ${label}`}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <span className={classes.mark} data-phase={phase} aria-hidden="true" />
          <span className={classes.label}>{label}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Live updates">
        <div className={classes.details}>
          <Text fw={600} size="sm">
            {label}
          </Text>
          <Explanation status={status} />
          {(phase === 'STOPPED' || phase === 'OFF' || phase === 'PAUSED') && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                updates.restart();
                // The button goes with the state, and its focus with it.
                setIsOpen(false);
              }}
            >
              Connect now
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function labelOf(status: LiveStatus): string {
  switch (status.phase) {
    case 'CONNECTING':
      return 'Connecting';
    case 'LIVE':
      return status.unwatched.length === 0 ? 'Live' : 'Live in part';
    case 'PAUSED':
      return 'Paused, reconnecting';
    case 'POLLING':
      return `Polling every ${POLL_SECONDS} s`;
    case 'OFF':
      return 'Live updates off';
    case 'STOPPED':
      return 'Live updates stopped';
  }
}

function Explanation({ status }: { readonly status: LiveStatus }): ReactNode {
  switch (status.phase) {
    case 'CONNECTING':
      return <Text size="sm">The console connects to the gateway.</Text>;
    case 'LIVE':
      return (
        <>
          <Text size="sm">Changes appear on the page when the gateway sees them.</Text>
          <Unwatched status={status} />
        </>
      );
    case 'PAUSED':
      return (
        <Text size="sm">
          There is no connection since <Time value={new Date(status.since).toISOString()} />. When it is back,
          the page gets the changes that it missed.
        </Text>
      );
    case 'POLLING':
      return (
        <>
          <Text size="sm">
            Streams do not come through, maybe because of a proxy. The console asks the gateway for changes
            every {POLL_SECONDS} seconds.
          </Text>
          <Unwatched status={status} />
        </>
      );
    case 'OFF':
      return (
        <Text size="sm">
          The gateway keeps no history, so it sends no changes. Pages show how old they are: refresh them, or
          ask the operator of the gateway for HISTORY=on.
        </Text>
      );
    case 'STOPPED':
      return (
        <Text size="sm">
          The gateway refused live updates: {status.reason} Pages show how old they are: refresh them.
        </Text>
      );
  }
}

function Unwatched({
  status: { unwatched },
}: {
  readonly status: Extract<LiveStatus, { readonly unwatched: unknown }>;
}): ReactNode {
  if (unwatched.length === 0) return null;
  return (
    <div>
      <Text size="sm">
        The gateway does not watch these lists now. Changes that it does not make itself may be missing:
      </Text>
      <ul className={classes.lists}>
        {unwatched.map(({ kind, target }) => (
          <li key={`${target} ${kind}`}>
            {target}, {KIND_LABELS[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The announcements of states in which changes are late or missing. */
const ANNOUNCEMENTS: Readonly<Record<LiveStatus['phase'], string | undefined>> = {
  CONNECTING: undefined,
  LIVE: undefined,
  PAUSED: 'Live updates are paused',
  POLLING: `Live updates come every ${POLL_SECONDS} seconds`,
  OFF: 'Live updates are off',
  STOPPED: 'Live updates have stopped',
};

/** Announces a state that lasts, and the return of live updates. */
function useAnnouncements(phase: LiveStatus['phase']): void {
  const announce = useAnnounce();
  const isAnnounced = useRef(false);
  useEffect(() => {
    const text = ANNOUNCEMENTS[phase];
    if (text === undefined) {
      if (isAnnounced.current && phase === 'LIVE') {
        isAnnounced.current = false;
        announce('Live updates are back');
      }
      return undefined;
    }
    const timer = setTimeout(() => {
      isAnnounced.current = true;
      announce(text);
    }, ANNOUNCED_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [announce, phase]);
}
