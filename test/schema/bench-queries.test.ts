// The reference queries of the benchmark are valid.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { SEVERAL_TARGET_QUERIES, SINGLE_TARGET_QUERIES } from '../../bench/queries';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));

test.each(
  [...SINGLE_TARGET_QUERIES, ...SEVERAL_TARGET_QUERIES].map(({ title, request }) => [title, request.query]),
)('the query of "%s" is valid', (_title, query) => {
  expect(validate(schema, parse(query))).toEqual([]);
});
