// Errors of look-ups: the message and code for each failure of AWS, the number of attempts, and the text of AWS that stays hidden.
import { encodeId } from '../../../src/domain/ids';
import { readState } from '../../support/emulator';
import {
  FindClassificationJobDocument,
  FindMacieMemberDocument,
  FindMailboxExportJobDocument,
  FindNodeDocument,
  FindSecurityCaseDocument,
  OverviewDocument,
  SecurityCaseDetailsDocument,
} from '../../generated/graphql';
import { CONNECTIONS, askForPage } from '../../support/connections';
import { HOME, useSeveralTargets } from '../../support/several-targets';
import type { GraphqlAnswer } from '../../support/gateway';

const setup = useSeveralTargets({}, { targets: [HOME] });

interface Lookup {
  readonly field: string;
  readonly service: string;
  /** The name of the service in the schema. */
  readonly name: string;
  readonly title: string;
  readonly operation: string;
  readonly send: () => Promise<GraphqlAnswer<Record<string, unknown>>>;
}

/** The AWS keys of a resource of each kind, read from the emulator. */
const keys = { jobId: '', accountId: '', organizationId: '', exportJobId: '', caseId: '' };

const LOOKUPS: readonly Lookup[] = [
  {
    field: 'classificationJob',
    service: 'macie2',
    name: 'MACIE',
    title: 'Macie',
    operation: 'DescribeClassificationJob',
    send: () => setup.gateway.send(FindClassificationJobDocument.toString(), { jobId: keys.jobId }),
  },
  {
    field: 'macieMember',
    service: 'macie2',
    name: 'MACIE',
    title: 'Macie',
    operation: 'GetMember',
    send: () => setup.gateway.send(FindMacieMemberDocument.toString(), { accountId: keys.accountId }),
  },
  {
    field: 'mailboxExportJob',
    service: 'workmail',
    name: 'WORKMAIL',
    title: 'WorkMail',
    operation: 'DescribeMailboxExportJob',
    send: () =>
      setup.gateway.send(FindMailboxExportJobDocument.toString(), {
        organizationId: keys.organizationId,
        jobId: keys.exportJobId,
      }),
  },
  {
    field: 'securityCase',
    service: 'security-ir',
    name: 'SECURITY_INCIDENT_RESPONSE',
    title: 'Security Incident Response',
    operation: 'GetCase',
    send: () => setup.gateway.send(FindSecurityCaseDocument.toString(), { caseId: keys.caseId }),
  },
];

beforeAll(async () => {
  const state = await readState(setup.emulator);
  const [organization] = state.workmail.organizations;
  keys.jobId = String(state.macie2.jobs[0]?.jobId);
  keys.accountId = String(state.macie2.members[0]?.accountId);
  keys.organizationId = String(organization?.OrganizationId);
  keys.exportJobId = String(organization?.exportJobs[0]?.JobId);
  keys.caseId = String(state['security-ir'].cases[0]?.caseId);
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

interface AwsFailure {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
}

const DENIED = {
  code: 'AWS_ACCESS_DENIED',
  text: 'denied the gateway access',
  attempts: 1,
  retryable: false,
};
const FAILED = {
  code: 'AWS_UNAVAILABLE',
  text: 'could not be reached or failed to respond',
  attempts: 3,
  retryable: true,
};
const REJECTED = { code: 'AWS_REJECTED', text: 'rejected the request', attempts: 1, retryable: false };
const THROTTLED = { code: 'AWS_THROTTLED', text: 'is throttling the gateway', attempts: 3, retryable: true };

const FAILURES: readonly AwsFailure[] = [
  { type: 'AccessDeniedException', status: 403, ...DENIED },
  { type: 'UnrecognizedClientException', status: 403, ...DENIED },
  // The credentials of this target are fixed, so the gateway cannot renew them.
  {
    type: 'ExpiredTokenException',
    status: 403,
    ...DENIED,
    text: 'rejected the expired credentials of the gateway',
    retryable: true,
  },
  { type: 'UnheardOfException', status: 403, ...DENIED },
  { type: 'InternalServerException', status: 500, ...FAILED },
  { type: 'UnheardOfException', status: 503, ...FAILED },
  { type: 'ValidationException', status: 400, ...REJECTED },
  { type: 'UnheardOfException', status: 400, ...REJECTED },
  { type: 'ConflictException', status: 409, ...REJECTED },
  { type: 'ServiceQuotaExceededException', status: 402, ...REJECTED },
  { type: 'ThrottlingException', status: 429, ...THROTTLED, retryAfterSeconds: 1 },
];

test.each(FAILURES)('reports $type with status $status as $code', async (failure) => {
  const { type, status, code, text, attempts, retryable, retryAfterSeconds } = failure;
  for (const service of ['macie2', 'workmail', 'security-ir']) {
    await setup.lay({ service, operation: '*', error: { type, status, retryAfterSeconds } });
  }
  const responses = await Promise.all(LOOKUPS.map((lookup) => lookup.send()));
  const calls = await setup.emulator.calls();

  for (const [index, { field, name, title, operation }] of LOOKUPS.entries()) {
    const attemptsMade = calls.filter((call) => call.operation === operation);
    expect(attemptsMade).toHaveLength(attempts);
    expect(responses[index]?.data).toEqual({ [field]: null });
    expect(responses[index]?.errors).toEqual([
      {
        message: `${title} ${text} in target home.`,
        path: [field],
        locations: expect.any(Array) as unknown,
        extensions: {
          code,
          service: name,
          operation,
          requestId: attemptsMade.at(-1)?.requestId,
          retryable,
          ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        },
      },
    ]);
  }
});

test('a look-up reports a service that is not enabled', async () => {
  const disabled = { macieEnabled: false, securityIncidentResponseActive: false };
  await setup.emulator.control('POST', '/settings', disabled);
  try {
    const exportJob = LOOKUPS.find(({ service }) => service === 'workmail');
    expect((await exportJob?.send())?.errors).toBeUndefined();
    for (const { field, title, name, send } of LOOKUPS.filter((lookup) => lookup !== exportJob)) {
      const { data, errors } = await send();
      expect(data).toEqual({ [field]: null });
      expect(errors).toMatchObject([
        {
          message: `${title} is not enabled in target home.`,
          extensions: { code: 'AWS_NOT_ENABLED', service: name, retryable: false },
        },
      ]);
    }
  } finally {
    const enabled = { macieEnabled: true, securityIncidentResponseActive: true };
    await setup.emulator.control('POST', '/settings', enabled);
  }
});

test('the gateway tries a read up to three times, and does not report transient failures', async () => {
  // The model of WorkMail has no throttling error, and all its client errors have status 400.
  const errors: Record<string, object> = { workmail: { type: 'TooManyRequestsException', status: 400 } };
  for (const { service, operation } of LOOKUPS) {
    const error = errors[service] ?? { type: 'InternalServerException' };
    await setup.lay({ service, operation, count: 2, error });
  }
  const responses = await Promise.all(LOOKUPS.map((lookup) => lookup.send()));
  for (const [index, { field, operation }] of LOOKUPS.entries()) {
    expect(responses[index]?.errors).toBeUndefined();
    expect(responses[index]?.data?.[field]).toMatchObject({ target: { name: 'home' } });
    expect((await setup.callCounts())[operation]).toBe(3);
  }
});

test('a detail that AWS denies is null on its node only', async () => {
  await setup.lay({
    service: 'security-ir',
    operation: 'GetCase',
    count: 1,
    error: { type: 'AccessDeniedException' },
  });
  const { data, errors } = await setup.gateway.execute(SecurityCaseDetailsDocument, { first: 5 });
  const nodes = data?.securityCases?.nodes ?? [];
  expect(nodes).toHaveLength(5);
  expect(nodes.filter(({ description }) => description === null)).toHaveLength(1);
  for (const { title, status } of nodes) {
    expect(title).toEqual(expect.any(String));
    expect(status).not.toBe('UNRECOGNIZED');
  }
  const nodeOf = (error: { path?: readonly (string | number)[] }) => error.path?.slice(0, 3);
  const [first] = errors ?? [];
  expect(first && nodeOf(first)).toEqual(['securityCases', 'nodes', expect.any(Number)]);
  for (const error of errors ?? []) {
    expect(nodeOf(error)).toEqual(first && nodeOf(first));
    expect(error.extensions).toMatchObject({ code: 'AWS_ACCESS_DENIED', operation: 'GetCase' });
  }
});

const CANARY = 'canary-3f9a';
const SECRET_ARN = 'arn:aws:iam::998877665544:role/hidden';

test.each([
  ['AccessDeniedException', 403],
  ['ValidationException', 400],
  ['InternalServerException', 500],
  ['ConflictException', 409],
])('the response to %s contains no text of AWS', async (type, status) => {
  const message = `User: ${SECRET_ARN} is not authorized (${CANARY})`;
  for (const service of ['macie2', 'workmail', 'security-ir']) {
    await setup.lay({ service, operation: '*', error: { type, status, message } });
  }
  const caseId = encodeId({ kind: 'SecurityCase', target: 'home', caseId: keys.caseId });
  const responses = await Promise.all<GraphqlAnswer<unknown>>([
    ...LOOKUPS.map((lookup) => lookup.send()),
    ...CONNECTIONS.map((name) => askForPage(setup.gateway, name, { first: 5 })),
    setup.gateway.execute(OverviewDocument),
    setup.gateway.execute(FindNodeDocument, { id: caseId }),
  ]);
  const responseText = JSON.stringify(responses);
  expect(responseText).toContain('in target home.');
  for (const secret of [CANARY, SECRET_ARN, '998877665544', 'not authorized', 'node_modules', '.ts:']) {
    expect(responseText).not.toContain(secret);
  }
});
