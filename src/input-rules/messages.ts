/** The messages of rules that state none of their own: limits of lengths and numbers. They replace the messages of zod. */
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** The unit that a limit counts, by the kind of value; numbers have none. */
const UNITS: Readonly<Record<string, string>> = { string: 'character', array: 'entry' };

/** The message for an issue, without a subject. */
export function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return `Must ${limit('at least', issue.minimum, issue.origin)}`;
    case 'too_big':
      return `Must ${limit('at most', issue.maximum, issue.origin)}`;
    default:
      return 'Must be a value that AWS accepts';
  }
}

function limit(bound: string, count: number | bigint, origin: string): string {
  const unit = UNITS[origin];
  const amount = `${bound} ${count.toLocaleString('en-US')}`;
  return unit === undefined ? `be ${amount}` : `have ${amount} ${count === 1 ? unit : plural(unit)}`;
}

function plural(unit: string): string {
  return unit === 'entry' ? 'entries' : `${unit}s`;
}
