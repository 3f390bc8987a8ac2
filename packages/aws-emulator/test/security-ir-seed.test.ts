// The seed of Security Incident Response: some resources have an optional member, and others do not.
import { ACCOUNT } from './support/clients';
import { startTestEmulator, useEmulator } from './support/emulator';
import { readState, type StateRow } from './support/state';

interface SeededState {
  readonly cases: StateRow[];
  readonly comments: StateRow[];
  readonly edits: StateRow[];
  readonly investigations: StateRow[];
  readonly tags: StateRow[];
}

const { emulator } = useEmulator({ resetBeforeEach: false });
let state: SeededState;
let memberAccounts: unknown[];

beforeAll(async () => {
  const { macie2, 'security-ir': seeded } = await readState(emulator);
  state = seeded as unknown as SeededState;
  memberAccounts = macie2.members.map(({ accountId }) => accountId);
});

function distinct(rows: readonly StateRow[], ...members: string[]): string[] {
  return [...new Set(rows.map((row) => members.map((member) => String(row[member])).join(': ')))].sort();
}

function rowsOf(member: string): StateRow[] {
  return state.cases.flatMap((row) => row[member] as StateRow[]);
}

/** True if some rows have the member (not an empty list) and some do not. */
function isOnSome(rows: readonly StateRow[], member: string): boolean {
  const has = rows.map((row) => {
    const value = row[member];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  return has.includes(true) && has.includes(false);
}

test.each([
  'actualIncidentStartDate',
  'closedDate',
  'closureCode',
  'impactedAccounts',
  'impactedAwsRegions',
  'impactedServices',
  'threatActorIpAddresses',
  'watchers',
  'caseAttachments',
  'caseMetadata',
])('some cases have %s, and others do not', (member) => {
  expect(isOnSome(state.cases, member)).toBe(true);
});

test('cases have every engagement type, every pending action and several closure codes', () => {
  expect(distinct(state.cases, 'engagementType')).toEqual(['Investigation', 'Security Incident']);
  expect(distinct(state.cases, 'pendingAction')).toEqual(['Customer', 'None']);
  expect(distinct(state.cases, 'closureCode').filter((code) => code !== 'undefined').length).toBeGreaterThan(
    2,
  );
});

test('some watchers have a name and a job title, and others do not', () => {
  expect(['name', 'jobTitle'].map((member) => isOnSome(rowsOf('watchers'), member))).toEqual([true, true]);
});

test('threat actors have IPv4 and IPv6 addresses, with and without a user agent', () => {
  const addresses = rowsOf('threatActorIpAddresses');
  expect(isOnSome(addresses, 'userAgent')).toBe(true);
  const isV6 = addresses.map(({ ipAddress }) => /^([0-9A-F]{1,4}:){7}[0-9A-F]{1,4}$/.test(String(ipAddress)));
  expect(new Set(isV6)).toEqual(new Set([true, false]));
  const isV4 = addresses.map(({ ipAddress }) => /^(\d{1,3}\.){3}\d{1,3}$/.test(String(ipAddress)));
  expect(isV4).toEqual(isV6.map((v6) => !v6));
});

test('impacted accounts are Macie members and the administrator, which is not a member', () => {
  const accounts = state.cases.flatMap((row) => row.impactedAccounts as string[]);
  expect(accounts).toContain(ACCOUNT);
  expect(memberAccounts).not.toContain(ACCOUNT);
  const members = accounts.filter((account) => account !== ACCOUNT);
  expect(members.length).toBeGreaterThan(10);
  expect(members.filter((account) => !memberAccounts.includes(account))).toEqual([]);
});

test('attachments have all three statuses', () => {
  expect(distinct(rowsOf('caseAttachments'), 'attachmentStatus')).toEqual(['Failed', 'Pending', 'Verified']);
});

test('no case has two attachments with the same name', () => {
  for (const { caseAttachments } of state.cases) {
    const names = (caseAttachments as StateRow[]).map(({ fileName }) => fileName);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('most cases have comments by the account and by responders, and one case has several pages of comments', () => {
  const commented = distinct(state.comments, 'caseId');
  expect(commented.length).toBeGreaterThan(15);
  expect(commented.length).toBeLessThan(30);
  expect(distinct(state.comments, 'creator')).toEqual([ACCOUNT, 'AWS Responder']);
  const counts = commented.map((caseId) => state.comments.filter((row) => row.caseId === caseId).length);
  expect(counts.filter((count) => count > 25)).toEqual([60]);
  expect(distinct(state.comments, 'caseId', 'commentId')).toHaveLength(state.comments.length);
});

test('investigations have every status of every type, on cases that AWS resolves', () => {
  expect(distinct(state.investigations, 'actionType', 'status')).toEqual(
    ['Evidence', 'Investigation', 'Summarization'].flatMap((type) =>
      ['Cancelled', 'Completed', 'Failed', 'InProgress', 'Pending', 'Waiting'].map(
        (status) => `${type}: ${status}`,
      ),
    ),
  );
  const resolvers = new Map(state.cases.map((row) => [row.caseId, row.resolverType]));
  expect(new Set(state.investigations.map(({ caseId }) => resolvers.get(caseId)))).toEqual(new Set(['AWS']));
  expect(isOnSome(state.investigations, 'feedback')).toBe(true);
});

/** The status of a case after these edits. */
function statusAfter(edits: readonly StateRow[]): string | undefined {
  if (edits.some(({ action }) => action === 'Case Closed')) return 'Closed';
  const last = edits.findLast(({ action }) => action === 'Case Status Updated');
  return last === undefined ? 'Submitted' : / to (.*)\.$/.exec(last.message as string)?.[1];
}

test('the edits of a case lead from its creation to its current status', () => {
  for (const { caseId, caseStatus, createdDate, lastUpdatedDate, closedDate } of state.cases) {
    const edits = state.edits.filter((edit) => edit.caseId === caseId);
    const times = edits.map(({ eventTimestamp }) => Number(eventTimestamp));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect([edits[0]?.action, times[0], times.at(-1)]).toEqual([
      'Case Created',
      createdDate,
      lastUpdatedDate,
    ]);
    expect(statusAfter(edits)).toBe(caseStatus);
    expect(closedDate ?? lastUpdatedDate).toBe(lastUpdatedDate);
  }
});

test('every message of an edit has a length that the model allows', () => {
  const lengths = state.edits.map(({ message }) => String(message).length);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(4096);
});

test('some cases have tags', () => {
  const tagged = state.tags.filter(({ tags }) => Object.keys(tags as object).length > 0);
  expect(tagged.length).toBeGreaterThan(10);
  expect(tagged.length).toBeLessThan(30);
  expect(state.tags).toHaveLength(30);
});

test('the same seed gives the same resources, except for times', async () => {
  const another = await startTestEmulator();
  const again = (await readState(another))['security-ir'] as unknown as SeededState;
  await another.close();
  for (const [rows, ids] of [
    ['comments', ['caseId', 'commentId', 'creator', 'body']],
    ['edits', ['caseId', 'principal', 'message']],
    ['investigations', ['caseId', 'investigationId', 'status']],
  ] as const) {
    expect(distinct(again[rows], ...ids)).toEqual(distinct(state[rows], ...ids));
  }
  expect(again.tags).toEqual(state.tags);
});
