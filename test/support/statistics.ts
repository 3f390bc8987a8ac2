// The query of all statistics, and its result without cursors.
import type { GraphqlAnswer, TestGateway } from './gateway';

export const KINDS = ['classificationJobs', 'macieMembers', 'mailboxExportJobs', 'securityCases'] as const;
export type Kind = (typeof KINDS)[number];

const COMMON = `total byTarget { target { name } count exact } exact asOf
  completeness { complete fieldErrors asOf sources { target { name } kind status message } }
  byStatus { status awsStatus statusLabel count }`;

/** The fields of each kind. */
export const FIELDS: Readonly<Record<Kind, string>> = {
  classificationJobs: `${COMMON} byType { jobType awsJobType count }`,
  macieMembers: COMMON,
  mailboxExportJobs: COMMON,
  securityCases: `${COMMON} byEngagementType { engagementType awsEngagementType count }
    byResolverType { resolverType awsResolverType count }
    weeks { startsAt opened closed } medianSecondsToClose meanSecondsToClose`,
};

export interface Totals {
  readonly total: number;
  readonly byTarget: readonly {
    readonly target: { readonly name: string };
    readonly count: number;
    readonly exact: boolean;
  }[];
  readonly exact: boolean;
  readonly asOf: string | null;
  readonly completeness: {
    readonly complete: boolean;
    readonly fieldErrors: number;
    readonly asOf: string | null;
    readonly sources: readonly {
      readonly target: { readonly name: string };
      readonly kind: string;
      readonly status: string;
      readonly message: string | null;
    }[];
  };
  readonly byStatus: readonly { readonly status: string; readonly count: number }[];
  readonly byType?: readonly { readonly jobType: string; readonly count: number }[];
  readonly byEngagementType?: readonly { readonly engagementType: string; readonly count: number }[];
  readonly byResolverType?: readonly { readonly resolverType: string; readonly count: number }[];
  readonly weeks?: readonly { readonly startsAt: string; readonly opened: number; readonly closed: number }[];
  readonly medianSecondsToClose?: number | null;
  readonly meanSecondsToClose?: number | null;
}

export type StatisticsAnswer = GraphqlAnswer<{
  readonly statistics: Partial<Record<Kind, Totals | null>> | null;
}>;

/** The query of all fields of some kinds. */
export function statisticsQuery(kinds: readonly Kind[] = KINDS): string {
  const blocks = kinds.map((kind) => `${kind} { ${FIELDS[kind]} }`);
  return `query ($targets: [String!]) { statistics(targets: $targets) { ${blocks.join(' ')} } }`;
}

/** Requests the figures of some kinds. */
export async function askForStatistics(
  gateway: TestGateway,
  kinds: readonly Kind[] = KINDS,
  targets?: readonly string[],
): Promise<StatisticsAnswer> {
  return (await gateway.send(statisticsQuery(kinds), { targets })) as StatisticsAnswer;
}

/** Requests the figures of one kind, and throws unless there are figures and no error. */
export async function readTotals(
  gateway: TestGateway,
  kind: Kind,
  targets?: readonly string[],
): Promise<Totals> {
  const { data, errors } = await askForStatistics(gateway, [kind], targets);
  const totals = data?.statistics?.[kind];
  if (totals == null || errors !== undefined)
    throw new Error(`There are no figures: ${JSON.stringify(errors)}`);
  return totals;
}

/** The counts by the value that they count, such as { RUNNING: 2 }; the values of AWS that the gateway does not know together. */
export function countsBy<Name extends string>(
  counts: readonly (Readonly<Record<Name, string>> & { readonly count: number })[] | undefined,
  name: Name,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const each of counts ?? []) sums[each[name]] = (sums[each[name]] ?? 0) + each.count;
  return sums;
}
