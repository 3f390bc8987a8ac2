// Fault injection: the faults that POST /faults adds to AWS calls, as SDK clients receive them.
import {
  DescribeClassificationJobCommand,
  GetMacieSessionCommand,
  Macie2Client,
  UpdateClassificationJobCommand,
} from '@aws-sdk/client-macie2';
import { ListCasesCommand } from '@aws-sdk/client-security-ir';
import { ListMailboxExportJobsCommand, ListOrganizationsCommand } from '@aws-sdk/client-workmail';
import { rejection, sdkClients } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator, clients } = useEmulator();

async function someJobId(status: string): Promise<string> {
  const { jobs } = (await readState(emulator)).macie2;
  return String(jobs.find((job) => job.jobStatus === status)?.jobId);
}

const session = new GetMacieSessionCommand({});

function addFault(fault: object) {
  return emulator.control('POST', '/faults', { service: 'macie2', operation: 'GetMacieSession', ...fault });
}

test('an error fault returns its status and Retry-After for the requested number of calls', async () => {
  await addFault({ count: 2, error: { type: 'ThrottlingException', retryAfterSeconds: 7 } });
  expect(await emulator.control('GET', '/faults')).toMatchObject([
    { operation: 'GetMacieSession', remaining: 2 },
  ]);
  for (let call = 0; call < 2; call += 1) {
    const error = await rejection(clients.macie.send(session));
    expect(error).toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
      $response: { headers: { 'retry-after': '7' } },
    });
  }
  expect((await clients.macie.send(session)).status).toBe('ENABLED');
  expect(await emulator.control('GET', '/faults')).toEqual([]);
});

test('a fault without a count applies until it is cleared', async () => {
  await addFault({ operation: '*', error: { type: 'InternalServerException', message: 'Out of order' } });
  for (let call = 0; call < 3; call += 1) {
    expect(await rejection(clients.macie.send(session))).toMatchObject({ message: 'Out of order' });
  }
  await emulator.control('DELETE', '/faults');
  expect((await clients.macie.send(session)).status).toBe('ENABLED');
});

test('a fault applies only to its account and region', async () => {
  await addFault({ account: '444455556666', region: 'eu-west-1', error: { type: 'AccessDeniedException' } });
  const affected = sdkClients(emulator.url, '444455556666', 'eu-west-1');
  expect((await clients.macie.send(session)).status).toBe('ENABLED');
  expect(await rejection(affected.macie.send(session))).toMatchObject({ name: 'AccessDeniedException' });
  affected.destroy();
});

test('an error fault can have retryAfterSeconds in security-ir, and a type that the model of workmail lacks', async () => {
  const throttled = { type: 'ThrottlingException', retryAfterSeconds: 3 };
  await emulator.control('POST', '/faults', {
    service: 'security-ir',
    operation: 'ListCases',
    error: throttled,
  });
  expect(await rejection(clients.securityIr.send(new ListCasesCommand({})))).toMatchObject({
    name: 'ThrottlingException',
    retryAfterSeconds: 3,
  });
  await emulator.control('POST', '/faults', { service: 'workmail', operation: '*', error: throttled });
  expect(await rejection(clients.workMail.send(new ListOrganizationsCommand({})))).toMatchObject({
    name: 'ThrottlingException',
    $metadata: { httpStatusCode: 400 },
  });
});

test('lostResponse closes the connection before or after the operation is applied', async () => {
  for (const [lostResponse, status] of [
    ['before', 'RUNNING'],
    ['after', 'CANCELLED'],
  ] as const) {
    const jobId = await someJobId('RUNNING');
    await addFault({ operation: 'UpdateClassificationJob', count: 1, lostResponse });
    const cancel = new UpdateClassificationJobCommand({ jobId, jobStatus: 'CANCELLED' });
    expect(await rejection(clients.macie.send(cancel))).toHaveProperty(
      'message',
      expect.stringContaining('socket hang up'),
    );
    const job = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
    expect(job.jobStatus).toBe(status);
  }
  expect((await emulator.calls()).map((call) => call.status)).toEqual([null, 200, null, 200]);
});

test('the SDK sends a write again after its response is lost', async () => {
  const retrying = new Macie2Client({
    endpoint: emulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'any' },
  });
  const jobId = await someJobId('RUNNING');
  await addFault({ operation: 'UpdateClassificationJob', count: 1, lostResponse: 'after' });
  const cancel = new UpdateClassificationJobCommand({ jobId, jobStatus: 'CANCELLED' });
  expect(await rejection(retrying.send(cancel))).toMatchObject({ name: 'ValidationException' });
  retrying.destroy();
  expect((await emulator.calls()).map((call) => call.status)).toEqual([null, 400]);
});

test('an answer fault returns its status, headers and body instead of an AWS response', async () => {
  await addFault({ count: 1, answer: { status: 418, headers: { 'retry-after': 'soon' }, body: '{"a": 1}' } });
  expect(await rejection(clients.macie.send(session))).toMatchObject({
    $metadata: { httpStatusCode: 418 },
    $response: { headers: { 'retry-after': 'soon' } },
  });
  expect((await emulator.control('GET', '/calls')) as object[]).toMatchObject([{ status: 418 }]);
});

test.each(['reset', 'cut', 'garbage'])(
  'the wire fault %s corrupts the response after the operation is applied',
  async (wire) => {
    const jobId = await someJobId('RUNNING');
    const operation = 'UpdateClassificationJob';
    await addFault({ operation, count: 1, wire });
    const command = new UpdateClassificationJobCommand({ jobId, jobStatus: 'USER_PAUSED' });
    expect(await rejection(clients.macie.send(command))).toBeDefined();
    const described = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
    expect(described.jobStatus).toBe('USER_PAUSED');
  },
);

test('latencyMs delays a response, and hang prevents it', async () => {
  await addFault({ count: 1, latencyMs: 60 });
  const before = performance.now();
  await clients.macie.send(session);
  expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  await addFault({ count: 1, hang: true });
  const abortSignal = AbortSignal.timeout(60);
  expect(await rejection(clients.macie.send(session, { abortSignal }))).toMatchObject({
    name: 'AbortError',
  });
});

test('hold stops a call before it takes effect, until the fault is released', async () => {
  const jobId = await someJobId('RUNNING');
  await addFault({ operation: 'UpdateClassificationJob', count: 1, hold: true });
  const update = clients.macie.send(new UpdateClassificationJobCommand({ jobId, jobStatus: 'USER_PAUSED' }));
  while (((await emulator.control('GET', '/faults')) as unknown[]).length > 0);
  const describe = new DescribeClassificationJobCommand({ jobId });
  expect((await clients.macie.send(describe)).jobStatus).toBe('RUNNING');
  expect(await emulator.control('POST', '/faults/release')).toEqual({ released: 1 });
  await update;
  expect((await clients.macie.send(describe)).jobStatus).toBe('USER_PAUSED');
  expect(await emulator.control('POST', '/faults/release')).toEqual({ released: 0 });
});

test.each([
  ['short', [2, 2, 2, 2, 4, 3]],
  ['empty', [0, 0, 0, 0, 4, 4, 4, 3]],
])('the page fault %s shortens pages without losing rows', async (page, expectedLengths) => {
  const OrganizationId = String((await readState(emulator)).workmail.organizations[0]?.OrganizationId);
  const operation = 'ListMailboxExportJobs';
  await emulator.control('POST', '/faults', { service: 'workmail', operation, page, count: 4 });
  const lengths: number[] = [];
  const ids: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const command = new ListMailboxExportJobsCommand({ OrganizationId, MaxResults: 4, NextToken });
    const reply = await clients.workMail.send(command);
    lengths.push(reply.Jobs?.length ?? 0);
    ids.push(...(reply.Jobs ?? []).map((job) => job.JobId));
    NextToken = reply.NextToken;
  } while (NextToken !== undefined);
  expect(lengths).toEqual(expectedLengths);
  expect(new Set(ids).size).toBe(15);
});
