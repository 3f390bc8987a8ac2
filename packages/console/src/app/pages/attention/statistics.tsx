/** Four numbers over all targets, each with the list that reproduces it. A number that is not exact says so. */
import { Button, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RefreshIcon, WarningIcon } from '../../components/icons';
import { SOURCE_STATUS_LABELS } from '../../components/labels';
import { Time } from '../../components/time';
import { useNow } from '../../components/use-now';
import type { ResponseError } from '../../relay/gateway-error';
import { STALE_AFTER_MS } from '../../requests/stale-notice';
import { figureOf, FIGURES, type FigureDefinition } from './figures';
import classes from './statistics.module.css';
import { useStatistics, type Counted, type StatisticsState } from './use-statistics';

type Field = keyof typeof FIGURES;
type KindTotals = NonNullable<Counted['statistics'][Field]>;

export function Statistics({ isQueueRead }: { readonly isQueueRead: boolean }): ReactNode {
  const state = useStatistics(isQueueRead);
  const { counted, isCounting, failure, countAgain } = state;
  return (
    <section className={classes.statistics} aria-label="How things stand" aria-busy={isCounting || undefined}>
      {!failure && counted !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.again}
          leftSection={<RefreshIcon size={12} />}
          loading={isCounting}
          onClick={countAgain}
        >
          Count again
        </Button>
      )}
      <ul className={classes.tiles}>
        {(Object.entries(FIGURES) as [Field, FigureDefinition][]).map(([field, definition]) => (
          <li key={field} className={classes.tile}>
            <Tile field={field} definition={definition} state={state} />
          </li>
        ))}
      </ul>
      {failure && (
        <p role="alert" className={classes.failure}>
          <WarningIcon size={16} />
          <span>
            {counted === undefined
              ? 'The numbers could not be counted: '
              : 'The numbers are old, because they could not be counted again: '}
            {failure.message}
          </span>
          <Button size="compact-sm" variant="default" onClick={countAgain}>
            Count again
          </Button>
        </p>
      )}
    </section>
  );
}

interface TileProps {
  readonly field: Field;
  readonly definition: FigureDefinition;
  readonly state: StatisticsState;
}

function Tile({ field, definition, state: { counted, isCounting, failure } }: TileProps): ReactNode {
  const { title } = definition;
  const totals = counted?.statistics[field];
  if (totals != null) return <CountedTile definition={definition} totals={totals} />;
  const text = isCounting
    ? 'Counting…'
    : counted !== undefined
      ? reasonOf(field, counted.errors)
      : failure === undefined
        ? 'Counted after the queue'
        : 'Not counted';
  return (
    <>
      <span className={classes.title}>{title}</span>
      {isCounting ? (
        <Skeleton height={30} width={56} aria-hidden="true" />
      ) : (
        <span className={classes.count} data-unknown>
          {counted === undefined && failure === undefined ? '…' : 'Unknown'}
        </span>
      )}
      <span className={classes.quiet}>{text}</span>
    </>
  );
}

function reasonOf(field: Field, errors: readonly ResponseError[]): string {
  const error = errors.find(({ path }) => path?.[1] === field);
  return error === undefined ? 'The gateway did not count them.' : error.message;
}

function CountedTile({
  definition,
  totals,
}: {
  readonly definition: FigureDefinition;
  readonly totals: KindTotals;
}): ReactNode {
  const { count, path, parts, otherStatuses } = figureOf(definition, totals);
  const { exact, asOf, completeness } = totals;
  const now = useNow();
  const isStale = asOf != null && now - Date.parse(asOf) >= STALE_AFTER_MS;
  const failed = completeness.sources.filter(({ status }) => status !== 'OK');
  return (
    <>
      <Link href={path} className={classes.main}>
        <span className={classes.title}>{definition.title}</span>
        <span className={classes.count} data-unknown={count === 'Unknown' || undefined}>
          {count}
        </span>
      </Link>
      <ul className={classes.parts}>
        {parts.map(({ label, count: ofPart, path: listOfPart }) => (
          <li key={label}>
            <Link href={listOfPart}>
              <span title={label}>{label}</span> <strong>{ofPart}</strong>
            </Link>
          </li>
        ))}
        {otherStatuses > 0 && (
          <li className={classes.quiet}>
            and {otherStatuses} more {otherStatuses === 1 ? 'status' : 'statuses'}
          </li>
        )}
      </ul>
      {!exact && (
        <Text size="xs" className={classes.partial}>
          <WarningIcon size={14} />
          <span>
            {failed.length === 0
              ? 'Partial: AWS sent rows that the gateway cannot read'
              : `Partial: ${failed.map(({ target, status }) => `${target.name}, ${SOURCE_STATUS_LABELS[status]}`).join('; ')}`}
          </span>
        </Text>
      )}
      {asOf != null && (
        <span className={classes.quiet}>
          {isStale ? 'Stale: counted' : 'Counted'} <Time value={asOf} isPast />
        </span>
      )}
    </>
  );
}
