// Every status of every resource with every action: in its own mutation and in changeStatuses, as a change and as a dry run,
// with the audit record. The tables are handwritten.
import { encodeId } from '../../src/domain/ids';
import { type ResourceKind } from '../../src/domain/resources';
import { readMatrix } from '../support/matrix';
import { useHarness, type Harness } from '../support/harness';

const harness = useHarness();

/** "yes" is applied; the transition table rejects a dash. */
const JOBS = readMatrix(`
                PAUSE   RESUME   CANCEL
  RUNNING       yes     -        yes
  IDLE          yes     -        yes
  PAUSED        yes     -        yes
  USER_PAUSED   -       yes      yes
  COMPLETE      -       -        -
  CANCELLED     -       -        -
  ARCHIVING     -       -        -
`);
const MEMBERS = readMatrix(`
                               SUSPEND   ENABLE   DISASSOCIATE   DELETE
  Enabled                      yes       -        yes            -
  Paused                       -         yes      yes            -
  Invited                      -         -        yes            yes
  Created                      -         -        -              yes
  Removed                      -         -        -              yes
  Resigned                     -         -        -              yes
  EmailVerificationInProgress  -         -        -              yes
  EmailVerificationFailed      -         -        -              yes
  RegionDisabled               -         -        -              -
  AccountSuspended             -         -        -              -
  Quarantined                  -         -        -              -
`);
const EXPORTS = readMatrix(`
              CANCEL
  RUNNING     yes
  COMPLETED   -
  FAILED      -
  CANCELLED   -
  PENDING     -
`);
/** The columns are the statuses requested with UPDATE_STATUS, and the other actions. */
const SELF_CASES = readMatrix(`
                                             SUBMITTED   ACKNOWLEDGED   DETECTION_AND_ANALYSIS   CONTAINMENT_ERADICATION_AND_RECOVERY   POST_INCIDENT_ACTIVITIES   READY_TO_CLOSE   CLOSE   UPDATE_RESOLVER_TYPE
  Submitted                                  -           -              yes                      -                                      -                          -                yes     yes
  Acknowledged                               -           -              -                        -                                      -                          -                yes     yes
  Detection_and_Analysis                     -           -              -                        yes                                    yes                        -                yes     yes
  Containment,_Eradication_and_Recovery      -           -              yes                      -                                      yes                        -                yes     yes
  Post-incident_Activities                   -           -              yes                      yes                                    -                          -                yes     yes
  Ready_to_Close                             -           -              -                        -                                      -                          -                yes     yes
  Closed                                     -           -              -                        -                                      -                          -                -       -
  Under_Review                               -           -              -                        -                                      -                          -                -       -
`);
const AWS_CASES = readMatrix(`
                                             SUBMITTED   DETECTION_AND_ANALYSIS   CLOSE   UPDATE_RESOLVER_TYPE
  Submitted                                  -           -                        yes     -
  Acknowledged                               -           -                        yes     -
  Detection_and_Analysis                     -           -                        yes     -
  Containment,_Eradication_and_Recovery      -           -                        yes     -
  Post-incident_Activities                   -           -                        yes     -
  Ready_to_Close                             -           -                        yes     -
  Closed                                     -           -                        -       -
`);

const CASE_ACTIONS: Readonly<Record<string, string>> = {
  CLOSE: 'CLOSE',
  UPDATE_RESOLVER_TYPE: 'UPDATE_RESOLVER_TYPE',
};

const SINGLE: Readonly<Record<string, string>> = {
  'ClassificationJob PAUSE': 'pauseClassificationJob',
  'ClassificationJob RESUME': 'resumeClassificationJob',
  'ClassificationJob CANCEL': 'cancelClassificationJob',
  'MacieMember SUSPEND': 'suspendMacieMember',
  'MacieMember ENABLE': 'enableMacieMember',
  'MacieMember DISASSOCIATE': 'disassociateMacieMember',
  'MacieMember DELETE': 'deleteMacieMember',
  'MailboxExportJob CANCEL': 'cancelMailboxExportJob',
  'SecurityCase UPDATE_STATUS': 'updateSecurityCaseStatus',
  'SecurityCase UPDATE_RESOLVER_TYPE': 'updateSecurityCaseResolverType',
  'SecurityCase CLOSE': 'closeSecurityCase',
};

const OPERATIONS: Readonly<Record<string, string>> = {
  'ClassificationJob PAUSE': 'UpdateClassificationJob',
  'ClassificationJob RESUME': 'UpdateClassificationJob',
  'ClassificationJob CANCEL': 'UpdateClassificationJob',
  'MacieMember SUSPEND': 'UpdateMemberSession',
  'MacieMember ENABLE': 'UpdateMemberSession',
  'MacieMember DISASSOCIATE': 'DisassociateMember',
  'MacieMember DELETE': 'DeleteMember',
  'MailboxExportJob CANCEL': 'CancelMailboxExportJob',
  'SecurityCase UPDATE_STATUS': 'UpdateCaseStatus',
  'SecurityCase UPDATE_RESOLVER_TYPE': 'UpdateResolverType',
  'SecurityCase CLOSE': 'CloseCase',
};

const ORGANIZATION = 'm-0123456789abcdef0123456789abcdef';
const target = 'default';

interface Pair {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly awsStatus: string;
  readonly action: string;
  readonly status?: string;
  readonly allowed: boolean;
  readonly put: (harness: Harness) => Promise<void>;
}

let idCount = 0;
const digits = (length: number) => String((idCount += 1)).padStart(length, '0');

const PAIRS: readonly Pair[] = [
  ...JOBS.map(({ row, column, value }): Pair => {
    const jobId = digits(32);
    return {
      kind: 'ClassificationJob',
      id: encodeId({ kind: 'ClassificationJob', target, jobId }),
      awsStatus: row,
      action: column,
      allowed: value === 'yes',
      put: (into) =>
        into.put('macie2', 'job', jobId, {
          name: 'job',
          jobType: row === 'IDLE' ? 'SCHEDULED' : 'ONE_TIME',
          jobStatus: row,
        }),
    };
  }),
  ...MEMBERS.map(({ row, column, value }): Pair => {
    const accountId = digits(12);
    return {
      kind: 'MacieMember',
      id: encodeId({ kind: 'MacieMember', target, accountId }),
      awsStatus: row,
      action: column,
      allowed: value === 'yes',
      put: (into) => into.put('macie2', 'member', accountId, { relationshipStatus: row }),
    };
  }),
  ...EXPORTS.map(({ row, column, value }): Pair => {
    const jobId = `00000000-1111-2222-3333-${digits(12)}`;
    return {
      kind: 'MailboxExportJob',
      id: encodeId({ kind: 'MailboxExportJob', target, organizationId: ORGANIZATION, jobId }),
      awsStatus: row,
      action: column,
      allowed: value === 'yes',
      put: (into) =>
        into.put(
          'workmail',
          'exportJob',
          jobId,
          { EntityId: 'S-1-1-11-1111111111', State: row },
          { organizationId: ORGANIZATION },
        ),
    };
  }),
  ...[
    ...SELF_CASES.map((cell) => ({ ...cell, resolverType: 'Self' })),
    ...AWS_CASES.map((cell) => ({ ...cell, resolverType: 'AWS' })),
  ].map(({ row, column, value, resolverType }): Pair => {
    const caseId = digits(10);
    const action = CASE_ACTIONS[column] ?? 'UPDATE_STATUS';
    const awsStatus = row.replaceAll('_', ' ');
    return {
      kind: 'SecurityCase',
      id: encodeId({ kind: 'SecurityCase', target, caseId }),
      awsStatus,
      action,
      ...(action === 'UPDATE_STATUS' && { status: column }),
      allowed: value === 'yes',
      put: (into) =>
        into.put('security-ir', 'case', caseId, { title: 'case', caseStatus: awsStatus, resolverType }),
    };
  }),
];

interface Verdict {
  readonly outcome: string;
  readonly operation: string;
  readonly iamAction: string;
  readonly userErrors: readonly { readonly code: string }[];
}

const VERDICT = 'outcome operation iamAction userErrors { code }';
const ACKNOWLEDGE = ['CANCELS_ALL_JOBS_OF_ACCOUNT'];

async function changeAlone({ kind, id, action, status }: Pair, dryRun: boolean): Promise<Verdict> {
  const mutation = SINGLE[`${kind} ${action}`] ?? '';
  const more = [
    ...(status === undefined ? [] : [`status: ${status}`]),
    ...(action === 'UPDATE_RESOLVER_TYPE' ? ['resolverType: AWS'] : []),
    `acknowledge: [${ACKNOWLEDGE.join(', ')}]`,
  ].join(', ');
  const { data, errors } = await harness.gateway.send(
    `mutation { ${mutation}(input: { id: "${id}", dryRun: ${dryRun}, ${more} }) { ${VERDICT} } }`,
  );
  expect(errors).toBeUndefined();
  return data?.[mutation] as Verdict;
}

async function changeTogether(pairs: readonly Pair[], dryRun: boolean): Promise<Verdict[]> {
  const items = pairs.map(({ id, action, status }) => ({ id, action, status, acknowledge: ACKNOWLEDGE }));
  const { data, errors } = await harness.gateway.send(
    `mutation ($input: ChangeStatusesInput!) {
      changeStatuses(input: $input) { results { resourceId ${VERDICT} } userErrors { code } }
    }`,
    { input: { items, dryRun } },
  );
  expect(errors).toBeUndefined();
  const payload = data?.changeStatuses as {
    results: (Verdict & { resourceId: string })[];
    userErrors: unknown[];
  };
  expect(payload.userErrors).toEqual([]);
  expect(payload.results.map(({ resourceId }) => resourceId)).toEqual(items.map(({ id }) => id));
  return payload.results;
}

interface Trail {
  readonly nodes: readonly {
    readonly mutation: string;
    readonly outcome: string;
    readonly errorCodes: readonly string[];
    readonly awsOperation: string | null;
    readonly awsRequestId: string | null;
    readonly actor: string;
    readonly sourceAddress: string;
    readonly endedAt: string | null;
  }[];
}

async function trailOf(id: string): Promise<Trail['nodes']> {
  const { data, errors } = await harness.gateway.send(
    `query ($filter: AuditEntryFilter!) { auditTrail(first: 5, filter: $filter) {
      nodes { mutation outcome errorCodes awsOperation awsRequestId actor sourceAddress endedAt }
    } }`,
    { filter: { resourceId: id } },
  );
  expect(errors).toBeUndefined();
  return (data?.auditTrail as Trail).nodes;
}

async function check(pair: Pair, verdict: Verdict, mutation: string, dryRun: boolean): Promise<void> {
  const { kind, id, action, allowed } = pair;
  const label = `${kind} ${pair.awsStatus} ${action} ${pair.status ?? ''}`;
  const operation = OPERATIONS[`${kind} ${action}`] ?? '';
  const service = {
    ClassificationJob: 'macie2',
    MacieMember: 'macie2',
    MailboxExportJob: 'workmail',
    SecurityCase: 'security-ir',
  }[kind];
  const outcome = allowed ? (dryRun ? 'DRY_RUN' : 'APPLIED') : 'REFUSED';
  const codes = allowed ? [] : ['INVALID_TRANSITION'];
  expect({ label, ...verdict }).toMatchObject({
    label,
    outcome,
    operation,
    iamAction: `${service}:${operation}`,
    userErrors: codes.map((code) => ({ code })),
  });
  const [entry] = await trailOf(id);
  expect({ label, ...entry }).toEqual({
    label,
    mutation,
    outcome,
    errorCodes: codes,
    awsOperation: allowed ? operation : null,
    awsRequestId: allowed && !dryRun ? (expect.any(String) as string) : null,
    actor: 'anonymous',
    sourceAddress: '127.0.0.1',
    endedAt: expect.any(String) as string,
  });
}

beforeEach(async () => {
  await harness.put('workmail', 'organization', ORGANIZATION, { Alias: 'tests' });
  for (const pair of PAIRS) await pair.put(harness);
});

/** The number of updates that AWS received, by operation. */
async function updateCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { operation } of await harness.updates()) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

function allowedCounts(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, action, allowed } of PAIRS) {
    const operation = OPERATIONS[`${kind} ${action}`] ?? '';
    if (allowed) counts[operation] = (counts[operation] ?? 0) + 1;
  }
  return counts;
}

test('the tables contain every pair, and allow the expected number of changes', () => {
  expect(PAIRS).toHaveLength(7 * 3 + 11 * 4 + 5 + 8 * 8 + 7 * 4);
  expect(allowedCounts()).toEqual({
    UpdateClassificationJob: 8,
    UpdateMemberSession: 2,
    DisassociateMember: 3,
    DeleteMember: 6,
    CancelMailboxExportJob: 1,
    UpdateCaseStatus: 7,
    CloseCase: 12,
    UpdateResolverType: 6,
  });
});

test.each([false, true])('single mutations apply only the allowed pairs (dry run: %j)', async (dryRun) => {
  for (const pair of PAIRS) {
    await check(pair, await changeAlone(pair, dryRun), SINGLE[`${pair.kind} ${pair.action}`] ?? '', dryRun);
  }
  expect(await updateCounts()).toEqual(dryRun ? {} : allowedCounts());
});

test.each([false, true])('changeStatuses applies only the allowed pairs (dry run: %j)', async (dryRun) => {
  for (let start = 0; start < PAIRS.length; start += 100) {
    const pairs = PAIRS.slice(start, start + 100);
    const verdicts = await changeTogether(pairs, dryRun);
    expect(verdicts).toHaveLength(pairs.length);
    for (const [index, verdict] of verdicts.entries()) {
      const pair = pairs[index];
      if (pair !== undefined) await check(pair, verdict, 'changeStatuses', dryRun);
    }
  }
  expect(await updateCounts()).toEqual(dryRun ? {} : allowedCounts());
});
