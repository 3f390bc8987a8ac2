// The queries of the benchmarks are valid.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { JOBS_QUERY } from '../../bench/peers/query';
import { TYPE_DEFINITIONS } from '../../bench/peers/servers/schema';
import { SEVERAL_TARGET_QUERIES, SINGLE_TARGET_QUERIES } from '../../bench/queries';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));

test.each(
  [...SINGLE_TARGET_QUERIES, ...SEVERAL_TARGET_QUERIES].map(({ title, request }) => [title, request.query]),
)('the query of "%s" is valid', (_title, query) => {
  expect(validate(schema, parse(query))).toEqual([]);
});

test('the query of the peers is valid in the schema of the gateway and in that of the peers', () => {
  expect(validate(schema, parse(JOBS_QUERY))).toEqual([]);
  expect(validate(buildSchema(TYPE_DEFINITIONS), parse(JOBS_QUERY))).toEqual([]);
});
