// The exact boundary of every limit: the maximum passes, one more is rejected. The tables of docs/query-limits.md.
import 'reflect-metadata';
import { parse, validate } from 'graphql';
import { readConfig } from '../../../src/config/config';
import { QueryLimitError } from '../../../src/domain/errors';
import { createSchema } from '../../../src/app/graphql-schema';
import { POINTS } from '../../../src/graphql/query-limits/cost';
import { documentLimitsRule } from '../../../src/graphql/query-limits/document-rule';
import { findExceededLimit, LIMITS, type LimitName } from '../../../src/graphql/query-limits/limits';
import { variablesSize } from '../../../src/graphql/query-limits/value-size';
import { readDocument, tableRows } from '../../support/markdown';

const schema = createSchema();

const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(' ');
const nested = (count: number, open: string, close: string): string =>
  open.repeat(count) + close.repeat(count);
const argument = (value: string) => `{ targets(a: ${value}) { name } }`;

/** By limit, functions that create a document with exactly `count` of the limited parts. */
const DOCUMENTS: Readonly<Record<Exclude<LimitName, 'tokens'>, readonly ((count: number) => string)[]>> = {
  definitions: [
    (count) => many(count, (index) => `query q${index} { a }`),
    (count) => `{ a } ${many(count - 1, (index) => `fragment f${index} on Query { a }`)}`,
  ],
  variables: [(count) => `query (${many(count, (index) => `$v${index}: Int`)}) { a }`],
  selections: [
    (count) => `{ a { ${many(count - 1, () => 'a')} } }`,
    // Each repetition counts a spread and three fields.
    (count) =>
      `{ b { ${many(Math.floor((count - 1) / 4), () => '...f')} ${many((count - 1) % 4, () => 'a')} } } fragment f on A { a b c }`,
    (count) => `{ b { ${many((count - 2) / 2, () => '... { a }')} ${many(count % 2, () => 'a')} a } }`,
  ],
  rootFields: [
    (count) => `{ ${many(count, () => 'a')} }`,
    (count) => `{ ...f ... { ${many(count - 2, () => 'a')} } } fragment f on Query { a b }`,
  ],
  depth: [
    (count) => nested(count - 1, '{ a', '}').replace('}', '{ a } }'),
    (count) => nested(count - 1, '{ ... ', '}').replace('}', '{ a } }'),
    (count) => `{ a { ...f } } fragment f on A ${nested(count - 2, '{ a', '}').replace('}', '{ a } }')}`,
  ],
  aliases: [
    (count) => `{ a { ${many(count, (index) => `a${index}: a`)} } }`,
    (count) =>
      `{ a { ...f ...f ${many(count - 4, (index) => `a${index}: a`)} } } fragment f on A { x: a y: a }`,
  ],
  directives: [
    (count) => `{ a ${many(count, () => '@a')} }`,
    (count) => `query ($a: Int ${many(count - 2, () => '@a')}) @b { ...f @a } fragment f on Query { a }`,
  ],
  valueDepth: [
    (count) => argument(nested(count, '[', ']')),
    (count) => argument(nested(count - 1, '{ a: ', '}').replace('}', '[] }')),
    (count) => `query ($a: ${nested(count, '[', ']').replace('[]', '[Int]')}) { a }`,
  ],
  listLength: [(count) => argument(`[${many(count, String)}]`)],
  objectLength: [(count) => argument(`{ ${many(count, (index) => `a${index}: 1`)} }`)],
  stringLength: [
    (count) => argument(`"${'x'.repeat(count)}"`),
    (count) => argument(`"""${'x'.repeat(count)}"""`),
  ],
  nameLength: [
    (count) => `{ ${'x'.repeat(count)} }`,
    (count) => `{ ${'x'.repeat(count)}: a }`,
    (count) => `query ${'x'.repeat(count)} { a }`,
    (count) => `query ($${'x'.repeat(count)}: Int) { a }`,
    (count) => `{ ... on ${'x'.repeat(count)} { a } }`,
    (count) => argument(`{ ${'x'.repeat(count)}: 1 }`),
    (count) => argument('x'.repeat(count)),
    (count) => argument('1'.repeat(count)),
    (count) => argument(`1.${'1'.repeat(count - 2)}`),
  ],
};

const limitErrors = (query: string) =>
  validate(schema, parse(query), [documentLimitsRule]).map(({ originalError }) => originalError);

const documents = Object.entries(DOCUMENTS).flatMap(([name, makers]) =>
  makers.map((make, index) => ({ name: name as LimitName, example: index + 1, make })),
);

test.each(documents)('a document may reach but not exceed $name, example $example', ({ name, make }) => {
  const { maximum, counted } = LIMITS[name];
  expect(limitErrors(make(maximum))).toEqual([]);
  const [error] = limitErrors(make(maximum + 1));
  expect(error).toBeInstanceOf(QueryLimitError);
  expect((error as QueryLimitError).extensions).toEqual({ code: 'BAD_USER_INPUT', limit: name, maximum });
  const [most, over] = [maximum, maximum + 1].map((number) => number.toLocaleString('en-US'));
  expect(error?.message.startsWith(`Too many ${counted}: ${over ?? ''}; the limit is ${most ?? ''}. `)).toBe(
    true,
  );
});

const nestedValue = (count: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < count; level += 1) value = wrap(value);
  return value;
};

test.each<[LimitName, (count: number) => unknown]>([
  ['valueDepth', (count) => nestedValue(count, (inner) => [inner])],
  ['valueDepth', (count) => nestedValue(count, (inner) => ({ inner }))],
  ['listLength', (count) => Array.from({ length: count }, () => 1)],
  [
    'objectLength',
    (count) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 1])),
  ],
  ['listLength', (count) => ({ items: [{ ids: Array.from({ length: count }, () => 'x') }] })],
  ['stringLength', (count) => 'x'.repeat(count)],
  ['stringLength', (count) => [{ text: 'x'.repeat(count) }]],
  ['nameLength', (count) => ({ ['x'.repeat(count)]: 1 })],
])('the value of a variable may reach but not exceed %s: %p', (name, make) => {
  const { maximum } = LIMITS[name];
  expect(findExceededLimit(variablesSize({ a: make(maximum) }))).toBeUndefined();
  expect(findExceededLimit(variablesSize({ a: make(maximum + 1) }))?.limit).toBe(name);
});

test('docs/query-limits.md lists every limit', () => {
  const rows = Object.entries(LIMITS).map(([name, { maximum, counted }]) => [
    name,
    maximum.toLocaleString('en-US'),
    counted,
  ]);
  expect(tableRows(readDocument('docs/query-limits.md'), 'limit')).toEqual(rows);
});

test('docs/query-limits.md gives the points and the default values', () => {
  const text = readDocument('docs/query-limits.md');
  const points = tableRows(text, 'points').map(([number]) => Number(number));
  expect(points.sort()).toEqual(Object.values(POINTS).sort());
  const { maxComplexity, pointsPerMinute } = readConfig({
    AWS_MODE: 'live',
    AUTH: 'none',
    AWS_REGION: 'us-east-1',
  }).queryLimits;
  expect(text).toContain(`\`MAX_COMPLEXITY\` (${maxComplexity.toLocaleString('en-US')})`);
  expect(text).toContain(
    `\`RATE_LIMIT_PER_MINUTE\` points (${(pointsPerMinute ?? 0).toLocaleString('en-US')} on AWS`,
  );
});
