/** The four numbers of the start page, from the statistics of the API: each is the number of a filtered list. */
import { LIST_PATHS, type ResourceType } from '../../routing/paths';
import { CASE_STATUSES } from '../cases/case-labels';
import { EXPORT_STATUSES } from '../exports/export-labels';
import { JOB_STATUSES } from '../jobs/job-labels';
import { MEMBER_STATUSES } from '../members/member-labels';

/** The totals of one kind. */
interface Totals {
  /** False when all counts are lower bounds. */
  readonly exact: boolean;
  readonly byStatus: readonly { readonly status: string; readonly count: number }[];
}

export interface FigureDefinition {
  readonly title: string;
  readonly type: ResourceType;
  /** The statuses whose sum is the number. */
  readonly statuses: readonly string[];
  /** Further statuses to name below it; without them, the largest parts of the sum. */
  readonly beside?: readonly string[];
  /** Labels by status. */
  readonly labels: Readonly<Record<string, string>>;
}

const allBut = (labels: object, status: string) => Object.keys(labels).filter((other) => other !== status);

/** By the field of the statistics, in the order of the page. */
export const FIGURES = {
  securityCases: {
    title: 'Open cases',
    type: 'SecurityCase',
    statuses: allBut(CASE_STATUSES, 'CLOSED' satisfies keyof typeof CASE_STATUSES),
    labels: CASE_STATUSES,
  },
  classificationJobs: {
    title: 'Running jobs',
    type: 'ClassificationJob',
    statuses: ['RUNNING' satisfies keyof typeof JOB_STATUSES],
    beside: ['PAUSED', 'USER_PAUSED'] satisfies (keyof typeof JOB_STATUSES)[],
    labels: JOB_STATUSES,
  },
  mailboxExportJobs: {
    title: 'Running exports',
    type: 'MailboxExportJob',
    statuses: ['RUNNING' satisfies keyof typeof EXPORT_STATUSES],
    beside: ['FAILED' satisfies keyof typeof EXPORT_STATUSES],
    labels: EXPORT_STATUSES,
  },
  macieMembers: {
    title: 'Members not enabled',
    type: 'MacieMember',
    statuses: allBut(MEMBER_STATUSES, 'ENABLED' satisfies keyof typeof MEMBER_STATUSES),
    labels: MEMBER_STATUSES,
  },
} as const satisfies Readonly<Record<string, FigureDefinition>>;

/** The number of parts that have room below a number. */
const MAX_PARTS = 2;

export interface Part {
  readonly label: string;
  readonly count: string;
  readonly path: string;
}

interface Figure {
  readonly count: string;
  /** The list with the counted resources. */
  readonly path: string;
  readonly parts: readonly Part[];
  /** The number of statuses in the sum that have no part. */
  readonly otherStatuses: number;
}

export function figureOf(definition: FigureDefinition, { exact, byStatus }: Totals): Figure {
  const { type, statuses, beside, labels } = definition;
  // AWS may have several statuses that the gateway does not know.
  const counts = new Map<string, number>();
  for (const { status, count } of byStatus) counts.set(status, (counts.get(status) ?? 0) + count);
  const countOf = (status: string) => counts.get(status) ?? 0;
  const pathOf = (chosen: readonly string[]) =>
    `${LIST_PATHS[type]}?${chosen.map((status) => `status=${status}`).join('&')}`;
  const named =
    beside ?? statuses.filter((status) => countOf(status) > 0).sort((a, b) => countOf(b) - countOf(a));
  const shown = named.slice(0, MAX_PARTS);
  return {
    count: describeCount(
      statuses.reduce((sum, status) => sum + countOf(status), 0),
      exact,
    ),
    path: pathOf(statuses),
    parts: shown.map((status) => ({
      label: labels[status] ?? status,
      count: describeCount(countOf(status), exact),
      path: pathOf([status]),
    })),
    otherStatuses: named.length - shown.length,
  };
}

const NUMBERS = new Intl.NumberFormat('en');

/** A lower bound of zero says nothing, and would look like a number. */
function describeCount(count: number, isExact: boolean): string {
  if (isExact) return NUMBERS.format(count);
  return count === 0 ? 'Unknown' : `At least ${NUMBERS.format(count)}`;
}
