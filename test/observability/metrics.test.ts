// The metrics, compared with the emulator's call log and with the responses to clients.
import { setTimeout as delay } from 'node:timers/promises';
import { SERVICE_NAMES } from '../../src/domain/services';
import { requestsInFlight, Scrape } from '../support/metrics';
import { JOB, JOB_ID, putCase, putJob } from '../support/resources';
import { useHarness } from '../support/harness';
import { startTestGateway, type TestGateway } from '../support/gateway';

const harness = useHarness();
const CALLS = 'secops_graph_aws_calls_total';
const JOBS = '{ classificationJobs(first: 10) { nodes { name } } }';
const PAUSE = (more = '') =>
  `mutation { pauseClassificationJob(input: { id: "${JOB}" ${more} }) { outcome userErrors { code } } }`;

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway(harness.emulator.url, {
    targets: [{ name: 'default', region: 'us-east-1', services: SERVICE_NAMES }],
    readCacheSeconds: new Map([['ListCases', 60]]),
  });
});

afterEach(() => gateway.close());

const scrape = () => Scrape.of(gateway.url);

/** Waits until no request and no AWS call is in flight. */
async function settled(): Promise<Scrape> {
  for (;;) {
    const found = await scrape();
    if (found.sum('secops_graph_aws_calls_in_flight') + found.sum('secops_graph_requests_in_flight') === 0) {
      return found;
    }
    await delay(10);
  }
}

const callLog = () => harness.emulator.control('GET', '/calls/counts') as Promise<Record<string, number>>;

test('counts every AWS call and every attempt once, with any outcome', async () => {
  await putJob(harness, 'RUNNING');
  await putCase(harness, 'Submitted');
  await harness.lay(
    {
      service: 'macie2',
      operation: 'ListClassificationJobs',
      count: 2,
      error: { type: 'ThrottlingException', status: 429 },
    },
    {
      service: 'security-ir',
      operation: 'ListCases',
      count: 1,
      error: { type: 'AccessDeniedException', status: 403 },
    },
    { service: 'workmail', operation: '*', lostResponse: 'before' },
  );
  await gateway.send(JOBS);
  await gateway.send('{ securityCases { nodes { caseId } } mailboxExportJobs { nodes { jobId } } }');
  await gateway.send(PAUSE());
  const found = await settled();
  expect(found.by('secops_graph_aws_attempts_total', 'operation')).toEqual(await callLog());
  expect(found.by(CALLS, 'outcome', { operation: 'ListClassificationJobs' })).toEqual({ OK: 1 });
  expect(found.by('secops_graph_aws_attempts_total', 'operation')).toMatchObject({
    ListClassificationJobs: 3,
  });
  expect(found.by('secops_graph_aws_throttles_total', 'operation', { service: 'macie2' })).toMatchObject({
    ListClassificationJobs: 2,
  });
  expect(found.by(CALLS, 'outcome', { service: 'security-ir' })).toEqual({ AWS_ACCESS_DENIED: 1 });
  expect(found.by(CALLS, 'outcome', { service: 'workmail' })).toEqual({ AWS_UNAVAILABLE: 1 });
  expect(found.by(CALLS, 'outcome', { operation: 'UpdateClassificationJob' })).toEqual({ OK: 1 });
  expect(found.by(CALLS, 'target')).toEqual({ default: found.sum(CALLS) });
  expect(found.sum('secops_graph_aws_call_duration_seconds_count')).toBe(found.sum(CALLS));
});

test('counts a throttled AssumeRole as a throttle of the operation that needs the credentials', async () => {
  await harness.lay({ service: 'sts', operation: 'AssumeRole', error: { type: 'Throttling', status: 400 } });
  const roleArn = 'arn:aws:iam::111122223333:role/secops-graph';
  const assuming = await startTestGateway(harness.emulator.url, {
    targets: [{ name: 'default', region: 'us-east-1', services: SERVICE_NAMES, roleArn }],
  });
  const { data } = await assuming.send(
    '{ classificationJobs(first: 10) { completeness { sources { status } } } }',
  );
  expect(data?.classificationJobs).toEqual({ completeness: { sources: [{ status: 'THROTTLED' }] } });
  const found = await Scrape.of(assuming.url);
  expect(found.by('secops_graph_aws_throttles_total', 'operation', { service: 'macie2' })).toMatchObject({
    ListClassificationJobs: 1,
  });
  expect(found.by(CALLS, 'outcome', { service: 'macie2' })).toEqual({ AWS_THROTTLED: 1 });
  await assuming.close();
});

test('reports the breaker of an unavailable service as open', async () => {
  const STATE = 'secops_graph_aws_breaker_state';
  await gateway.send(JOBS);
  expect((await scrape()).by(STATE, 'state', { service: 'macie2' })).toEqual({
    closed: 1,
    open: 0,
    'half-open': 0,
  });
  await harness.lay({
    service: 'macie2',
    operation: '*',
    error: { type: 'InternalServerException', status: 500 },
  });
  for (let failures = 0; failures < 5; failures += 1) await gateway.send(JOBS);
  expect((await scrape()).by(STATE, 'state', { service: 'macie2' })).toEqual({
    closed: 0,
    open: 1,
    'half-open': 0,
  });
});

test('does not count calls that the breaker rejects as attempts', async () => {
  await harness.lay({ service: 'macie2', operation: '*', lostResponse: 'before' });
  for (let i = 0; i < 8; i += 1) await gateway.send(JOBS);
  const found = await settled();
  expect(found.sum('secops_graph_aws_breaker_state', { state: 'open' })).toBe(1);
  expect(found.by('secops_graph_aws_attempts_total', 'operation')).toEqual(await callLog());
});

test('counts calls after the client has disconnected', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', count: 1, hold: true });
  const client = new AbortController();
  const response = fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: PAUSE() }),
    signal: client.signal,
  });
  await harness.faultsLeft(0);
  client.abort();
  await expect(response).rejects.toThrow('aborted');
  await harness.release();
  while ((await scrape()).sum('secops_graph_changes_total') === 0) await delay(10);
  const found = await settled();
  expect(found.by(CALLS, 'operation')).toEqual(await callLog());
  expect(found.by('secops_graph_changes_total', 'outcome')).toEqual({ APPLIED: 1 });
});

test('counts changes by outcome, and their idempotency claims, leases and audit records', async () => {
  await putJob(harness, 'RUNNING');
  await gateway.send(PAUSE('dryRun: true'));
  await gateway.send(PAUSE('idempotencyKey: "the-same-one"'));
  await gateway.send(PAUSE('idempotencyKey: "the-same-one"'));
  await gateway.send(PAUSE());
  const found = await scrape();
  expect(found.by('secops_graph_changes_total', 'outcome', { mutation: 'pauseClassificationJob' })).toEqual({
    DRY_RUN: 1,
    APPLIED: 1,
    REFUSED: 1,
  });
  expect(found.by('secops_graph_idempotency_claims_total', 'state')).toEqual({ CLAIMED: 1, COMPLETED: 1 });
  expect(found.by('secops_graph_lease_wait_seconds_count', 'outcome')).toEqual({ ACQUIRED: 2 });
  // An intent and an outcome of the change; one record each of the dry run, the replay and the refusal.
  expect(found.by('secops_graph_audit_write_duration_seconds_count', 'outcome')).toEqual({ OK: 5 });
});

test('counts requests by type, outcome and status, and errors by code', async () => {
  await putJob(harness, 'RUNNING');
  await gateway.send(JOBS);
  await gateway.send(PAUSE());
  await gateway.send('{ nothingOfTheKind }');
  await gateway.send(`{ a: node(id: "${JOB_ID}") { id } b: node(id: "x") { id } }`);
  await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
  const found = await settled();
  const requests = 'secops_graph_requests_total';
  expect(found.by(requests, 'outcome', { type: 'query' })).toEqual({ OK: 1, BAD_USER_INPUT: 1 });
  expect(found.by(requests, 'outcome', { type: 'mutation' })).toEqual({ OK: 1 });
  expect(found.by(requests, 'outcome', { type: 'none' })).toEqual({ BAD_USER_INPUT: 2 });
  expect(found.by(requests, 'status')).toEqual({ 200: 4, 400: 1 });
  expect(found.by('secops_graph_errors_total', 'code')).toEqual({ BAD_USER_INPUT: 4 });
  expect(found.sum('secops_graph_request_duration_seconds_count')).toBe(5);
});

test('counts responses that needed no AWS call by their source', async () => {
  const query = '{ securityCases { nodes { caseId } } }';
  await gateway.send(query);
  await gateway.send(query);
  await harness.lay({ service: 'macie2', operation: 'ListMembers', count: 1, hold: true });
  const members = '{ macieMembers { nodes { email } } }';
  const requests = [gateway.send(members), gateway.send(members), gateway.send(members)];
  await harness.faultsLeft(0);
  await requestsInFlight(gateway.url, 3);
  await harness.release();
  await Promise.all(requests);
  const found = await scrape();
  const reused = 'secops_graph_aws_responses_reused_total';
  expect(found.by(reused, 'from', { operation: 'ListCases' })).toEqual({ cache: 1 });
  expect(found.by(reused, 'from', { operation: 'ListMembers' })).toEqual({ single_flight: 2 });
  expect(found.by(CALLS, 'operation')).toEqual({ ListCases: 1, ListMembers: 1 });
});
