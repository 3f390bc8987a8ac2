// The control endpoints: calls, reset, clock, put and state, and the requests that they reject.
import {
  DescribeClassificationJobCommand,
  GetMacieSessionCommand,
  ListClassificationJobsCommand,
  UpdateClassificationJobCommand,
} from '@aws-sdk/client-macie2';
import { CallLog } from '../src/kernel/call-log';
import { raw, rejection } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator, clients } = useEmulator();

const JSON_TYPE = { 'content-type': 'application/json' };

async function someJobId(status: string): Promise<string> {
  const { jobs } = (await readState(emulator)).macie2;
  return String(jobs.find((job) => job.jobStatus === status)?.jobId);
}

describe('the call log', () => {
  test('lists calls with their main parameters, oldest first', async () => {
    const jobId = await someJobId('RUNNING');
    await emulator.control('POST', '/clock', { frozen: true, set: '2026-11-21T10:00:00Z' });
    const page = await clients.macie.send(new ListClassificationJobsCommand({ maxResults: 3 }));
    await clients.macie.send(new ListClassificationJobsCommand({ maxResults: 3, nextToken: page.nextToken }));
    await rejection(clients.macie.send(new UpdateClassificationJobCommand({ jobId, jobStatus: 'RUNNING' })));
    const calls = await emulator.calls();
    expect(calls.map(({ operation, parameters, status }) => ({ operation, parameters, status }))).toEqual([
      { operation: 'ListClassificationJobs', parameters: { maxResults: 3 }, status: 200 },
      { operation: 'ListClassificationJobs', parameters: { maxResults: 3, nextToken: true }, status: 200 },
      { operation: 'UpdateClassificationJob', parameters: { jobId, jobStatus: 'RUNNING' }, status: 409 },
    ]);
    expect(calls[0]).toMatchObject({
      time: '2026-11-21T10:00:00.000Z',
      service: 'macie2',
      account: '111122223333',
      region: 'us-east-1',
      requestId: page.$metadata.requestId,
    });
  });

  test('is empty after DELETE /calls', async () => {
    await clients.macie.send(new GetMacieSessionCommand({}));
    expect(await emulator.calls()).toHaveLength(1);
    await emulator.control('DELETE', '/calls');
    expect(await emulator.calls()).toEqual([]);
    expect(await emulator.control('GET', '/calls/counts')).toEqual({});
  });

  test('counts calls by operation, including rejected calls', async () => {
    const jobId = await someJobId('RUNNING');
    await clients.macie.send(new GetMacieSessionCommand({}));
    await clients.macie.send(new GetMacieSessionCommand({}));
    await rejection(clients.macie.send(new UpdateClassificationJobCommand({ jobId, jobStatus: 'RUNNING' })));
    expect(await emulator.control('GET', '/calls/counts')).toEqual({
      GetMacieSession: 2,
      UpdateClassificationJob: 1,
    });
  });

  test('keeps the latest 10,000 calls and counts all of them', () => {
    const log = new CallLog();
    for (let added = 0; added < 25_000; added += 1) log.add({ ...CALL, requestId: String(added) });
    expect(log.latest).toHaveLength(10_000);
    expect(log.latest.at(-1)?.requestId).toBe('24999');
    expect(log.counts).toEqual({ ListCases: 25_000 });
  });
});

const CALL = {
  time: '2026-11-21T10:00:00.000Z',
  service: 'security-ir',
  operation: 'ListCases',
  account: '111122223333',
  region: 'us-east-1',
  session: null,
  parameters: {},
  status: 200,
};

test('latencyMs delays AWS calls before they take effect, and does not delay control endpoints', async () => {
  await emulator.control('POST', '/settings', { latencyMs: 1e6 });
  const jobId = await someJobId('RUNNING');
  const cancel = new UpdateClassificationJobCommand({ jobId, jobStatus: 'CANCELLED' });
  const abortSignal = AbortSignal.timeout(100);
  expect(await rejection(clients.macie.send(cancel, { abortSignal }))).toMatchObject({ name: 'AbortError' });
  expect(await emulator.control('POST', '/settings', { latencyMs: 1 })).toMatchObject({ latencyMs: 1 });
  const job = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
  expect(job.jobStatus).toBe('RUNNING');
});

describe('reset', () => {
  test('restores data, clock and settings, and clears calls and faults', async () => {
    const jobId = await someJobId('RUNNING');
    await clients.macie.send(new UpdateClassificationJobCommand({ jobId, jobStatus: 'CANCELLED' }));
    await emulator.control('POST', '/clock', { frozen: true, advanceSeconds: 1e6 });
    await emulator.control('POST', '/settings', {
      macieEnabled: false,
      acceptSameStatus: true,
      latencyMs: 1,
      rateLimits: { ListMembers: 1 },
      roles: [{ roleArn: 'arn:aws:iam::111122223333:role/audit', deny: true }],
    });
    await emulator.control('POST', '/faults', { service: 'macie2', operation: '*', hang: true });
    await emulator.control('POST', '/reset');
    expect(await emulator.calls()).toEqual([]);
    expect(await emulator.control('GET', '/faults')).toEqual([]);
    expect(await emulator.control('GET', '/settings')).toMatchObject({
      acceptSameStatus: false,
      enablement: [],
      latencyMs: 0,
      rateLimits: {},
      roles: [],
    });
    expect(await emulator.control('GET', '/clock')).toMatchObject({ frozen: false });
    const job = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
    expect(job.jobStatus).toBe('RUNNING');
  });

  test('accepts another seed and sizes, which the next reset does not keep', async () => {
    const before = await someJobId('RUNNING');
    const settings = await emulator.control('POST', '/reset', { seed: 'other', sizes: { jobs: 5 } });
    expect(settings).toEqual({ seed: 'other', sizes: { jobs: 5, members: 40, exportJobs: 30, cases: 30 } });
    expect((await readState(emulator)).macie2.jobs).toHaveLength(5);
    expect(await someJobId('RUNNING')).not.toBe(before);
    await emulator.control('POST', '/reset');
    expect(await someJobId('RUNNING')).toBe(before);
  });

  test('sets the clock to the requested time, and generates data around that time', async () => {
    await emulator.control('POST', '/reset', { now: '2024-02-29T23:30:00Z' });
    const { now } = (await emulator.control('GET', '/clock')) as { now: string };
    expect(now).toMatch(/^2024-02-29T23:[345]/);
    const { macie2, 'security-ir': securityIr } = await readState(emulator);
    const created = [
      ...macie2.jobs.map(({ createdAt }) => Date.parse(String(createdAt))),
      ...securityIr.cases.map(({ createdDate }) => Number(createdDate) * 1_000),
    ];
    expect(Math.max(...created)).toBeLessThanOrEqual(Date.parse(now));
    expect(Math.min(...created)).toBeGreaterThan(Date.parse('2022-01-01T00:00:00Z'));
    await emulator.control('POST', '/reset');
    const present = (await emulator.control('GET', '/clock')) as { now: string };
    expect(Math.abs(Date.parse(present.now) - Date.now())).toBeLessThan(60_000);
  });

  test('invalidates earlier pagination tokens', async () => {
    const { nextToken } = await clients.macie.send(new ListClassificationJobsCommand({}));
    await emulator.control('POST', '/reset');
    const error = await rejection(clients.macie.send(new ListClassificationJobsCommand({ nextToken })));
    expect(error).toMatchObject({ name: 'ValidationException' });
  });
});

describe('clock', () => {
  test('can be set, frozen and advanced', async () => {
    expect(await emulator.control('POST', '/clock', { frozen: true, set: '2027-01-01T00:00:00Z' })).toEqual({
      now: '2027-01-01T00:00:00.000Z',
      frozen: true,
    });
    expect(await emulator.control('POST', '/clock', { advanceSeconds: 1.5 })).toEqual({
      now: '2027-01-01T00:00:01.500Z',
      frozen: true,
    });
    expect(await emulator.control('GET', '/clock')).toEqual({
      now: '2027-01-01T00:00:01.500Z',
      frozen: true,
    });
  });

  test('continues from the time at which it was frozen', async () => {
    await emulator.control('POST', '/clock', { frozen: true, set: '2027-01-01T00:00:00Z' });
    const { now } = (await emulator.control('POST', '/clock', { frozen: false })) as { now: string };
    expect(now).toMatch(/^2027-01-01T00:00:0/);
  });

  test('expires pagination tokens after 24 hours', async () => {
    const { nextToken } = await clients.macie.send(new ListClassificationJobsCommand({}));
    const next = new ListClassificationJobsCommand({ nextToken });
    await emulator.control('POST', '/clock', { frozen: true, advanceSeconds: 86_390 });
    expect((await clients.macie.send(next)).items).toHaveLength(25);
    await emulator.control('POST', '/clock', { advanceSeconds: 10 });
    expect(await rejection(clients.macie.send(next))).toMatchObject({ name: 'ValidationException' });
  });
});

describe('put', () => {
  test('stores statuses that the AWS model does not define', async () => {
    const jobId = await someJobId('IDLE');
    const body = { service: 'macie2', resource: 'job', id: jobId, set: { jobStatus: 'ARCHIVING' } };
    await emulator.control('POST', '/put', body);
    const job = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
    expect(job.jobStatus).toBe('ARCHIVING');
  });

  test('stores a resource in the requested account and region', async () => {
    const set = { title: 'A case', caseStatus: 'Submitted', resolverType: 'Self' };
    const where = { account: '444455556666', region: 'eu-west-1' };
    await emulator.control('POST', '/put', {
      service: 'security-ir',
      resource: 'case',
      id: '1234567890',
      set,
      ...where,
    });
    const there = (await readState(emulator, '444455556666', 'eu-west-1'))['security-ir'].cases;
    const here = (await readState(emulator))['security-ir'].cases;
    expect([there.length, here.length]).toEqual([31, 30]);
  });

  test.each([
    ['macie2', 'job'],
    ['macie2', 'member'],
    ['security-ir', 'case'],
    ['workmail', 'organization'],
  ])('rejects a new %s %s without its required members', async (service, resource) => {
    const body = JSON.stringify({ service, resource, id: 'x', set: {} });
    const reply = await raw(emulator.url, 'POST', '/_emulator/put', JSON_TYPE, body);
    expect(reply.status).toBe(404);
    expect(reply.body).toEqual({ error: expect.stringContaining('to create it, set') as unknown });
  });
});

test('the state of another account has other resources', async () => {
  const [first, second] = [await readState(emulator), await readState(emulator, '444455556666')];
  expect(first.macie2.jobs[0]?.jobId).not.toBe(second.macie2.jobs[0]?.jobId);
});

describe('a rejected control request returns a reason of one line', () => {
  test.each([
    ['POST', '/nothing', '', 404, 'There is no control endpoint POST nothing'],
    ['POST', '/clock', '{', 400, 'The body is not valid JSON.'],
    ['POST', '/clock', '{}', 400, 'Give at least one of set, advanceSeconds, frozen.'],
    ['POST', '/clock', '{"set":"tomorrow"}', 400, 'set: '],
    ['POST', '/clock', '{"advanceSeconds":-1}', 400, 'advanceSeconds: '],
    ['POST', '/reset', '{"sizes":{"jobs":100001}}', 400, 'sizes.jobs: '],
    ['POST', '/reset', '{"now":"yesterday"}', 400, 'now: '],
    ['POST', '/faults', '{"service":"s3","operation":"*","hang":true}', 400, 'service: '],
    [
      'POST',
      '/faults',
      '{"service":"macie2","operation":"ListCases","hang":true}',
      400,
      'operation: macie2 has no operation ListCases',
    ],
    ['POST', '/faults', '{"service":"macie2","operation":"*"}', 400, 'Give at least one of latencyMs'],
    ['POST', '/settings', '{"strict":true}', 400, 'Unrecognized key'],
    [
      'POST',
      '/settings',
      '{"account":"12","macieEnabled":false}',
      400,
      'account: An account id has 12 digits.',
    ],
    ['POST', '/settings', '{"latencyMs":-1}', 400, 'latencyMs: '],
    ['POST', '/settings', '{"rateLimits":{"GetCase":0}}', 400, 'rateLimits.GetCase: '],
    ['POST', '/settings', '{"rateLimits":{"GetCases":9}}', 400, 'no service has an operation GetCases'],
    ['POST', '/settings', '{"roles":[{"deny":true}]}', 400, 'roles.0.roleArn: '],
    ['POST', '/put', '{"service":"sts","resource":"role","id":"1","set":{}}', 400, 'sts has no resources'],
    [
      'POST',
      '/put',
      '{"service":"macie2","resource":"case","id":"1","set":{}}',
      400,
      'macie2 has resources job and member',
    ],
    [
      'POST',
      '/put',
      '{"service":"workmail","resource":"exportJob","id":"1","set":{}}',
      400,
      'organizationId: ',
    ],
    [
      'POST',
      '/put',
      '{"service":"macie2","resource":"job","id":"1","set":{"status":"RUNNING"}}',
      400,
      'Unrecognized key',
    ],
  ])('%s %s %s', async (method, path, body, status, message) => {
    const reply = await raw(emulator.url, method, `/_emulator${path}`, JSON_TYPE, body);
    expect(reply.status).toBe(status);
    const { error } = reply.body as { error: string };
    expect(error).toContain(message);
    expect(error).not.toContain('\n');
  });
});
