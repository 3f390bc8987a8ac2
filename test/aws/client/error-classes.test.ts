// The classification of AWS errors: throttling, expired credentials and clock skew, in every spelling, for reads, changes and AssumeRole.
import { createAdapters, type Adapters } from '../../../src/aws/adapters/all';
import { AwsClients } from '../../../src/aws/client/clients';
import { AwsUsage } from '../../../src/aws/client/usage';
import type { CallContext } from '../../../src/aws/client/call-context';
import { AwsError } from '../../../src/domain/errors';
import { SERVICE_NAMES, type ServiceName } from '../../../src/domain/services';
import { Targets, type Target } from '../../../src/domain/targets';
import { callContext } from '../../support/call-context';
import { startTestEmulator, type TestEmulator } from '../../support/emulator';
import { ERROR_ROWS, type ErrorRow } from './error-codes';

const HOME: Target = { name: 'home', region: 'us-east-1', services: SERVICE_NAMES };
const assumed = (name: string, account: number): Target => ({
  ...HOME,
  name,
  roleArn: `arn:aws:iam::${account}:role/secops-graph`,
});

/** One target with its own account for each row. */
const TARGETS = ERROR_ROWS.map((_, index) => assumed(`row-${index}`, 300_000_000_000 + index));

let emulator: TestEmulator;
let clients: AwsClients;
let adapters: Adapters;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const limits = { failureThreshold: Infinity };
  clients = new AwsClients(new Targets([HOME, ...TARGETS]), {
    mode: 'emulator',
    endpoint: emulator.url,
    limits,
  });
  adapters = createAdapters(clients);
});

afterAll(async () => {
  clients.destroy();
  await emulator.close();
});

const lay = (fault: object) => emulator.control('POST', '/faults', fault);

async function failure(call: Promise<unknown>): Promise<AwsError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AwsError))
    throw new Error(`The call did not fail with an AwsError: ${String(error)}`);
  return error;
}

const expectationOf = ({ type, code, retryable, rejectedAuthentication, notApplied }: ErrorRow) => ({
  code,
  awsCode: type,
  retryable,
  rejectedAuthentication,
  notApplied,
});

const observationOf = ({ code, retryable, details }: AwsError) => ({
  code,
  awsCode: details.awsCode,
  retryable,
  rejectedAuthentication: details.rejectedAuthentication,
  notApplied: details.notApplied,
});

/** The places and notations in which AWS services send the code of an error. */
const NOTATIONS = {
  'x-amzn-errortype': (type: string) => ({ headers: { 'x-amzn-errortype': type }, members: {} }),
  'x-amzn-errortype with a URI': (type: string) => ({
    headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/com.amazonaws.service/` },
    members: {},
  }),
  'x-amzn-errortype with a namespace': (type: string) => ({
    headers: { 'x-amzn-errortype': `com.amazonaws.service#${type}` },
    members: {},
  }),
  __type: (type: string) => ({ headers: {}, members: { __type: type } }),
  '__type with a namespace': (type: string) => ({
    headers: {},
    members: { __type: `com.amazon.coral.service#${type}` },
  }),
  code: (type: string) => ({ headers: {}, members: { code: type } }),
} as const;

const answerOf = ({ type, status, message }: ErrorRow, notation: keyof typeof NOTATIONS) => {
  const { headers, members } = NOTATIONS[notation](type);
  return { answer: { status, headers, body: JSON.stringify({ ...members, message }) } };
};

/** A change of each service. It may name a resource that does not exist, because the fault comes first. */
const CHANGES: Readonly<Record<ServiceName, (call: CallContext) => Promise<unknown>>> = {
  macie2: (call) =>
    adapters.MacieMember.update(
      { kind: 'MacieMember', target: 'home', accountId: '444455556666' },
      'PAUSED',
      call,
    ),
  workmail: (call) =>
    adapters.MailboxExportJob.cancel(
      { kind: 'MailboxExportJob', target: 'home', organizationId: `m-${'0'.repeat(32)}`, jobId: 'job' },
      'key',
      call,
    ),
  'security-ir': (call) =>
    adapters.SecurityCase.close({ kind: 'SecurityCase', target: 'home', caseId: '1234567890' }, call),
};

const NOTATIONS_BY_SERVICE = [
  ['macie2', 'x-amzn-errortype'],
  ['macie2', 'x-amzn-errortype with a URI'],
  ['macie2', 'x-amzn-errortype with a namespace'],
  ['macie2', '__type with a namespace'],
  ['macie2', 'code'],
  ['workmail', 'x-amzn-errortype with a URI'],
  ['workmail', '__type'],
  ['workmail', '__type with a namespace'],
  ['security-ir', 'x-amzn-errortype'],
  ['security-ir', '__type'],
] as const satisfies readonly [ServiceName, keyof typeof NOTATIONS][];

test.each(NOTATIONS_BY_SERVICE)(
  'changes of %s classify every code in %s, and the gateway sends them once',
  async (service, notation) => {
    await emulator.control('DELETE', '/calls');
    const observations = [];
    for (const row of ERROR_ROWS) {
      await lay({ service, operation: '*', count: 1, ...answerOf(row, notation) });
      observations.push(observationOf(await failure(CHANGES[service](callContext()))));
    }
    expect(observations).toEqual(ERROR_ROWS.map(expectationOf));
    expect(await emulator.calls()).toHaveLength(ERROR_ROWS.length);
  },
);

test('reads retry by class, and count every throttled attempt', async () => {
  const member = (target: string) => ({ kind: 'MacieMember', target, accountId: '444455556666' }) as const;
  for (const [index, row] of ERROR_ROWS.entries()) {
    const account = String(300_000_000_000 + index);
    await lay({ service: 'macie2', operation: '*', account, ...answerOf(row, 'x-amzn-errortype') });
  }
  await emulator.control('DELETE', '/calls');
  const observations = await Promise.all(
    TARGETS.map(async ({ name }) => {
      const usage = new AwsUsage();
      const error = await failure(adapters.MacieMember.get(member(name), callContext({ usage })));
      return { ...observationOf(error), throttled: usage.report().throttled };
    }),
  );
  const calls = await emulator.calls();
  const attempts = TARGETS.map(
    (_, index) => calls.filter(({ account }) => account === String(300_000_000_000 + index)).length,
  );
  expect(observations).toEqual(
    ERROR_ROWS.map((row) => ({ ...expectationOf(row), throttled: row.code === 'AWS_THROTTLED' ? 3 : 0 })),
  );
  expect(attempts).toEqual(ERROR_ROWS.map((row) => row.attempts));
});

/** The errors of STS, which AWS sends as XML, for AssumeRole. */
const STS_ROWS = ERROR_ROWS.filter(({ type }) =>
  [
    'Throttling',
    'ThrottlingException',
    'RequestLimitExceeded',
    'ExpiredToken',
    'ExpiredTokenException',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
    'InvalidClientTokenId',
    'AccessDenied',
  ].includes(type),
);

test.each(STS_ROWS)('AssumeRole: $type with status $status is $code', async (row) => {
  const { type, status, message } = row;
  await emulator.control('DELETE', '/faults');
  await lay({ service: 'sts', operation: 'AssumeRole', error: { type, status, message } });
  const target = assumed('sts', 222233334444);
  const stsClients = new AwsClients(new Targets([target]), { mode: 'emulator', endpoint: emulator.url });
  const { MacieMember } = createAdapters(stsClients);
  const ref = { kind: 'MacieMember', target: 'sts', accountId: '444455556666' } as const;
  const usage = new AwsUsage();
  const error = await failure(MacieMember.get(ref, callContext({ usage })));
  const onChange = await failure(MacieMember.update(ref, 'PAUSED', callContext()));
  stsClients.destroy();
  // Without credentials the gateway sends nothing.
  expect(observationOf(error)).toEqual({ ...expectationOf(row), notApplied: true });
  expect(observationOf(onChange)).toEqual({ ...expectationOf(row), notApplied: true });
  expect(usage.report().throttled).toBe(row.code === 'AWS_THROTTLED' ? 1 : 0);
});

test('an InvalidTokenException of Security Incident Response, which its model declares as retryable, is AWS_UNAVAILABLE', async () => {
  await emulator.control('DELETE', '/faults');
  await emulator.control('DELETE', '/calls');
  await lay({ service: 'security-ir', operation: 'GetCase', error: { type: 'InvalidTokenException' } });
  const ref = { kind: 'SecurityCase', target: 'home', caseId: '1234567890' } as const;
  expect(observationOf(await failure(adapters.SecurityCase.get(ref, callContext())))).toEqual({
    code: 'AWS_UNAVAILABLE',
    awsCode: 'InvalidTokenException',
    retryable: true,
    rejectedAuthentication: undefined,
    notApplied: true,
  });
  expect((await emulator.calls()).map(({ status }) => status)).toEqual([423, 423, 423]);
});
