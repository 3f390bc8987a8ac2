// docs/overview.md: its tables agree with the code.
import { ATTENTION_REASONS } from '../../src/domain/attention/all';
import { readDocument, tableRows } from '../support/markdown';

const page = readDocument('docs/overview.md');

test('the page lists every reason for attention', () => {
  const reasons = tableRows(page, 'reason').map(([reason = '']) => reason.replaceAll('`', ''));
  expect(reasons).toEqual(Object.keys(ATTENTION_REASONS));
});
