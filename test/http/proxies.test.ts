// The proxies whose X-Forwarded headers the gateway trusts.
import { PauseClassificationJobDocument } from '../generated/graphql';
import { startTestGateway, testConfig } from '../support/gateway';
import { JOB, putJob } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

const FORGED = '203.0.113.7';

/** Makes a change, and returns the address in its audit entry and the Strict-Transport-Security header of the response. */
async function change(trustedProxies: readonly string[], headers: Record<string, string>) {
  await putJob(harness, 'RUNNING');
  const gateway = await startTestGateway(harness.emulator.url, {
    http: { ...testConfig().http, trustedProxies },
  });
  const body = { query: PauseClassificationJobDocument.toString(), variables: { input: { id: JOB } } };
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  const { data } = await gateway.send('{ auditTrail(first: 1) { nodes { sourceAddress } } }');
  await gateway.close();
  const { nodes } = data?.auditTrail as { nodes: { sourceAddress: string }[] };
  return { address: nodes[0]?.sourceAddress, hsts: response.headers.get('strict-transport-security') };
}

const forwarded = (value: string) => ({ 'x-forwarded-for': value, 'x-forwarded-proto': 'https' });

test.each([
  ['ignores the headers without a trusted proxy', [], FORGED, '127.0.0.1', null],
  ['ignores the headers of an address that is not trusted', ['10.0.0.0/8'], FORGED, '127.0.0.1', null],
  ['uses the headers of a trusted proxy', ['127.0.0.1'], FORGED, FORGED, 'max-age=31536000'],
  ['uses the headers of a proxy in a trusted network', ['127.0.0.0/8'], FORGED, FORGED, 'max-age=31536000'],
  [
    'ignores an address that the client put in front of the one that the proxy added',
    ['127.0.0.1'],
    `198.51.100.1, ${FORGED}`,
    FORGED,
    'max-age=31536000',
  ],
  [
    'ignores a forwarded value that is not an address',
    ['127.0.0.1'],
    '<script>',
    '127.0.0.1',
    'max-age=31536000',
  ],
])('%s', async (_name, trusted, value, address, hsts) => {
  expect(await change(trusted, forwarded(value))).toEqual({ address, hsts });
});

test.each([
  ['https', 'max-age=31536000'],
  ['http, https', 'max-age=31536000'],
  ['https, http', null],
  ['javascript, https', 'max-age=31536000'],
])('X-Forwarded-Proto: %s counts with its last entry, which the proxy added', async (value, hsts) => {
  const headers = { 'x-forwarded-for': FORGED, 'x-forwarded-proto': value };
  expect(await change(['127.0.0.1'], headers)).toEqual({ address: FORGED, hsts });
});

test.each([
  { 'x-forwarded-host': 'a b<', 'x-forwarded-proto': 'https' },
  { 'x-forwarded-proto': 'java script:' },
])('rejects the malformed headers %j of a trusted proxy', async (headers) => {
  const gateway = await startTestGateway(harness.emulator.url, {
    http: { ...testConfig().http, trustedProxies: ['127.0.0.1'] },
  });
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [{ message: 'The URL or the Host header is malformed.', extensions: { code: 'BAD_USER_INPUT' } }],
  });
  await gateway.close();
});
