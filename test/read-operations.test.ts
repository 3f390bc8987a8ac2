// The list of reading operations is what the adapters call.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READ_OPERATIONS, SECRET_OPERATIONS } from '../src/read-operations';

const ADAPTERS = join(__dirname, '../src/aws');

test('every operation that an adapter reads with is listed, and no other', () => {
  const text = readdirSync(ADAPTERS)
    .map((file) => readFileSync(join(ADAPTERS, file), 'utf8'))
    .join('\n');
  const read = [...text.matchAll(/\.read\(\s*new (\w+)Command\(/g)].map(([, name = '']) =>
    // Two services have an operation of this name, so the adapter renames the commands.
    /^List\w+Tags$/.test(name) ? 'ListTagsForResource' : name,
  );
  expect(new Set(read)).toEqual(new Set(Object.values(READ_OPERATIONS).flat()));
});

test('what hands out secrets is one of them', () => {
  const all: readonly string[] = Object.values(READ_OPERATIONS).flat();
  for (const operation of SECRET_OPERATIONS) expect(all).toContain(operation);
});
