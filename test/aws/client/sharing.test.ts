// Shared reads: concurrent requests share calls, except across callers and changes.
import { createAdapters } from '../../../src/aws/adapters/all';
import { AwsClients } from '../../../src/aws/client/clients';
import { Targets } from '../../../src/domain/targets';
import { callContext, principal } from '../../support/call-context';
import { SEVERAL_TARGETS, HOME, useSeveralTargets } from '../../support/several-targets';
import { nextAnswer, openSocket } from '../../support/raw-http';
import { requestsInFlight } from '../../support/metrics';

const setup = useSeveralTargets({ cases: 40 }, { targets: [HOME] });
const JSON_TYPE = 'application/json';
const SLOW = { service: 'security-ir', operation: '*', latencyMs: 300 };

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

const DETAILS =
  '{ securityCases(first: 40) { nodes { caseId impactedAccounts } completeness { complete } } }';

test('40 concurrent clients with the same query cost the calls of one and get the same response', async () => {
  // The emulator holds the first response until all requests are in flight, so that a slow machine does not matter.
  await setup.lay(
    { service: 'security-ir', operation: 'ListCases', hold: true, count: 1 },
    { ...SLOW, latencyMs: 600 },
  );
  const requests = Array.from({ length: 40 }, () => setup.gateway.send(DETAILS));
  await setup.faultsLeft(1);
  await requestsInFlight(setup.gateway.url, 40);
  await setup.release();
  const responses = await Promise.all(requests);
  expect(new Set(responses.map((response) => JSON.stringify(response))).size).toBe(1);
  expect(responses[0]).toMatchObject({ data: { securityCases: { completeness: { complete: true } } } });
  expect(await setup.callCounts()).toEqual({ ListCases: 2, GetCase: 40 });
});

test('a request with no-cache or max-age=0 shares no call', async () => {
  await setup.lay({ service: 'security-ir', operation: '*', hold: true, count: 3 });
  const query = '{ securityCases(first: 5) { nodes { caseId } } }';
  const send = (cacheControl: string) =>
    fetch(setup.gateway.url, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE, 'cache-control': cacheControl },
      body: JSON.stringify({ query }),
    });
  const requests = [send('max-age=60'), send('max-age=60'), send('no-cache'), send('max-age=0')];
  await setup.faultsLeft(0);
  await requestsInFlight(setup.gateway.url, 4);
  await setup.release();
  await Promise.all(requests);
  expect(await setup.callCounts()).toEqual({ ListCases: 3 });
});

test('a request that arrived before a response shares it, even when its body comes later', async () => {
  const body = JSON.stringify({ query: '{ securityCases(first: 5) { nodes { caseId } } }' });
  const sendQuery = async () =>
    (await fetch(setup.gateway.url, { method: 'POST', headers: { 'content-type': JSON_TYPE }, body })).text();
  const early = await openSocket(setup.gateway.url);
  early.write(
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${JSON_TYPE}\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  // The request has arrived and waits for its body.
  await requestsInFlight(setup.gateway.url, 1);
  const first = await sendQuery();
  early.write(body);
  expect((await nextAnswer(early))?.body).toBe(first);
  expect(await setup.callCounts()).toEqual({ ListCases: 1 });
  expect(await sendQuery()).toBe(first);
  expect(await setup.callCounts()).toEqual({ ListCases: 2 });
  early.destroy();
});

describe('reads without the server', () => {
  const clients = () =>
    new AwsClients(new Targets(SEVERAL_TARGETS), { mode: 'emulator', endpoint: setup.emulator.url });
  const page = { token: undefined, size: 5 };

  test('only reads of the same caller share a call', async () => {
    const aws = clients();
    const { SecurityCase } = createAdapters(aws);
    await setup.lay(SLOW);
    const read = (caller: string) =>
      SecurityCase.list('home', page, callContext({ principal: principal(caller) }));
    await Promise.all([read('ann'), read('ann'), read('bob')]);
    expect(await setup.callCounts()).toEqual({ ListCases: 2 });
    aws.destroy();
  });

  test('a read that starts after a change does not share a call that started before it', async () => {
    const aws = clients();
    const { SecurityCase } = createAdapters(aws);
    const { rows } = await SecurityCase.list('home', { token: undefined, size: 25 }, callContext());
    const open = rows.find(({ status }) => status !== 'CLOSED');
    if (open === undefined) throw new Error('There is no open case.');
    await setup.forgetCalls();
    await setup.lay({ service: 'security-ir', operation: 'GetCase', hold: true, count: 1 });
    const before = SecurityCase.get(open, callContext());
    await setup.faultsLeft(0);
    await SecurityCase.close(open, callContext());
    const after = await SecurityCase.get(open, callContext());
    expect(after?.status).toBe('CLOSED');
    await setup.release();
    await before;
    expect(await setup.callCounts()).toEqual({ CloseCase: 1, GetCase: 2 });
    aws.destroy();
  });

  test('reads of different targets share no call', async () => {
    const aws = clients();
    const { SecurityCase } = createAdapters(aws);
    await Promise.all(['home', 'partner'].map((target) => SecurityCase.list(target, page, callContext())));
    expect(await setup.callCounts()).toEqual({ ListCases: 2 });
    aws.destroy();
  });
});
