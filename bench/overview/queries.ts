/** The queries over all kinds of resources, with the lists that they need. */

/** The lists that one of the queries reads. */
export interface ListReads {
  /** The filters of the reads of ListClassificationJobs; one entry without a filter for the whole list. */
  readonly jobs: readonly JobFilter[];
}

export interface JobFilter {
  readonly statuses?: readonly string[];
  /** The age in days up to which jobs count. */
  readonly maxAgeDays?: number;
}

export interface OverviewQuery {
  readonly title: string;
  readonly query: string;
  readonly reads: ListReads;
}

const COMPLETENESS = 'completeness { complete }';

const TOTALS = `total exact asOf ${COMPLETENESS} byStatus { count } byTarget { count }`;

export const OVERVIEW_QUERIES: readonly OverviewQuery[] = [
  {
    title: 'attention',
    query: `{ attention(first: 100) { nodes { id reason since dueAt isUrgent summary resource { id statusLabel } } ${COMPLETENESS} } }`,
    reads: {
      jobs: [
        { statuses: ['IDLE', 'PAUSED', 'RUNNING', 'USER_PAUSED'] },
        { statuses: ['COMPLETE'], maxAgeDays: 30 },
      ],
    },
  },
  {
    title: 'statistics',
    query: `{ statistics { classificationJobs { ${TOTALS} } macieMembers { ${TOTALS} } mailboxExportJobs { ${TOTALS} } securityCases { ${TOTALS} } } }`,
    reads: { jobs: [{}] },
  },
  {
    title: 'search',
    query: `{ search(text: "payroll", first: 100) { nodes { matchedField resource { id } } ${COMPLETENESS} } }`,
    reads: { jobs: [{}] },
  },
];
