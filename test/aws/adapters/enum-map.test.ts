// The mapping of enum values of AWS to names in the schema.
import { enumMap } from '../../../src/aws/adapters/enum-map';

const statuses = enumMap({ 'Detection and Analysis': 'DETECTION_AND_ANALYSIS', Closed: 'CLOSED' });

test.each([
  ['Detection and Analysis', 'DETECTION_AND_ANALYSIS'],
  ['Closed', 'CLOSED'],
  ['closed', 'UNRECOGNIZED'],
  ['Archived', 'UNRECOGNIZED'],
  // AWS sends empty text for an enum value that it leaves out.
  ['', undefined],
  ['toString', 'UNRECOGNIZED'],
  [undefined, undefined],
  // AWS sends null for a member without a value.
  [null, undefined],
])('maps %j to %s', (value, name) => {
  expect(statuses.fromAws(value)).toBe(name);
});
