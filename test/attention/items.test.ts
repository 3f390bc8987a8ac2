// The items of the queue through the gateway: every reason of a resource of AWS, with its resource, its times and its transitions.
import { decodeId } from '../../src/domain/ids';
import { readAttention, type AttentionNode } from '../support/attention';
import { useHarness } from '../support/harness';
import { CASE, CASE_ID, EXPORT_JOB, JOB, JOB_ID, MEMBER, ORGANIZATION_ID } from '../support/resources';

const harness = useHarness();

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOW = Math.floor(Date.now() / 1_000) * 1_000;
const ago = (milliseconds: number) => new Date(NOW - milliseconds).toISOString();
const sentence = (time: string) => `${time.slice(0, 16).replace('T', ' ')} UTC`;

const job = (set: object, id = JOB_ID) =>
  harness.put('macie2', 'job', id, { name: 'payroll', jobType: 'ONE_TIME', ...set });
const member = (set: object, id = '444455556666') => harness.put('macie2', 'member', id, set);
const securityCase = (set: object, id = CASE_ID) =>
  harness.put('security-ir', 'case', id, {
    title: 'Stolen key',
    resolverType: 'Self',
    pendingAction: 'None',
    lastUpdatedDate: ago(HOUR_MS),
    createdDate: ago(HOUR_MS),
    ...set,
  });
const exportJob = async (set: object) => {
  await harness.put('workmail', 'organization', ORGANIZATION_ID, { Alias: 'tests' });
  const id = '00000000-1111-2222-3333-444444444444';
  const base = { EntityId: 'S-1-1-11-1111111111', StartTime: ago(HOUR_MS) };
  await harness.put('workmail', 'exportJob', id, { ...base, ...set }, { organizationId: ORGANIZATION_ID });
};

const expiresIn = (milliseconds: number) => ({
  jobStatus: 'USER_PAUSED',
  userPausedDetails: { jobPausedAt: ago(DAY_MS), jobExpiresAt: ago(-milliseconds) },
});

interface Reason {
  readonly name: string;
  readonly put: () => Promise<void>;
  readonly resource: string;
  readonly item: Omit<AttentionNode, 'id'>;
}

/** An item that has no due time. */
const item = (reason: string, since: string | null, summary: string) => ({
  reason,
  since,
  dueAt: null,
  isUrgent: false,
  summary,
});

const UPDATED = ago(HOUR_MS);

const REASONS: readonly Reason[] = [
  {
    name: 'a job that a user paused',
    put: () => job(expiresIn(8 * DAY_MS)),
    resource: JOB,
    item: {
      reason: 'JOB_PAUSE_EXPIRES',
      since: ago(DAY_MS),
      dueAt: ago(-8 * DAY_MS),
      isUrgent: false,
      summary: `Classification job "payroll" is paused by a user, and its run expires at ${sentence(ago(-8 * DAY_MS))} unless somebody resumes it.`,
    },
  },
  {
    name: 'a job whose pause ends within seven days',
    put: () => job(expiresIn(6 * DAY_MS)),
    resource: JOB,
    item: {
      reason: 'JOB_PAUSE_EXPIRES',
      since: ago(DAY_MS),
      dueAt: ago(-6 * DAY_MS),
      isUrgent: true,
      summary: `Classification job "payroll" is paused by a user, and its run expires at ${sentence(ago(-6 * DAY_MS))} unless somebody resumes it.`,
    },
  },
  {
    name: 'a job whose last run had errors',
    put: () =>
      job({ jobStatus: 'COMPLETE', lastRunErrorStatus: { code: 'ERROR' }, createdAt: ago(29 * DAY_MS) }),
    resource: JOB,
    item: item('JOB_LAST_RUN_HAD_ERRORS', null, 'Classification job "payroll" had errors in its last run.'),
  },
  {
    name: 'a job that Macie paused',
    put: () => job({ jobStatus: 'PAUSED' }),
    resource: JOB,
    item: item(
      'JOB_PAUSED_BY_MACIE',
      null,
      'Classification job "payroll" is paused by Macie, because the account reached its monthly quota.',
    ),
  },
  {
    name: 'a member that is suspended in Macie',
    put: () => member({ relationshipStatus: 'Paused', updatedAt: UPDATED }),
    resource: MEMBER,
    item: item('MEMBER_SUSPENDED', UPDATED, 'Macie is suspended for account 444455556666.'),
  },
  {
    name: 'a member whose account AWS suspended',
    put: () => member({ relationshipStatus: 'AccountSuspended', updatedAt: UPDATED }),
    resource: MEMBER,
    item: item('MEMBER_SUSPENDED', UPDATED, 'AWS suspended account 444455556666, a member of Macie.'),
  },
  {
    name: 'a member that has not answered for 14 days',
    put: () => member({ relationshipStatus: 'Invited', invitedAt: ago(14 * DAY_MS) }),
    resource: MEMBER,
    item: item(
      'MEMBER_INVITATION_UNANSWERED',
      ago(14 * DAY_MS),
      `Account 444455556666 has not answered the invitation of ${sentence(ago(14 * DAY_MS))}.`,
    ),
  },
  {
    name: 'a member whose e-mail address Macie could not verify',
    put: () => member({ relationshipStatus: 'EmailVerificationFailed', updatedAt: UPDATED }),
    resource: MEMBER,
    item: item(
      'MEMBER_VERIFICATION_FAILED',
      UPDATED,
      'Macie could not verify the e-mail address of account 444455556666.',
    ),
  },
  {
    name: 'a member for which the region is disabled',
    put: () => member({ relationshipStatus: 'RegionDisabled', updatedAt: UPDATED }),
    resource: MEMBER,
    item: item(
      'MEMBER_VERIFICATION_FAILED',
      UPDATED,
      'The region is disabled for account 444455556666, a member of Macie.',
    ),
  },
  {
    name: 'an export that failed',
    put: () => exportJob({ State: 'FAILED', EndTime: UPDATED }),
    resource: EXPORT_JOB,
    item: item('EXPORT_FAILED', UPDATED, 'Mailbox export job 00000000-1111-2222-3333-444444444444 failed.'),
  },
  {
    name: 'a case that waits for the customer',
    put: () => securityCase({ caseStatus: 'Acknowledged', pendingAction: 'Customer' }),
    resource: CASE,
    item: item('CASE_ACTION_PENDING', UPDATED, 'Case "Stolen key" waits for an action of yours.'),
  },
  {
    name: 'a case with an unknown status that waits for the customer',
    put: () => securityCase({ caseStatus: 'Escalated', pendingAction: 'Customer' }),
    resource: CASE,
    item: item('CASE_ACTION_PENDING', UPDATED, 'Case "Stolen key" waits for an action of yours.'),
  },
  {
    name: 'a case that AWS has not acknowledged for 15 minutes',
    put: () => securityCase({ caseStatus: 'Submitted', resolverType: 'AWS' }),
    resource: CASE,
    item: {
      reason: 'CASE_NOT_ACKNOWLEDGED',
      since: ago(HOUR_MS),
      dueAt: ago(45 * MINUTE_MS),
      isUrgent: true,
      summary: `AWS has not acknowledged "Stolen key", created at ${sentence(ago(HOUR_MS))}.`,
    },
  },
  {
    name: 'a case that is ready to close',
    put: () => securityCase({ caseStatus: 'Ready to Close' }),
    resource: CASE,
    item: item('CASE_READY_TO_CLOSE', UPDATED, 'Case "Stolen key" is ready to close.'),
  },
  {
    name: 'a case without an update for seven days',
    put: () => securityCase({ caseStatus: 'Acknowledged', lastUpdatedDate: ago(7 * DAY_MS) }),
    resource: CASE,
    item: item(
      'CASE_NOT_UPDATED',
      ago(7 * DAY_MS),
      `Nobody has updated "Stolen key" since ${sentence(ago(7 * DAY_MS))}.`,
    ),
  },
];

const RESOURCES = `{ attention { nodes { id reason since dueAt isUrgent summary auditEntry { changeId }
  resource { id } availableTransitions { mutation to } } } }`;

interface Node extends AttentionNode {
  readonly resource: { readonly id: string };
  readonly availableTransitions: readonly { readonly mutation: string; readonly to: string }[];
}

test.each(REASONS)('$name is an item with its resource', async ({ put, item: expected, resource }) => {
  await put();
  const { data, errors } = await harness.gateway.send(RESOURCES);
  expect(errors).toBeUndefined();
  const { nodes } = data?.attention as { nodes: Node[] };
  expect(nodes).toMatchObject([{ ...expected, resource: { id: resource }, auditEntry: null }]);
});

test.each([
  [
    'a job with errors that is canceled',
    () => job({ jobStatus: 'CANCELLED', lastRunErrorStatus: { code: 'ERROR' } }),
  ],
  ['a job without errors', () => job({ jobStatus: 'RUNNING', lastRunErrorStatus: { code: 'NONE' } })],
  [
    'a completed job with errors that is older than 30 days',
    () => job({ jobStatus: 'COMPLETE', lastRunErrorStatus: { code: 'ERROR' }, createdAt: ago(31 * DAY_MS) }),
  ],
  [
    'a job with an unknown status',
    () => job({ jobStatus: 'ARCHIVING', lastRunErrorStatus: { code: 'ERROR' } }),
  ],
  ['an enabled member', () => member({ relationshipStatus: 'Enabled' })],
  [
    'a member invited 13 days ago',
    () => member({ relationshipStatus: 'Invited', invitedAt: ago(13 * DAY_MS) }),
  ],
  ['a removed member', () => member({ relationshipStatus: 'Removed' })],
  ['a running export', () => exportJob({ State: 'RUNNING' })],
  [
    'an export that failed more than seven days ago',
    () => exportJob({ State: 'FAILED', StartTime: ago(8 * DAY_MS) }),
  ],
  ['a canceled export', () => exportJob({ State: 'CANCELLED' })],
  [
    'a closed case that waits for the customer',
    () => securityCase({ caseStatus: 'Closed', pendingAction: 'Customer' }),
  ],
  ['a new case of the customer itself', () => securityCase({ caseStatus: 'Submitted' })],
  [
    'a new case, 14 minutes old',
    () => securityCase({ caseStatus: 'Submitted', resolverType: 'AWS', createdDate: ago(14 * MINUTE_MS) }),
  ],
  [
    'a closed case without an update',
    () => securityCase({ caseStatus: 'Closed', lastUpdatedDate: ago(30 * DAY_MS) }),
  ],
  [
    'a case updated six days ago',
    () => securityCase({ caseStatus: 'Acknowledged', lastUpdatedDate: ago(6 * DAY_MS) }),
  ],
])('%s is no item', async (_name, put) => {
  await put();
  expect(await readAttention(harness.gateway)).toMatchObject({
    nodes: [],
    totalCount: { value: 0, exact: true },
  });
});

test('a resource with several reasons is several items, by due time and then by their other times', async () => {
  await securityCase({
    caseStatus: 'Submitted',
    resolverType: 'AWS',
    pendingAction: 'Customer',
    lastUpdatedDate: ago(8 * DAY_MS),
  });
  await job({ ...expiresIn(2 * DAY_MS), lastRunErrorStatus: { code: 'ERROR' } });
  await job({ jobStatus: 'PAUSED', name: 'audit', lastRunErrorStatus: { code: 'ERROR' } }, 'f'.repeat(32));
  await member({ relationshipStatus: 'Paused', updatedAt: ago(9 * DAY_MS) });
  const { nodes } = await readAttention(harness.gateway);
  expect(nodes.map(({ reason }) => reason).slice(0, 5)).toEqual([
    'CASE_NOT_ACKNOWLEDGED',
    'JOB_PAUSE_EXPIRES',
    'MEMBER_SUSPENDED',
    'CASE_ACTION_PENDING',
    'CASE_NOT_UPDATED',
  ]);
  // Without any time.
  expect(
    nodes
      .slice(5)
      .map(({ reason }) => reason)
      .sort(),
  ).toEqual(['JOB_LAST_RUN_HAD_ERRORS', 'JOB_LAST_RUN_HAD_ERRORS', 'JOB_PAUSED_BY_MACIE']);
  const again = await readAttention(harness.gateway);
  expect(again.nodes).toEqual(nodes);
});

test('a job that completes while its lists are read is one item', async () => {
  const base = { jobId: JOB_ID, name: 'payroll', createdAt: UPDATED, lastRunErrorStatus: { code: 'ERROR' } };
  const answer = (jobStatus: string) => ({
    service: 'macie2',
    operation: 'ListClassificationJobs',
    count: 1,
    answer: { body: JSON.stringify({ items: [{ ...base, jobStatus }] }) },
  });
  await harness.lay(answer('RUNNING'), answer('COMPLETE'));
  const page = await readAttention(harness.gateway);
  expect(page.nodes.map(({ reason }) => reason)).toEqual(['JOB_LAST_RUN_HAD_ERRORS']);
  expect(page.totalCount).toEqual({ value: 1, exact: true });
});

test('the id of an item stays the same while it has the reason, and is unique', async () => {
  await securityCase({ caseStatus: 'Acknowledged', pendingAction: 'Customer' });
  const [before] = (await readAttention(harness.gateway)).nodes;
  await securityCase({ caseStatus: 'Ready to Close', pendingAction: 'Customer', lastUpdatedDate: ago(0) });
  const { nodes } = await readAttention(harness.gateway);
  const after = nodes.find(({ reason }) => reason === 'CASE_ACTION_PENDING');
  expect(after?.id).toBe(before?.id);
  expect(after?.since).not.toBe(before?.since);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(2);
  expect(decodeId(before?.id ?? '')).toMatchObject({ kind: 'AttentionItem', reason: 'CASE_ACTION_PENDING' });
});

test('the transitions of an item are those of its resource', async () => {
  await job(expiresIn(2 * DAY_MS));
  const { data } = await harness.gateway.send(
    '{ attention { nodes { availableTransitions { mutation to } resource { availableTransitions { mutation to } } } } }',
  );
  const transitions = [
    { mutation: 'cancelClassificationJob', to: 'CANCELLED' },
    { mutation: 'resumeClassificationJob', to: 'RUNNING' },
  ];
  const { nodes } = data?.attention as { nodes: Node[] };
  const [node] = nodes;
  expect([...(node?.availableTransitions ?? [])].sort((a, b) => (a.mutation < b.mutation ? -1 : 1))).toEqual(
    transitions,
  );
  expect(node?.resource).toEqual({ availableTransitions: node?.availableTransitions });
});

test('the fields of every kind of resource, also those of its details, are those of its connection', async () => {
  await job(expiresIn(2 * DAY_MS));
  await member({ relationshipStatus: 'Paused', email: 'one@example.com' });
  await exportJob({ State: 'FAILED', Description: 'legal hold' });
  await securityCase({ caseStatus: 'Ready to Close' });
  const fragments = `
    ... on ClassificationJob { jobId name jobStatus: status samplingPercentage tags { key } }
    ... on MacieMember { accountId email memberStatus: status }
    ... on MailboxExportJob { exportId: jobId description exportStatus: status s3BucketName errorInfo }
    ... on SecurityCase { caseId title caseStatus: status description engagementType }`;
  const document = `{ attention { nodes { resource { __typename id ${fragments} } } }
    classificationJobs { nodes { ...Fields } } macieMembers { nodes { ...Fields } }
    mailboxExportJobs { nodes { ...Fields } } securityCases { nodes { ...Fields } } }
    fragment Fields on Resource { __typename id ${fragments} }`;
  const { data, errors } = await harness.gateway.send(document);
  expect(errors).toBeUndefined();
  const { attention, ...connections } = data as Record<
    string,
    { nodes: { id: string; resource?: object }[] }
  >;
  const byId = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  const resources = (attention?.nodes ?? []).map(({ resource = {} }) => resource).sort(byId);
  const rows = Object.values(connections)
    .flatMap(({ nodes }) => nodes)
    .sort(byId);
  expect(resources).toEqual(rows);
  expect(resources).toHaveLength(4);
});
