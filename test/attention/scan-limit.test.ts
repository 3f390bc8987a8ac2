// The queue with lists that are longer than the scan limit: 100 calls for each kind, and one for each target.
import { missingLists, readAttention, walkAttention, type AttentionPage } from '../support/attention';
import { readState } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { HOME, useSeveralTargets, withSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 200, members: 2_700, exportJobs: 4, cases: 30 }, { targets: [HOME] });
beforeEach(() => setup.forgetCalls());

const idsOf = (pages: readonly AttentionPage[]) => pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
const isOfMember = ({ reason }: { readonly reason: string }) => reason.startsWith('MEMBER_');

/** 101 calls with 25 members. */
const READ_MEMBERS = 2_525;
const DAY_MS = 86_400_000;

/** The items of the members that the scan limit lets the gateway read. */
async function expectedItemsOfMembers(): Promise<number> {
  const { macie2 } = await readState(setup.emulator);
  const accounts = macie2.members.sort((a, b) => (String(a.accountId) < String(b.accountId) ? -1 : 1));
  return accounts.slice(0, READ_MEMBERS).filter(({ relationshipStatus, invitedAt }) => {
    const isUnanswered = Date.parse(String(invitedAt)) <= Date.now() - 14 * DAY_MS;
    if (relationshipStatus === 'Invited') return isUnanswered;
    return /^(Paused|AccountSuspended|EmailVerificationFailed|RegionDisabled)$/.test(
      String(relationshipStatus),
    );
  }).length;
}

test('a walk past a list that is too long ends, and has every item of the other kinds and no item twice', async () => {
  const others = await readAttention(setup.gateway, {
    filter: { kinds: ['CLASSIFICATION_JOB', 'MAILBOX_EXPORT_JOB', 'SECURITY_CASE'] },
  });
  expect(others).toMatchObject({ completeness: { complete: true }, pageInfo: { hasNextPage: false } });
  await setup.forgetCalls();
  const pages = await walkAttention(setup.gateway, { first: 40 });
  const nodes = pages.flatMap((page) => page.nodes);
  expect(new Set(idsOf(pages)).size).toBe(nodes.length);
  expect(nodes.filter((node) => !isOfMember(node))).toEqual(others.nodes);
  expect(nodes.filter(isOfMember)).toHaveLength(await expectedItemsOfMembers());
  const places = nodes.map(({ dueAt, since }) => `${dueAt ?? 'never'} ${since ?? 'never'}`);
  expect(places).toEqual([...places].sort());
});

test('every page of the walk names the list, also once all items of its rows are delivered', async () => {
  const pages = await walkAttention(setup.gateway, { first: 40 });
  // The items without a time are last, and members have none.
  expect(pages.at(-1)?.nodes.some(isOfMember)).toBe(false);
  for (const { completeness, totalCount } of pages) {
    expect(completeness).toMatchObject({ complete: false, retryCursor: null });
    expect(totalCount).toEqual({ value: idsOf(pages).length, exact: false });
    expect(completeness.sources.filter(({ status }) => status !== 'OK')).toEqual([
      {
        target: { name: 'home' },
        service: 'MACIE',
        kind: 'MACIE_MEMBER',
        status: 'SCAN_LIMIT_REACHED',
        message:
          'Macie in target home has more rows than the gateway reads for one request. Narrow the request, such as by targets or kinds.',
      },
    ]);
  }
});

test('a walk reads the part of the list once', async () => {
  await walkAttention(setup.gateway, { first: 100 });
  expect(await setup.callCounts()).toEqual({
    ListClassificationJobs: 2,
    ListMembers: 101,
    ListOrganizations: 1,
    ListMailboxExportJobs: 2,
    ListCases: 2,
  });
});

test('the calls of one request cut the lists, and do not fail the queue', async () => {
  const gateway = await startTestGateway(setup.emulator.url, { targets: [HOME], maxAwsCalls: 10 });
  const page = await readAttention(gateway);
  expect((await setup.emulator.calls()).length).toBe(10);
  expect(page.nodes.length).toBeGreaterThan(10);
  expect(page).toMatchObject({ completeness: { complete: false }, totalCount: { exact: false } });
  expect(missingLists(page)).toContain('home MACIE_MEMBER SCAN_LIMIT_REACHED');
  await gateway.close();
});

test('lists that are read ahead count', () =>
  withSeveralTargets(async (several) => {
    const { account, region } = HOME;
    for (let number = 0; number < 150; number += 1) {
      const id = `m-${String(number).padStart(32, '0')}`;
      const set = { Alias: `tests-${number}` };
      await several.emulator.control('POST', '/put', {
        service: 'workmail',
        resource: 'organization',
        id,
        set,
        account,
        region,
      });
    }
    await several.forgetCalls();
    const page = await readAttention(several.gateway, { filter: { reasons: ['EXPORT_FAILED'] } });
    expect(missingLists(page)).toEqual(['home MAILBOX_EXPORT_JOB SCAN_LIMIT_REACHED']);
    // 100 calls, and one for each of three targets.
    expect((await several.callCounts()).ListMailboxExportJobs).toBe(103);
  }));

test('a narrower request has the whole list', async () => {
  const page = await readAttention(setup.gateway, { filter: { reasons: ['JOB_PAUSED_BY_MACIE'] } });
  expect(page).toMatchObject({ completeness: { complete: true }, totalCount: { exact: true } });
});

test('endless empty pages of cases cost no item of another kind, because every kind has its own scan limit', () =>
  withSeveralTargets(async (several) => {
    const kinds = ['CLASSIFICATION_JOB', 'MACIE_MEMBER', 'MAILBOX_EXPORT_JOB'];
    const others = await readAttention(several.gateway, { filter: { kinds } });
    const emptyPages = { service: 'security-ir', operation: 'ListCases', page: 'empty' };
    await several.lay({ ...emptyPages, account: HOME.account });
    await several.forgetCalls();
    const pages = await walkAttention(several.gateway, { first: 50 });
    expect(pages.flatMap(({ nodes }) => nodes).filter(({ reason }) => !reason.startsWith('CASE_'))).toEqual(
      others.nodes,
    );
    expect(new Set(idsOf(pages)).size).toBe(idsOf(pages).length);
    for (const page of pages) expect(missingLists(page)).toEqual(['home SECURITY_CASE SCAN_LIMIT_REACHED']);
    // 100 calls, and one for each of three targets.
    expect((await several.callCounts()).ListCases).toBe(103);
    expect(await several.callCounts()).toMatchObject({ ListClassificationJobs: 6, ListMembers: 6 });
  }));
