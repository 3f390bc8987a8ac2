// The audits of graphql-http, the reference implementation of GraphQL over HTTP.
import { serverAudits } from 'graphql-http';
import { useHarness } from '../support/harness';

const harness = useHarness();

/** The audits that use GET. Without the preflight header the gateway rejects them, to protect against cross-site requests. */
const BY_GET = ['5A70', '6A70', 'D6D5'];

async function audit(headers: Record<string, string>) {
  const audits = serverAudits({
    url: harness.gateway.url,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } }),
  });
  const results = await Promise.all(audits.map(({ fn }) => fn()));
  return results.map(({ id, status }) => ({ id, status }));
}

test.each(['apollo-require-preflight', 'x-apollo-operation-name'])(
  'passes all 61 audits with the header %s',
  async (name) => {
    const results = await audit({ [name]: 'audit' });
    expect(results).toHaveLength(61);
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
  },
);

test('without a preflight header, the audits report no error and no warning, only notices for requests by GET', async () => {
  const results = await audit({});
  expect(results).toHaveLength(61);
  const others = results.filter(({ status }) => status !== 'ok').sort((a, b) => a.id.localeCompare(b.id));
  expect(others).toEqual(BY_GET.map((id) => ({ id, status: 'notice' })));
});
