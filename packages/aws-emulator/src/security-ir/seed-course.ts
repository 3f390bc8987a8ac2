/** What kinds of cases are seeded, and what the rest of a case has to fit. */

const STATUSES = [
  'Submitted',
  'Detection and Analysis',
  'Containment, Eradication and Recovery',
  'Post-incident Activities',
  'Closed',
  'Acknowledged',
  'Ready to Close',
] as const;

/** Who resolves a seeded case, and its status. */
export type CaseKind = readonly [resolverType: 'Self' | 'AWS', caseStatus: (typeof STATUSES)[number]];

export const EVERY_KIND: readonly CaseKind[] = STATUSES.flatMap((status): CaseKind[] => [
  ['Self', status],
  ['AWS', status],
]);

export const USUAL_KINDS: readonly [CaseKind, ...CaseKind[]] = [
  ['Self', 'Detection and Analysis'],
  ['Self', 'Containment, Eradication and Recovery'],
  ['Self', 'Closed'],
  ['AWS', 'Detection and Analysis'],
  ['AWS', 'Acknowledged'],
  ['AWS', 'Closed'],
  ['AWS', 'Closed'],
];

/** What a seeded case's history has to fit. */
export interface CaseCourse {
  readonly kind: CaseKind;
  /** Whether it has several pages of everything. */
  readonly isBusy: boolean;
  readonly account: string;
  readonly createdDate: number;
  /** After which nothing has happened. */
  readonly latest: number;
}
