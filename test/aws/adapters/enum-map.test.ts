// AWS's enum values under the schema's names.
import { enumMap } from '../../../src/aws/adapters/enum-map';

const statuses = enumMap({ 'Detection and Analysis': 'DETECTION_AND_ANALYSIS', Closed: 'CLOSED' });

test.each([
  ['Detection and Analysis', 'DETECTION_AND_ANALYSIS'],
  ['Closed', 'CLOSED'],
  ['closed', 'UNRECOGNIZED'],
  ['Archived', 'UNRECOGNIZED'],
  ['', 'UNRECOGNIZED'],
  ['toString', 'UNRECOGNIZED'],
  [undefined, undefined],
  // A member that AWS sends as null is one that it says nothing about.
  [null, undefined],
])('%j is %s', (value, name) => {
  expect(statuses.fromAws(value)).toBe(name);
});
