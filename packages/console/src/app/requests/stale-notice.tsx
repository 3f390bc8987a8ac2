/** Says that the content below is old: the last read failed, or nobody has read it for some minutes. */
import { Button, Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ClockIcon, WarningIcon } from '../components/icons';
import { Time } from '../components/time';
import { useNow } from '../components/use-now';
import type { GatewayError } from '../relay/gateway-error';
import classes from './requests.module.css';

/** The age from which the content counts as stale. */
export const STALE_AFTER_MS = 5 * 60_000;

interface Props {
  /** Such as "the classification jobs". */
  readonly subject: string;
  /** The time of the last answer, in milliseconds since 1970. */
  readonly answeredAt: number | undefined;
  /** The failure of the last read. */
  readonly failure: GatewayError | undefined;
  readonly reload: () => void;
  readonly isReloading: boolean;
}

export function StaleNotice({ subject, answeredAt, failure, reload, isReloading }: Props): ReactNode {
  const now = useNow();
  if (answeredAt === undefined) return null;
  const time = <Time value={new Date(answeredAt).toISOString()} isPast />;
  if (failure !== undefined) {
    const { message, code, retryAfterSeconds, requestId } = failure;
    return (
      <div role="alert" className={classes.stale} data-stale="failed">
        <WarningIcon />
        <div className={classes.words}>
          <Text fw={600}>Stale: {subject} could not be read again</Text>
          <Text size="sm">
            The page shows what it read {time}. {message}
            {retryAfterSeconds !== undefined && ` Wait ${retryAfterSeconds} s before you retry.`}
          </Text>
          <Text size="sm" c="var(--console-quiet)">
            Code <Code>{code}</Code>
            {requestId !== undefined && (
              <>
                , request <Code>{requestId}</Code>
              </>
            )}
          </Text>
        </div>
        <Button size="xs" variant="default" onClick={reload} loading={isReloading}>
          Retry
        </Button>
      </div>
    );
  }
  if (now - answeredAt < STALE_AFTER_MS) return null;
  return (
    <section aria-label="Age of the data" className={classes.stale} data-stale="old">
      <ClockIcon />
      <Text className={classes.words}>
        Stale: the page read {subject} {time}. AWS may have changed since.
      </Text>
      <Button size="xs" variant="default" onClick={reload} loading={isReloading}>
        Read again
      </Button>
    </section>
  );
}
