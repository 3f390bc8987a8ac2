// Security Incident Response cases: every field has the value of AWS, and the calls that the fields cost.
import { encodeId } from '../../src/domain/ids';
import { readState, type StateRow } from '../support/emulator';
import {
  FindSecurityCaseDocument,
  ImpactedAccountsDocument,
  SecurityCaseDetailsDocument,
  SecurityCasesDocument,
} from '../generated/graphql';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ cases: 60 }, { targets: [HOME] });

beforeEach(() => setup.forgetCalls());

/** The values of the gateway by the values of AWS. */
const STATUSES: Readonly<Record<string, string>> = {
  Submitted: 'SUBMITTED',
  Acknowledged: 'ACKNOWLEDGED',
  'Detection and Analysis': 'DETECTION_AND_ANALYSIS',
  'Containment, Eradication and Recovery': 'CONTAINMENT_ERADICATION_AND_RECOVERY',
  'Post-incident Activities': 'POST_INCIDENT_ACTIVITIES',
  'Ready to Close': 'READY_TO_CLOSE',
  Closed: 'CLOSED',
};
const RESOLVER_TYPES: Readonly<Record<string, string>> = { AWS: 'AWS', Self: 'SELF' };
const ENGAGEMENT_TYPES: Readonly<Record<string, string>> = {
  'Security Incident': 'SECURITY_INCIDENT',
  Investigation: 'INVESTIGATION',
};
const PENDING_ACTIONS: Readonly<Record<string, string>> = { Customer: 'CUSTOMER', None: 'NONE' };
const CLOSURE_CODES: Readonly<Record<string, string>> = {
  'Investigation Completed': 'INVESTIGATION_COMPLETED',
  'Not Resolved': 'NOT_RESOLVED',
  'False Positive': 'FALSE_POSITIVE',
  Duplicate: 'DUPLICATE',
};

/** The statuses that may be requested for a self-managed case. A case that AWS resolves allows only CLOSED. */
const SELF_MANAGED: Readonly<Record<string, readonly string[]>> = {
  Submitted: ['DETECTION_AND_ANALYSIS', 'CLOSED'],
  Acknowledged: ['CLOSED'],
  'Detection and Analysis': ['CONTAINMENT_ERADICATION_AND_RECOVERY', 'POST_INCIDENT_ACTIVITIES', 'CLOSED'],
  'Containment, Eradication and Recovery': ['DETECTION_AND_ANALYSIS', 'POST_INCIDENT_ACTIVITIES', 'CLOSED'],
  'Post-incident Activities': ['CONTAINMENT_ERADICATION_AND_RECOVERY', 'DETECTION_AND_ANALYSIS', 'CLOSED'],
  'Ready to Close': ['CLOSED'],
  Closed: [],
};

function requestable({ caseStatus, resolverType }: StateRow): readonly string[] | undefined {
  if (caseStatus === 'Closed') return [];
  // A self-managed case may also be handed over to AWS.
  return resolverType === 'Self' ? [...(SELF_MANAGED[String(caseStatus)] ?? []), 'AWS'] : ['CLOSED'];
}

/** Seconds since the epoch as the schema returns them. */
const time = (seconds: unknown) =>
  typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null;

function summary(stored: StateRow) {
  const caseId = String(stored.caseId);
  return {
    id: encodeId({ kind: 'SecurityCase', target: 'home', caseId }),
    target: { name: 'home' },
    caseId,
    arn: stored.caseArn,
    title: stored.title,
    status: STATUSES[String(stored.caseStatus)],
    awsStatus: stored.caseStatus,
    resolverType: RESOLVER_TYPES[String(stored.resolverType)],
    awsResolverType: stored.resolverType,
    engagementType: ENGAGEMENT_TYPES[String(stored.engagementType)],
    awsEngagementType: stored.engagementType,
    pendingAction: PENDING_ACTIONS[String(stored.pendingAction)],
    awsPendingAction: stored.pendingAction,
    createdAt: time(stored.createdDate),
    updatedAt: time(stored.lastUpdatedDate),
    closedAt: time(stored.closedDate),
    requestable: requestable(stored),
  };
}

function detail(stored: StateRow) {
  return {
    ...summary(stored),
    description: stored.description,
    closureCode: CLOSURE_CODES[String(stored.closureCode)] ?? null,
    awsClosureCode: stored.closureCode ?? null,
    reportedIncidentStartedAt: time(stored.reportedIncidentStartDate),
    actualIncidentStartedAt: time(stored.actualIncidentStartDate),
    impactedAccounts: stored.impactedAccounts,
    impactedServices: stored.impactedServices,
    impactedAwsRegions: (stored.impactedAwsRegions as { region: string }[]).map(({ region }) => region),
  };
}

function withRequestable<Node extends { availableTransitions: { to: string }[] }>(node: Node) {
  const { availableTransitions, ...fields } = node;
  return { ...fields, requestable: availableTransitions.map(({ to }) => to) };
}

/** The cases, the latest first, as AWS lists them. */
async function storedCases(): Promise<StateRow[]> {
  const state = await readState(setup.emulator);
  const key = (stored: StateRow) => `${time(stored.createdDate)} ${String(stored.caseId)}`;
  return [...state['security-ir'].cases].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

test('every field of every listed case has the value of AWS', async () => {
  const { securityCases } = await setup.gateway.read(SecurityCasesDocument, { first: 200 });
  const nodes = securityCases?.nodes ?? [];
  expect(nodes.map(withRequestable)).toEqual((await storedCases()).map(summary));
  expect(nodes).toHaveLength(60);
  const kinds = nodes.map(({ status, resolverType }) => `${resolverType} ${status}`);
  expect(new Set(kinds).size).toBe(14);
  expect(await setup.callCounts()).toEqual({ ListCases: 3 });
});

test('every detail field of every case has the value of AWS, for one GetCase each', async () => {
  const { securityCases } = await setup.gateway.read(SecurityCaseDetailsDocument, { first: 200 });
  const nodes = securityCases?.nodes ?? [];
  expect(nodes.map(withRequestable)).toEqual((await storedCases()).map(detail));
  expect(new Set(nodes.map(({ closureCode }) => closureCode)).size).toBeGreaterThan(3);
  expect(await setup.callCounts()).toEqual({ ListCases: 3, GetCase: 60 });
});

test('one detail field costs the same calls as all detail fields', async () => {
  const { securityCases } = await setup.gateway.read(ImpactedAccountsDocument, { first: 10 });
  const cases = (await storedCases()).slice(0, 10);
  expect(securityCases?.nodes).toEqual(
    cases.map(({ caseId, impactedAccounts }) => ({ caseId, impactedAccounts })),
  );
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 10 });
});

test('a look-up returns the same fields for one call', async () => {
  for (const stored of (await storedCases()).slice(0, 5)) {
    await setup.forgetCalls();
    const caseId = String(stored.caseId);
    const { securityCase } = await setup.gateway.read(FindSecurityCaseDocument, { caseId });
    expect(securityCase && withRequestable(securityCase)).toEqual(detail(stored));
    expect(await setup.callCounts()).toEqual({ GetCase: 1 });
  }
});

test('a case unknown to AWS is null, without an error', async () => {
  const response = await setup.gateway.execute(FindSecurityCaseDocument, { caseId: '0000000000' });
  expect(response).toEqual({ data: { securityCase: null } });
});

test('rejects values that are not case ids, without a call', async () => {
  for (const caseId of ['', '123456789', '1'.repeat(33), '12345678901/close-case', '12345abcde']) {
    const { data, errors } = await setup.gateway.execute(FindSecurityCaseDocument, { caseId });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('values that AWS added later are UNRECOGNIZED with the text of AWS, and allow no transition', async () => {
  const caseId = '9999999999';
  await setup.emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: caseId,
    set: {
      title: 'from the future',
      caseStatus: 'Escalated',
      resolverType: 'Partner',
      engagementType: 'Drill',
      pendingAction: 'Insurer',
      closureCode: 'Handed Over',
    },
  });
  const listed = await setup.gateway.read(SecurityCaseDetailsDocument, { first: 1 });
  const found = await setup.gateway.read(FindSecurityCaseDocument, { caseId });
  for (const securityCase of [listed.securityCases?.nodes[0], found.securityCase]) {
    expect(securityCase).toMatchObject({
      caseId,
      title: 'from the future',
      status: 'UNRECOGNIZED',
      awsStatus: 'Escalated',
      resolverType: 'UNRECOGNIZED',
      awsResolverType: 'Partner',
      engagementType: 'UNRECOGNIZED',
      awsEngagementType: 'Drill',
      pendingAction: 'UNRECOGNIZED',
      awsPendingAction: 'Insurer',
      closureCode: 'UNRECOGNIZED',
      awsClosureCode: 'Handed Over',
      availableTransitions: [],
    });
  }
});

test('a case with an unrecognized resolver type allows no transition', async () => {
  const caseId = '9999999998';
  const set = { title: 'odd', caseStatus: 'Submitted', resolverType: 'Partner' };
  await setup.emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: caseId,
    set,
  });
  const { securityCase } = await setup.gateway.read(FindSecurityCaseDocument, { caseId });
  expect(securityCase).toMatchObject({ status: 'SUBMITTED', availableTransitions: [] });
});
