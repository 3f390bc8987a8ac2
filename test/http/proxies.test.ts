// Whose word is taken for where a request comes from.
import { PauseClassificationJobDocument } from '../generated/graphql';
import { startTestGateway, testConfig } from '../support/gateway';
import { JOB, putJob } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

const FORGED = '203.0.113.7';

/** The address in the trail of a change, and whether the answer tells browsers to keep to TLS. */
async function change(trustedProxies: readonly string[], headers: Record<string, string>) {
  await putJob(harness, 'RUNNING');
  const gateway = await startTestGateway(harness.emulator.url, {
    http: { ...testConfig().http, trustedProxies },
  });
  const body = { query: PauseClassificationJobDocument.toString(), variables: { input: { id: JOB } } };
  const answer = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  const { data } = await gateway.send('{ auditTrail(first: 1) { nodes { sourceAddress } } }');
  await gateway.close();
  const { nodes } = data?.auditTrail as { nodes: { sourceAddress: string }[] };
  return { address: nodes[0]?.sourceAddress, hsts: answer.headers.get('strict-transport-security') };
}

const forwarded = (value: string) => ({ 'x-forwarded-for': value, 'x-forwarded-proto': 'https' });

test.each([
  ['nobody is trusted', [], FORGED, '127.0.0.1', null],
  ['another address is trusted', ['10.0.0.0/8'], FORGED, '127.0.0.1', null],
  ['the proxy is trusted', ['127.0.0.1'], FORGED, FORGED, 'max-age=31536000'],
  ['its network is trusted', ['127.0.0.0/8'], FORGED, FORGED, 'max-age=31536000'],
  [
    'a client forges what the proxy adds to',
    ['127.0.0.1'],
    `198.51.100.1, ${FORGED}`,
    FORGED,
    'max-age=31536000',
  ],
  ['what is forwarded is no address', ['127.0.0.1'], '<script>', '127.0.0.1', 'max-age=31536000'],
])('%s', async (_name, trusted, value, address, hsts) => {
  expect(await change(trusted, forwarded(value))).toEqual({ address, hsts });
});

test.each([
  { 'x-forwarded-host': 'a b<', 'x-forwarded-proto': 'https' },
  { 'x-forwarded-proto': 'java script:' },
])('a trusted proxy that talks nonsense: %j', async (headers) => {
  const gateway = await startTestGateway(harness.emulator.url, {
    http: { ...testConfig().http, trustedProxies: ['127.0.0.1'] },
  });
  const answer = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    errors: [{ message: 'The URL or the Host header is malformed.', extensions: { code: 'BAD_USER_INPUT' } }],
  });
  await gateway.close();
});
