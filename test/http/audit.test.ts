// The audits of graphql-http, the reference implementation of GraphQL over HTTP.
import { serverAudits } from 'graphql-http';
import { useHarness } from '../support/harness';

const harness = useHarness();

test('passes all 61 audits without any header', async () => {
  const audits = serverAudits({ url: harness.gateway.url, fetchFn: fetch });
  const results = await Promise.all(audits.map(({ fn }) => fn()));
  expect(results).toHaveLength(61);
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
});
