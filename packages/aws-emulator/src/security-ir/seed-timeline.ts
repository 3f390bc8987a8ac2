/** The kinds of seeded cases, and the timeline of one case. */

const STATUSES = [
  'Submitted',
  'Detection and Analysis',
  'Containment, Eradication and Recovery',
  'Post-incident Activities',
  'Closed',
  'Acknowledged',
  'Ready to Close',
] as const;

/** Resolver type and status of a seeded case. */
export type CaseKind = readonly [resolverType: 'Self' | 'AWS', caseStatus: (typeof STATUSES)[number]];

export const EVERY_KIND: readonly CaseKind[] = STATUSES.flatMap((status): CaseKind[] => [
  ['Self', status],
  ['AWS', status],
]);

export const COMMON_KINDS: readonly [CaseKind, ...CaseKind[]] = [
  ['Self', 'Detection and Analysis'],
  ['Self', 'Containment, Eradication and Recovery'],
  ['Self', 'Closed'],
  ['AWS', 'Detection and Analysis'],
  ['AWS', 'Acknowledged'],
  ['AWS', 'Closed'],
  ['AWS', 'Closed'],
];

/** The timeline of a seeded case: its kind, its account, and the times between which its events occur. */
export interface CaseTimeline {
  readonly kind: CaseKind;
  /** True if the case has several pages of each list. */
  readonly isBusy: boolean;
  readonly account: string;
  readonly createdDate: number;
  /** The time of the last event, in milliseconds since the epoch. */
  readonly latest: number;
}
