// Failures of AWS: unreachable, silent, or with invalid responses.
import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CALL_LIMITS } from '../../../src/aws/client/call-limits';
import {
  FindMacieMemberDocument,
  FindSecurityCaseDocument,
  MacieMembersDocument,
} from '../../generated/graphql';
import { CONNECTIONS, readPage } from '../../support/connections';
import { HOME, useSeveralTargets } from '../../support/several-targets';
import { startTestGateway, type TestGateway } from '../../support/gateway';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** A server that replaces AWS. It sends no response when `respond` returns undefined. */
async function startFakeAws(respond: (body: string) => object | string | undefined) {
  const server = createServer((message, response) => {
    let body = '';
    message.setEncoding('utf8').on('data', (text: string) => (body += text));
    message.on('end', () => {
      const reply = respond(body);
      if (reply === undefined) return;
      const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
      response.setHeader('content-type', 'application/json').end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  open.push({ close });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close, server };
}

async function startGateway(url: string): Promise<TestGateway> {
  const gateway = await startTestGateway(url, { targets: [HOME] }, CALL_LIMITS);
  open.push(gateway);
  return gateway;
}

test('look-ups and lists report that AWS is unavailable when no server listens', async () => {
  const aws = await startFakeAws(() => undefined);
  const gateway = await startGateway(aws.url);
  await aws.close();
  open.shift();

  const { data, errors } = await gateway.execute(FindSecurityCaseDocument, { caseId: '1234567890' });
  expect(data).toEqual({ securityCase: null });
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toEqual({
    code: 'AWS_UNAVAILABLE',
    service: 'SECURITY_INCIDENT_RESPONSE',
    operation: 'GetCase',
    retryable: true,
  });
  const pages = await Promise.all(CONNECTIONS.map((name) => readPage(gateway, name, { first: 5 })));
  for (const { edges, completeness } of pages) {
    expect(edges).toEqual([]);
    expect(completeness).toMatchObject({ complete: false, sources: [{ status: 'UNAVAILABLE' }] });
  }
});

test('a response that is not JSON is a failure', async () => {
  for (const reply of ['<html></html>', '{"members": [']) {
    const aws = await startFakeAws(() => reply);
    const gateway = await startGateway(aws.url);
    const { edges, completeness } = await readPage(gateway, 'macieMembers', { first: 5 });
    expect(edges).toEqual([]);
    expect(completeness).toMatchObject({ complete: false, sources: [{ status: 'UNAVAILABLE' }] });
  }
});

test('the gateway stops a list whose nextToken repeats, and reports a failure', async () => {
  const account = (accountId: string) => ({ accountId, relationshipStatus: 'Enabled' });
  let calls = 0;
  const aws = await startFakeAws(() => {
    calls += 1;
    return { members: [account('111111111111'), account('222222222222')], nextToken: 'again' };
  });
  const gateway = await startGateway(aws.url);
  const { macieMembers } = await gateway.read(MacieMembersDocument, { first: 10 });
  expect(macieMembers?.nodes.map(({ accountId }) => accountId)).toEqual(['111111111111', '222222222222']);
  expect(macieMembers?.completeness).toMatchObject({ complete: false, sources: [{ status: 'UNAVAILABLE' }] });
  expect(macieMembers?.pageInfo.hasNextPage).toBe(false);
  expect(calls).toBe(2);

  const after = macieMembers?.pageInfo.endCursor ?? null;
  const onwards = await gateway.read(MacieMembersDocument, { first: 10, after });
  expect(onwards.macieMembers?.nodes).toEqual([]);
  expect(onwards.macieMembers?.completeness.complete).toBe(false);
});

test('the gateway stops a list of organizations whose tokens form a cycle, and reports a failure', async () => {
  const tokens: Record<string, string> = { none: 'a', a: 'b', b: 'a' };
  let calls = 0;
  const aws = await startFakeAws((body) => {
    calls += 1;
    const { NextToken = 'none' } = JSON.parse(body) as { NextToken?: string };
    return { OrganizationSummaries: [], NextToken: tokens[NextToken] };
  });
  const gateway = await startGateway(aws.url);
  const { completeness, pageInfo } = await readPage(gateway, 'mailboxExportJobs', { first: 5 });
  expect(completeness).toMatchObject({ complete: false, sources: [{ status: 'UNAVAILABLE' }] });
  expect(pageInfo.hasNextPage).toBe(false);
  expect(calls).toBe(3);
});

test('the gateway aborts the reads of a client that disconnects', async () => {
  const aws = await startFakeAws(() => undefined);
  const gateway = await startGateway(aws.url);
  const awsRequest = once(aws.server, 'request') as Promise<[IncomingMessage]>;
  const client = request(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    agent: false,
  });
  const variables = { accountId: '123456789012' };
  client.end(JSON.stringify({ query: FindMacieMemberDocument.toString(), variables }));
  const [{ socket }] = await awsRequest;
  const [awsClosed, clientFailed] = [once(socket, 'close'), once(client, 'error')];
  const disconnectedAt = Date.now();
  client.destroy(new Error('gone'));
  await Promise.all([clientFailed, awsClosed]);
  // Without the abort, the read would end at its timeout of five seconds.
  expect(Date.now() - disconnectedAt).toBeLessThan(1_000);
});

describe('a call without a response', () => {
  const setup = useSeveralTargets({}, { targets: [HOME] }, CALL_LIMITS);

  test('times out after five seconds, and the gateway does not retry the read', async () => {
    const services = ['macie2', 'security-ir'] as const;
    for (const service of services) await setup.lay({ service, operation: '*', count: 1, hang: true });
    const started = Date.now();
    const pages = await Promise.all(
      (['macieMembers', 'securityCases'] as const).map((name) => readPage(setup.gateway, name, { first: 5 })),
    );
    const seconds = (Date.now() - started) / 1_000;
    expect(seconds).toBeGreaterThan(4.5);
    expect(seconds).toBeLessThan(9);
    for (const { edges, completeness } of pages) {
      expect(edges).toEqual([]);
      expect(completeness.sources.map(({ status }) => status)).toEqual(['TIMED_OUT']);
    }
    expect(await setup.callCounts()).toEqual({ ListMembers: 1, ListCases: 1 });
  });
});
