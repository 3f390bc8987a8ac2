// Members of AWS responses that the gateway cannot read: each costs the reasons that need it, and completeness names the list.
import { missingLists, readAttention } from '../support/attention';
import { useHarness } from '../support/harness';

const harness = useHarness();

/** Makes the next calls of the operation answer these members. */
const answer = (service: string, operation: string, ...bodies: object[]) =>
  harness.lay(
    ...bodies.map((body) => ({ service, operation, count: 1, answer: { body: JSON.stringify(body) } })),
  );

const JOB = { jobId: '0123456789abcdef0123456789abcdef', name: 'job', createdAt: new Date().toISOString() };
const jobs = (...items: object[]) => ({ items: items.map((item) => ({ ...JOB, ...item })) });
const NO_JOBS = jobs();

test.each([
  ['status', { jobStatus: 5 }],
  ['pause', { jobStatus: 'USER_PAUSED', userPausedDetails: 'odd' }],
  ['end of its pause', { jobStatus: 'USER_PAUSED', userPausedDetails: { jobExpiresAt: 'soon' } }],
  ['errors', { jobStatus: 'IDLE', lastRunErrorStatus: 'odd' }],
])('a job whose %s the gateway cannot read may be an item', async (_member, job) => {
  await answer('macie2', 'ListClassificationJobs', jobs(job), NO_JOBS);
  const page = await readAttention(harness.gateway);
  expect(page.nodes).toEqual([]);
  expect(missingLists(page)).toEqual(['default CLASSIFICATION_JOB UNREADABLE_ROWS']);
  expect(page.completeness.complete).toBe(false);
  expect(page.totalCount).toEqual({ value: 0, exact: false });
});

test('a job whose name the gateway cannot read is an item with its id', async () => {
  await answer('macie2', 'ListClassificationJobs', jobs({ jobStatus: 'PAUSED', name: 5 }), NO_JOBS);
  const page = await readAttention(harness.gateway);
  expect(page.nodes.map(({ summary }) => summary)).toEqual([
    `Classification job ${JOB.jobId} is paused by Macie, because the account reached its monthly quota.`,
  ]);
  expect(page.completeness.complete).toBe(true);
});

const CASE = {
  caseId: '0123456789',
  title: 'case',
  caseStatus: 'Ready to Close',
  resolverType: 'AWS',
  createdDate: 1_700_000_000,
  lastUpdatedDate: 1_700_000_000,
};

test.each([
  ['pending action', { pendingAction: 5 }, ['CASE_NOT_UPDATED', 'CASE_READY_TO_CLOSE']],
  ['last update', { pendingAction: 'Customer', lastUpdatedDate: 'today' }, []],
  ['status', { pendingAction: 'Customer', caseStatus: 5 }, []],
  ['resolver', { caseStatus: 'Submitted', resolverType: 5 }, ['CASE_NOT_UPDATED']],
])(
  'a case whose %s the gateway cannot read is an item for the other reasons',
  async (_member, odd, reasons) => {
    await answer('security-ir', 'ListCases', { items: [{ ...CASE, ...odd }] });
    const page = await readAttention(harness.gateway);
    expect(page.nodes.map(({ reason }) => reason).sort()).toEqual(reasons);
    expect(missingLists(page)).toEqual(['default SECURITY_CASE UNREADABLE_ROWS']);
    expect(page.totalCount).toEqual({ value: reasons.length, exact: false });
  },
);

test('a member that no wanted reason needs costs nothing', async () => {
  await answer('security-ir', 'ListCases', { items: [{ ...CASE, pendingAction: 5 }] });
  const page = await readAttention(harness.gateway, { filter: { reasons: ['CASE_READY_TO_CLOSE'] } });
  expect(page.nodes).toHaveLength(1);
  expect(page.completeness.complete).toBe(true);
});

test.each([
  ['invitation', 'MEMBER_INVITATION_UNANSWERED', { relationshipStatus: 'Invited', invitedAt: 'x' }],
  ['last change', 'MEMBER_SUSPENDED', { relationshipStatus: 'Paused', updatedAt: {} }],
  ['status', 'MEMBER_VERIFICATION_FAILED', { relationshipStatus: 5 }],
])('a member whose %s the gateway cannot read may be an item of %s', async (_member, reason, member) => {
  await answer('macie2', 'ListMembers', { members: [{ accountId: '444455556666', ...member }] });
  const page = await readAttention(harness.gateway, { filter: { reasons: [reason] } });
  expect(page.nodes).toEqual([]);
  expect(missingLists(page)).toEqual(['default MACIE_MEMBER UNREADABLE_ROWS']);
});

test('the next page names the list again, from the snapshot', async () => {
  for (const id of ['000000000001', '000000000002'])
    await harness.put('macie2', 'member', id, { relationshipStatus: 'Paused' });
  await answer('macie2', 'ListClassificationJobs', jobs({ jobStatus: 5 }), NO_JOBS);
  const first = await readAttention(harness.gateway, { first: 1 });
  const second = await readAttention(harness.gateway, { first: 1, after: first.pageInfo.endCursor });
  expect(second.nodes).toHaveLength(1);
  expect(second.totalCount).toEqual({ value: 2, exact: false });
});
