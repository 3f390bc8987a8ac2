/** A row of a time line: what changed, from which value to which, who requested it, and what became of the request. */
import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { StatusBadge } from '../../components/status-badge';
import { Missing, Time } from '../../components/time';
import { localTime } from '../../components/time-formats';
import { GAP_REASONS, MUTATIONS, NO_OUTCOME, OUTCOMES, type HistoryWords } from './history-labels';
import classes from './history.module.css';
import type { Event, Gap, Request, Row } from './time-line';

interface Props {
  readonly row: Row;
  readonly words: HistoryWords;
}

export function HistoryRow({ row, words }: Props): ReactNode {
  switch (row.type) {
    case 'event':
      return <EventRow event={row.event} words={words} />;
    case 'request':
      return <RequestRow request={row.request} words={words} />;
    case 'progress':
      return <ProgressRow events={row.events} />;
    case 'gap':
      return <GapRow gap={row.gap} />;
  }
}

interface EntryProps {
  readonly time: string;
  readonly kind: 'event' | 'request' | 'progress';
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

function EntryRow({ time, kind, title, children }: EntryProps): ReactNode {
  return (
    <li className={classes.entry} data-kind={kind}>
      <div className={classes.time}>
        <Time value={time} />
        <span className={classes.quiet}>{localTime(time)}</span>
      </div>
      <div className={classes.what}>
        <div className={classes.headline}>{title}</div>
        {children}
      </div>
    </li>
  );
}

interface EventProps {
  readonly event: Event;
  readonly words: HistoryWords;
}

function EventRow({ event, words }: EventProps): ReactNode {
  const { type, cause, changes, recordedAt, auditEntry } = event;
  const status = changes.find(({ field }) => field === 'status');
  const others = changes.filter((change) => change !== status);
  return (
    <EntryRow time={recordedAt} kind="event" title={eventTitle(event, words)}>
      <p className={classes.cause}>
        {cause === 'OBSERVED' ? 'Observed in AWS' : 'Through the gateway'}
        {auditEntry != null && `: ${mutationText(auditEntry)}, requested by ${auditEntry.actor}`}
      </p>
      {type === 'CREATED' ? (
        <details>
          <summary>{others.length === 1 ? '1 value' : `${others.length} values`}</summary>
          <Changes changes={others} words={words} />
        </details>
      ) : (
        <Changes changes={others} words={words} />
      )}
      {auditEntry != null && <RequestFacts request={auditEntry} />}
    </EntryRow>
  );
}

function eventTitle({ type, changes }: Event, words: HistoryWords): ReactNode {
  const status = changes.find(({ field }) => field === 'status');
  switch (type) {
    case 'CREATED':
      return (
        <>
          Appeared in AWS
          {status?.after != null && <>, with the status {valueText('status', status.after, words)}</>}
        </>
      );
    case 'DISAPPEARED':
      return 'AWS does not have it any more';
    case 'CHANGED':
      return status === undefined ? (
        <>Changed: {changes.map(({ field }) => (words.fields[field] ?? field).toLowerCase()).join(', ')}</>
      ) : (
        <FromTo {...status} words={words} />
      );
  }
}

type Change = Event['changes'][number];

function Changes({ changes, words }: { readonly changes: readonly Change[]; readonly words: HistoryWords }) {
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{words.fields[change.field] ?? change.field}</dt>
          <dd>
            {change.redacted ? (
              'The text changed. The history does not store it.'
            ) : (
              <FromTo {...change} words={words} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FromTo({ field, before, after, words }: Change & { readonly words: HistoryWords }): ReactNode {
  return (
    <>
      <Value field={field} value={before} words={words} /> <span aria-hidden="true">→</span>{' '}
      <span className="console-visually-hidden">to</span> <Value field={field} value={after} words={words} />
    </>
  );
}

interface ValueProps {
  readonly field: string;
  readonly value: string | null | undefined;
  readonly words: HistoryWords;
}

function Value({ field, value, words }: ValueProps): ReactNode {
  return value == null ? <Missing /> : valueText(field, value, words);
}

function valueText(field: string, value: string, words: HistoryWords): string {
  if (field.endsWith('At') && !Number.isNaN(Date.parse(value))) return localTime(value);
  return words.values[field]?.[value] ?? value;
}

interface RequestProps {
  readonly request: Request;
  readonly words: HistoryWords;
}

function RequestRow({ request, words }: RequestProps): ReactNode {
  const { recordedAt, actor, statusBefore, statusAfter } = request;
  const status = (value: string) => valueText('status', value, words);
  return (
    <EntryRow time={recordedAt} kind="request" title={`${mutationText(request)}, requested by ${actor}`}>
      {statusBefore != null && (
        <p className={classes.cause}>
          {`Status before: ${status(statusBefore)}`}
          {statusAfter != null && `, after: ${status(statusAfter)}`}
        </p>
      )}
      <RequestFacts request={request} />
    </EntryRow>
  );
}

function RequestFacts({
  request,
}: {
  readonly request: Omit<Request, '__typename' | 'recordedAt'>;
}): ReactNode {
  const { outcome, errorCodes, idempotencyKey, awsRequestId, replayOf, sourceAddress, changeId } = request;
  const { label, tone } = outcome == null ? NO_OUTCOME : OUTCOMES[outcome];
  return (
    <>
      <p className={classes.outcome}>
        <StatusBadge label={label} tone={tone} />
        {errorCodes.map((code) => (
          <Code key={code}>{code}</Code>
        ))}
      </p>
      {replayOf != null && (
        <p className={classes.cause}>
          A repetition with the same idempotency key: the gateway returned the stored result.
        </p>
      )}
      <details>
        <summary>Ids of the request</summary>
        <dl className={classes.changes}>
          <Id label="Change" value={changeId} />
          <Id label="Idempotency key" value={idempotencyKey} />
          <Id label="AWS request" value={awsRequestId} />
          <Id label="Repeats the change" value={replayOf} />
          <Id label="Address of the caller" value={sourceAddress} />
        </dl>
      </details>
    </>
  );
}

function Id({ label, value }: { readonly label: string; readonly value: string | null | undefined }) {
  if (value == null) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Code>{value}</Code>
      </dd>
    </div>
  );
}

function mutationText({ mutation }: { readonly mutation: string }): string {
  return MUTATIONS[mutation] ?? mutation;
}

function ProgressRow({ events }: { readonly events: readonly [Event, ...Event[]] }): ReactNode {
  const [last] = events;
  const first = events.at(-1) ?? last;
  const percent = (value: string | null | undefined) => (value == null ? '–' : `${value} %`);
  return (
    <EntryRow
      time={last.recordedAt}
      kind="progress"
      title={`Progress: ${percent(first.changes[0]?.before)} to ${percent(last.changes[0]?.after)}`}
    >
      {events.length > 1 && (
        <p className={classes.cause}>
          {events.length} steps since {localTime(first.recordedAt)}, observed in AWS
        </p>
      )}
    </EntryRow>
  );
}

function GapRow({ gap: { startedAt, endedAt, reason } }: { readonly gap: Gap }): ReactNode {
  return (
    <li className={classes.gap}>
      <strong>
        Not recorded: {localTime(startedAt)} {endedAt == null ? 'until now' : `to ${localTime(endedAt)}`}
      </strong>
      , because {GAP_REASONS[reason]}. Changes outside the gateway may be missing.
    </li>
  );
}
