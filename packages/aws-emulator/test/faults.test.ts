// Faults that the control endpoints lay in the way of AWS calls, as SDK clients meet them.
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

function lay(fault: object) {
  return emulator.control('POST', '/faults', { service: 'macie2', operation: 'GetMacieSession', ...fault });
}

test('answer an error as often as told, with its status and Retry-After', async () => {
  await lay({ count: 2, error: { type: 'ThrottlingException', retryAfterSeconds: 7 } });
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

test('stay until they are cleared when no count is given', async () => {
  await lay({ operation: '*', error: { type: 'InternalServerException', message: 'Out of order' } });
  for (let call = 0; call < 3; call += 1) {
    expect(await rejection(clients.macie.send(session))).toMatchObject({ message: 'Out of order' });
  }
  await emulator.control('DELETE', '/faults');
  expect((await clients.macie.send(session)).status).toBe('ENABLED');
});

test('hit only the account and region that they name', async () => {
  await lay({ account: '444455556666', region: 'eu-west-1', error: { type: 'AccessDeniedException' } });
  const hit = sdkClients(emulator.url, '444455556666', 'eu-west-1');
  expect((await clients.macie.send(session)).status).toBe('ENABLED');
  expect(await rejection(hit.macie.send(session))).toMatchObject({ name: 'AccessDeniedException' });
  hit.destroy();
});

test('carry retryAfterSeconds of security-ir, and unmodelled types of workmail', async () => {
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

test('drop the connection before or after the operation is applied', async () => {
  for (const [lostResponse, status] of [
    ['before', 'RUNNING'],
    ['after', 'CANCELLED'],
  ] as const) {
    const jobId = await someJobId('RUNNING');
    await lay({ operation: 'UpdateClassificationJob', count: 1, lostResponse });
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

test('a lost response is what makes the SDK send a write again', async () => {
  const retrying = new Macie2Client({
    endpoint: emulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'any' },
  });
  const jobId = await someJobId('RUNNING');
  await lay({ operation: 'UpdateClassificationJob', count: 1, lostResponse: 'after' });
  const cancel = new UpdateClassificationJobCommand({ jobId, jobStatus: 'CANCELLED' });
  expect(await rejection(retrying.send(cancel))).toMatchObject({ name: 'ValidationException' });
  retrying.destroy();
  expect((await emulator.calls()).map((call) => call.status)).toEqual([null, 400]);
});

test('answer what they are told, in no protocol of AWS’s', async () => {
  await lay({ count: 1, answer: { status: 418, headers: { 'retry-after': 'soon' }, body: '{"a": 1}' } });
  expect(await rejection(clients.macie.send(session))).toMatchObject({
    $metadata: { httpStatusCode: 418 },
    $response: { headers: { 'retry-after': 'soon' } },
  });
  expect((await emulator.control('GET', '/calls')) as object[]).toMatchObject([{ status: 418 }]);
});

test.each(['reset', 'cut', 'garbage'])('spoil an answer by %s, once the operation is done', async (wire) => {
  const jobId = await someJobId('RUNNING');
  const operation = 'UpdateClassificationJob';
  await lay({ operation, count: 1, wire });
  const command = new UpdateClassificationJobCommand({ jobId, jobStatus: 'USER_PAUSED' });
  expect(await rejection(clients.macie.send(command))).toBeDefined();
  const described = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
  expect(described.jobStatus).toBe('USER_PAUSED');
});

test('take time, or for ever', async () => {
  await lay({ count: 1, latencyMs: 60 });
  const before = performance.now();
  await clients.macie.send(session);
  expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  await lay({ count: 1, hang: true });
  const abortSignal = AbortSignal.timeout(60);
  expect(await rejection(clients.macie.send(session, { abortSignal }))).toMatchObject({
    name: 'AbortError',
  });
});

test('hold a call, before anything is done, until it is released', async () => {
  const jobId = await someJobId('RUNNING');
  await lay({ operation: 'UpdateClassificationJob', count: 1, hold: true });
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
])('make pages %s and lose nothing', async (page, expectedLengths) => {
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
