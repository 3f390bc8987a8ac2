// The tables of problems and causes in the documents, compared with the code.
import { STORE_FAILURES } from '../../src/domain/store-failure';
import { PROBLEMS } from '../../src/observability/health/problems';
import { readDocument, tableRows } from '../support/markdown';

test('docs/faults.md lists every cause once', () => {
  const documented = tableRows(readDocument('docs/faults.md'), 'cause').map(([cause]) => cause);
  expect(documented).toEqual(STORE_FAILURES);
});

test('docs/observability.md lists every problem of /readyz once', () => {
  const documented = tableRows(readDocument('docs/observability.md'), 'problem').map(([problem]) => problem);
  expect(documented).toEqual(['DRAINING', ...Object.keys(PROBLEMS)]);
});
