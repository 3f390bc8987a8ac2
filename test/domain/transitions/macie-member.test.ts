// Transitions of Macie members: every relationship status with all four requests, the available transitions,
// and the effect of a suspension on jobs.
import {
  DeleteMacieMemberDocument,
  DisassociateMacieMemberDocument,
  EnableMacieMemberDocument,
  FindMacieMemberDocument,
  SuspendMacieMemberDocument,
  type SuspendMacieMemberInput,
  type MacieMemberStatus,
} from '../../generated/graphql';
import { readMatrix } from '../../support/matrix';
import {
  ACCOUNT_ID,
  jobStatusInAws,
  MEMBER,
  memberStatusInAws,
  putJob,
  putMember,
} from '../../support/resources';
import { useHarness } from '../../support/harness';
import { change, inShort, invalidTransition } from '../../support/verdicts';

const harness = useHarness();
const input = { id: MEMBER };
const ACKNOWLEDGED: Pick<SuspendMacieMemberInput, 'acknowledge'> = {
  acknowledge: ['CANCELS_ALL_JOBS_OF_ACCOUNT'],
};

const MUTATIONS = {
  suspend: async () =>
    (await harness.gateway.read(SuspendMacieMemberDocument, { input: { ...input, ...ACKNOWLEDGED } }))
      .suspendMacieMember,
  enable: async () => (await harness.gateway.read(EnableMacieMemberDocument, { input })).enableMacieMember,
  disassociate: async () =>
    (await harness.gateway.read(DisassociateMacieMemberDocument, { input })).disassociateMacieMember,
  delete: async () => (await harness.gateway.read(DeleteMacieMemberDocument, { input })).deleteMacieMember,
};

const REQUESTED = { suspend: 'PAUSED', enable: 'ENABLED', disassociate: 'REMOVED', delete: 'DELETED' };

/** The one update call of each request. */
const UPDATES = {
  suspend: { operation: 'UpdateMemberSession', parameters: { id: ACCOUNT_ID, status: 'PAUSED' } },
  enable: { operation: 'UpdateMemberSession', parameters: { id: ACCOUNT_ID, status: 'ENABLED' } },
  disassociate: { operation: 'DisassociateMember', parameters: { id: ACCOUNT_ID } },
  delete: { operation: 'DeleteMember', parameters: { id: ACCOUNT_ID } },
};

/** The relationship status in AWS after the request; a dash where the gateway refuses it. */
const VERDICTS = readMatrix(`
                               suspend   enable    disassociate   delete
  Enabled                      Paused    -         Removed        -
  Paused                       -         Enabled   Removed        -
  Invited                      -         -         Removed        gone
  Created                      -         -         -              gone
  Removed                      -         -         -              gone
  Resigned                     -         -         -              gone
  EmailVerificationInProgress  -         -         -              gone
  EmailVerificationFailed      -         -         -              gone
  RegionDisabled               -         -         -              -
  AccountSuspended             -         -         -              -
  ENABLED                      -         -         -              -
  Quarantined                  -         -         -              -
`);

/** By relationship status in AWS; statuses outside the model of AWS are UNRECOGNIZED. */
const NAMES: Record<string, MacieMemberStatus> = {
  Enabled: 'ENABLED',
  Paused: 'PAUSED',
  Invited: 'INVITED',
  Created: 'CREATED',
  Removed: 'REMOVED',
  Resigned: 'RESIGNED',
  EmailVerificationInProgress: 'EMAIL_VERIFICATION_IN_PROGRESS',
  EmailVerificationFailed: 'EMAIL_VERIFICATION_FAILED',
  RegionDisabled: 'REGION_DISABLED',
  AccountSuspended: 'ACCOUNT_SUSPENDED',
  ENABLED: 'UNRECOGNIZED',
  Quarantined: 'UNRECOGNIZED',
};

const ALLOWED: Record<string, string[]> = {
  Enabled: ['PAUSED', 'REMOVED'],
  Paused: ['ENABLED', 'REMOVED'],
  Invited: ['REMOVED', 'DELETED'],
  Created: ['DELETED'],
  Removed: ['DELETED'],
  Resigned: ['DELETED'],
  EmailVerificationInProgress: ['DELETED'],
  EmailVerificationFailed: ['DELETED'],
};

const CONSEQUENCES = {
  suspend: ['CANCELS_ALL_JOBS_OF_ACCOUNT', 'FINDINGS_KEPT_90_DAYS'],
  enable: [],
  disassociate: ['LEAVES_ADMINISTRATOR'],
  delete: ['RECORD_IS_DELETED'],
};

const PAIRS = VERDICTS.map(({ row, column, value }) => ({
  awsStatus: row,
  status: NAMES[row] ?? '',
  allowed: ALLOWED[row] ?? [],
  action: column as keyof typeof MUTATIONS,
  after: value,
}));

test.each(PAIRS.filter(({ after }) => after === '-'))(
  'refuses to $action a member that is $awsStatus',
  async ({ awsStatus, status, allowed, action }) => {
    await putMember(harness, awsStatus);

    expect(await MUTATIONS[action]()).toEqual({
      macieMember: { id: MEMBER, status: status },
      ...change(status, REQUESTED[action], 'REFUSED'),
      userErrors: [invalidTransition(status, REQUESTED[action], allowed)],
    });
    expect(await harness.operations()).toEqual(['GetMember']);
    expect(await memberStatusInAws(harness)).toBe(awsStatus);
  },
);

test.each(PAIRS.filter(({ after }) => after !== '-'))(
  '$action changes a member from $awsStatus to $after',
  async ({ awsStatus, status, action, after }) => {
    await putMember(harness, awsStatus);

    expect(await MUTATIONS[action]()).toEqual({
      macieMember: after === 'gone' ? null : { id: MEMBER, status: REQUESTED[action] },
      ...change(status, REQUESTED[action], 'APPLIED', CONSEQUENCES[action]),
      userErrors: [],
    });
    const update = UPDATES[action];
    expect(await harness.operations()).toEqual(['GetMember', update.operation, 'GetMember']);
    expect(await harness.updates()).toEqual([update]);
    expect(await memberStatusInAws(harness)).toBe(after === 'gone' ? undefined : after);
  },
);

test('a deletion without a response is RECONCILED when the record is gone, and UNKNOWN when it exists', async () => {
  await putMember(harness, 'Removed');
  await harness.lay({ service: 'macie2', operation: 'DeleteMember', lostResponse: 'before', count: 1 });
  expect(await MUTATIONS.delete()).toMatchObject({
    macieMember: { status: 'REMOVED' },
    outcome: 'UNKNOWN',
  });
  await harness.lay({ service: 'macie2', operation: 'DeleteMember', lostResponse: 'after', count: 1 });
  expect(await MUTATIONS.delete()).toEqual({
    macieMember: null,
    ...change('REMOVED', 'DELETED', 'RECONCILED', ['RECORD_IS_DELETED']),
    userErrors: [],
  });
});

test('a suspension cancels the jobs of the account permanently', async () => {
  const [own, done, onlyMember, shared] = ['own', 'done', 'only-member', 'shared'] as const;
  await putMember(harness, 'Enabled');
  await putJob(harness, 'USER_PAUSED', { jobId: own, account: ACCOUNT_ID });
  await putJob(harness, 'COMPLETE', { jobId: done, account: ACCOUNT_ID });
  await putJob(harness, 'RUNNING', { jobId: onlyMember, buckets: [ACCOUNT_ID] });
  await putJob(harness, 'RUNNING', { jobId: shared, buckets: [ACCOUNT_ID, '777788889999'] });
  const jobs = () =>
    Promise.all([
      jobStatusInAws(harness, own, ACCOUNT_ID),
      jobStatusInAws(harness, done, ACCOUNT_ID),
      jobStatusInAws(harness, onlyMember),
      jobStatusInAws(harness, shared),
    ]);

  await MUTATIONS.suspend();
  expect(await jobs()).toEqual(['CANCELLED', 'COMPLETE', 'CANCELLED', 'RUNNING']);

  expect(await MUTATIONS.enable()).toMatchObject({ outcome: 'APPLIED' });
  expect(await jobs()).toEqual(['CANCELLED', 'COMPLETE', 'CANCELLED', 'RUNNING']);
});

const SUSPEND = [
  'SUSPEND',
  'PAUSED',
  'suspendMacieMember',
  'CANCELS_ALL_JOBS_OF_ACCOUNT',
  'FINDINGS_KEPT_90_DAYS',
];
const ENABLE = ['ENABLE', 'ENABLED', 'enableMacieMember'];
const LEAVE = ['DISASSOCIATE', 'REMOVED', 'disassociateMacieMember', 'LEAVES_ADMINISTRATOR'];
const FORGET = ['DELETE', 'DELETED', 'deleteMacieMember', 'RECORD_IS_DELETED'];

test.each([
  { awsStatus: 'Enabled', transitions: [SUSPEND, LEAVE] },
  { awsStatus: 'Paused', transitions: [ENABLE, LEAVE] },
  { awsStatus: 'Invited', transitions: [LEAVE, FORGET] },
  { awsStatus: 'Created', transitions: [FORGET] },
  { awsStatus: 'Removed', transitions: [FORGET] },
  { awsStatus: 'Resigned', transitions: [FORGET] },
  { awsStatus: 'EmailVerificationInProgress', transitions: [FORGET] },
  { awsStatus: 'EmailVerificationFailed', transitions: [FORGET] },
  { awsStatus: 'RegionDisabled', transitions: [] },
  { awsStatus: 'AccountSuspended', transitions: [] },
  { awsStatus: 'Quarantined', transitions: [] },
])(
  'availableTransitions of a member that is $awsStatus lists its transitions',
  async ({ awsStatus, transitions }) => {
    await putMember(harness, awsStatus);
    const { macieMember } = await harness.gateway.read(FindMacieMemberDocument, { accountId: ACCOUNT_ID });
    expect(macieMember).toMatchObject({ id: MEMBER, status: NAMES[awsStatus], awsStatus });
    expect(inShort(macieMember?.availableTransitions)).toEqual(transitions);
  },
);
