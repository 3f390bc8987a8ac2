// The items of a bulk change: each has the value that the API compares before it sends the change.
import { dryRunsOf } from '../../packages/console/src/app/bulk/bulk-requests';
import type { BulkResource } from '../../packages/console/src/app/bulk/bulk-resource';

const securityCase = (id: string, resolverType: string | null): BulkResource => ({
  type: 'SecurityCase',
  id,
  name: id,
  target: 'default',
  status: 'SUBMITTED',
  statusLabel: 'Submitted',
  resolverType,
  isTerminal: false,
  transitions: [],
});

const RESOURCES = [securityCase('a', 'SELF'), securityCase('b', null)];

function expectedBy(action: 'UPDATE_STATUS' | 'UPDATE_RESOLVER_TYPE', to: string) {
  const [request] = dryRunsOf({ action, to, resources: RESOURCES, others: [] });
  return request?.input.items.map(({ expectedStatus }) => expectedStatus);
}

test('a change of the status expects the status', () => {
  expect(expectedBy('UPDATE_STATUS', 'ACKNOWLEDGED')).toEqual(['SUBMITTED', 'SUBMITTED']);
});

test('a change of the resolver expects the resolver, and nothing when AWS states none', () => {
  expect(expectedBy('UPDATE_RESOLVER_TYPE', 'AWS')).toEqual(['SELF', undefined]);
});
