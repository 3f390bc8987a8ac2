/** The input of an edited case: the difference between the values of the form and the case. */
import type { GraphQLTaggedNode } from 'react-relay';
import type { FormSpec, ReviewLine } from '../../forms/form-spec';
import { entriesOf } from '../../forms/form-values';
import { CASE_UPDATE_RULE } from '../../forms/limits';
import { fromLocalInput, toLocalInput, utcText } from '../../forms/local-time';
import type { caseEditFormQuery$data } from './__generated__/caseEditFormQuery.graphql';
import { CASE_FIELD_LABELS, ENGAGEMENT_OPTIONS } from './case-fields';
import { entryText, toAddress, toWatcher, type Entry, type AddressRow, type WatcherRow } from './case-rows';

type LoadedCase = NonNullable<NonNullable<caseEditFormQuery$data['node']>['securityCase']>;

const TIMES = ['reportedIncidentStartedAt', 'actualIncidentStartedAt'] as const;
const SCALARS = ['title', 'description', 'engagementType', ...TIMES] as const;
const LISTS = ['impactedAccounts', 'impactedServices', 'impactedAwsRegions'] as const;
const ROWS = ['watchers', 'threatActorIpAddresses'] as const;

/** The values of the form for the case as it was read. */
export type CaseBase = Readonly<Record<(typeof SCALARS)[number] | (typeof LISTS)[number], string>> & {
  readonly watchers: readonly WatcherRow[];
  readonly threatActorIpAddresses: readonly AddressRow[];
};

export function baseOf(securityCase: LoadedCase): CaseBase {
  const { engagementType } = securityCase;
  return {
    title: securityCase.title ?? '',
    description: securityCase.description ?? '',
    engagementType: engagementType == null || engagementType === 'UNRECOGNIZED' ? '' : engagementType,
    reportedIncidentStartedAt: toLocalInput(securityCase.reportedIncidentStartedAt),
    actualIncidentStartedAt: toLocalInput(securityCase.actualIncidentStartedAt),
    impactedAccounts: lines(securityCase.impactedAccounts),
    impactedServices: lines(securityCase.impactedServices),
    impactedAwsRegions: lines(securityCase.impactedAwsRegions),
    watchers: (securityCase.watchers ?? []).map(({ email, name, jobTitle }) => ({
      email: email ?? '',
      name: name ?? '',
      jobTitle: jobTitle ?? '',
      isKept: true,
    })),
    threatActorIpAddresses: (securityCase.threatActorIpAddresses ?? []).map(({ ipAddress, userAgent }) => ({
      ipAddress: ipAddress ?? '',
      userAgent: userAgent ?? '',
      isKept: true,
    })),
  };
}

const lines = (entries: readonly string[] | null | undefined) => (entries ?? []).join('\n');

/** The changed members of UpdateSecurityCaseInput. */
export function changesOf(base: CaseBase, values: CaseBase): Readonly<Record<string, unknown>> {
  const changes: Record<string, unknown> = {};
  for (const field of SCALARS) {
    if (values[field].trim() === base[field].trim()) continue;
    changes[field] = TIMES.some((time) => time === field)
      ? (fromLocalInput(values[field]) ?? '')
      : values[field].trim();
  }
  for (const field of LISTS) {
    const [before, after] = [entriesOf(base[field]), entriesOf(values[field])];
    addChange(changes, field, without(after, before), without(before, after));
  }
  addRowChange(changes, 'watchers', base.watchers, values.watchers, toWatcher);
  addRowChange(
    changes,
    'threatActorIpAddresses',
    base.threatActorIpAddresses,
    values.threatActorIpAddresses,
    toAddress,
  );
  return changes;
}

function addRowChange<Row extends { readonly isKept?: boolean }>(
  changes: Record<string, unknown>,
  field: string,
  before: readonly Row[],
  after: readonly Row[],
  toEntry: (row: Row) => object,
): void {
  const texts = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(toEntry(row)));
  const left = new Set(texts(after.filter(({ isKept }) => isKept === true)));
  addChange(
    changes,
    field,
    after.filter(({ isKept }) => isKept !== true).map(toEntry),
    before.filter((_, index) => !left.has(texts(before)[index] ?? '')).map(toEntry),
  );
}

function addChange(
  changes: Record<string, unknown>,
  field: string,
  add: readonly unknown[],
  remove: readonly unknown[],
): void {
  if (add.length + remove.length === 0) return;
  changes[field] = {
    add: add.length === 0 ? undefined : add,
    remove: remove.length === 0 ? undefined : remove,
  };
}

/** The entries of `all` that `excluded` lacks. */
function without(all: readonly string[], excluded: readonly string[]): string[] {
  const known = new Set(excluded);
  return all.filter((entry) => !known.has(entry));
}

/** Returns the path in the form, for a path in the input: entries are added by rows that the case does not have yet. */
function locate(values: CaseBase, path: readonly string[]): readonly string[] {
  const [field, list, index, ...rest] = path;
  const rows = ROWS.find((name) => name === field);
  if (rows === undefined || list !== 'add' || index === undefined) return path;
  const added = values[rows].flatMap(({ isKept }, position) => (isKept === true ? [] : [position]));
  return [rows, String(added[Number(index)] ?? ''), ...rest];
}

export function editSpecOf(id: string, base: CaseBase, mutation: GraphQLTaggedNode): FormSpec<CaseBase> {
  return {
    initial: base,
    labels: CASE_FIELD_LABELS,
    stepsOf: (values) => {
      const changes = changesOf(base, values);
      if (Object.keys(changes).length === 0) return [];
      return [
        {
          mutation,
          input: { id, ...changes },
          rule: CASE_UPDATE_RULE,
          locate: (path) => locate(values, path),
          takesClientToken: false,
        },
      ];
    },
    review: (values) => reviewOf(changesOf(base, values), values),
  };
}

/** Says which values of the user replace newer ones of somebody else. Lists cannot: only added and removed entries are sent. */
export function warningsOf(base: CaseBase, now: CaseBase, values: CaseBase): readonly string[] {
  const changes = changesOf(base, values);
  return SCALARS.filter((field) => field in changes && now[field] !== base[field]).map(
    (field) =>
      `${CASE_FIELD_LABELS[field]} is now ${now[field] === '' ? 'empty' : `“${scalarText(field, now[field])}”`}. Your value replaces it.`,
  );
}

/** The words for a value of the form. */
function scalarText(field: (typeof SCALARS)[number], value: string): string {
  switch (field) {
    case 'title':
    case 'description':
      return value;
    case 'engagementType':
      return ENGAGEMENT_OPTIONS[value] ?? value;
    case 'reportedIncidentStartedAt':
    case 'actualIncidentStartedAt':
      return utcText(value) ?? value;
  }
}

function reviewOf(changes: Readonly<Record<string, unknown>>, values: CaseBase): ReviewLine[] {
  return Object.entries(changes).map(([field, change]) => {
    const label = CASE_FIELD_LABELS[field as keyof CaseBase];
    const scalar = SCALARS.find((name) => name === field);
    if (scalar !== undefined) return { label, value: scalarText(scalar, values[scalar]) };
    const { add = [], remove = [] } = change as { readonly add?: Entry[]; readonly remove?: Entry[] };
    return {
      label,
      value: [
        ...add.map((entry) => `Add ${entryText(entry)}`),
        ...remove.map((entry) => `Remove ${entryText(entry)}`),
      ].join('\n'),
    };
  });
}
