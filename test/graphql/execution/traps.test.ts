// Values, errors and selections that a compiled plan must execute as graphql-js does.
import { setTimeout as delay } from 'node:timers/promises';
import { buildSchema, GraphQLError, parse, type GraphQLSchema } from 'graphql';
import { createExecutor } from '../../../src/graphql/execution/executor';
import { UNREADABLE } from '../../../src/domain/records/unreadable';
import { executeBoth, type Result } from './both';

const errorsOf = ({ errors = [] }: Result) => errors.map(({ path, message }) => [path?.join('.'), message]);

/** Fields without a resolver read the property of the source, as in the gateway. */
function schemaOf(types: string, source: () => unknown): GraphQLSchema {
  const schema = buildSchema(`${types}\ntype Query { thing: Thing things: [Thing] safe: String }`);
  const { thing, things, safe } = schema.getQueryType()?.getFields() ?? {};
  if (thing === undefined || things === undefined || safe === undefined)
    throw new Error('Fields are missing.');
  thing.resolve = source;
  things.resolve = async () => [await source(), Promise.resolve(source()), source()];
  safe.resolve = () => 'safe';
  return schema;
}

const THING =
  'type Thing { a: String b: String! c: Thing d: Thing! list: [String] whole: [String!] number: Int }';

const read = (source: () => unknown, query: string) => executeBoth(schemaOf(THING, source), { query });

test('reads properties, and calls no functions', async () => {
  const result = await read(() => ({ a: 'x', b: () => 'y' }), '{ thing { a b } safe }');
  expect(result.data).toEqual({ thing: null, safe: 'safe' });
  expect(errorsOf(result)).toEqual([['thing.b', expect.stringContaining('String cannot represent value')]]);
});

test('a getter that throws costs its field', async () => {
  const source = () => ({
    get a(): string {
      throw new Error('no value');
    },
    b: 'y',
  });
  const result = await read(source, '{ thing { a b } things { b a } }');
  expect(result.data).toEqual({
    thing: { a: null, b: 'y' },
    things: Array.from({ length: 3 }, () => ({ b: 'y', a: null })),
  });
  expect(errorsOf(result)).toHaveLength(4);
});

test('waits for promises in properties', async () => {
  const late = (value: unknown) => new Promise((resolve) => setImmediate(resolve, value));
  const source = () => ({ a: late('x'), b: late('y'), c: late({ b: 'z' }), list: [late('1'), '2', null] });
  const result = await read(source, '{ thing { a b c { b } list } }');
  expect(result.data).toEqual({ thing: { a: 'x', b: 'y', c: { b: 'z' }, list: ['1', '2', null] } });
});

test('an error as a value is the error of the field', async () => {
  const denied = new GraphQLError('denied', { extensions: { code: 'FORBIDDEN' } });
  const result = await read(() => ({ a: denied, b: 'y', c: new Error('gone') }), '{ thing { a b c { a } } }');
  expect(result.data).toEqual({ thing: { a: null, b: 'y', c: null } });
  expect(result.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'FORBIDDEN' }, {}]);
});

test('only the first of several missing values makes an object null', async () => {
  const source = () => ({ a: 'x', b: null, d: null });
  const result = await read(source, '{ thing { a b d { a } } safe }');
  expect(result.data).toEqual({ thing: null, safe: 'safe' });
  expect(errorsOf(result)).toEqual([['thing.b', 'Cannot return null for non-nullable field Thing.b.']]);
});

test('a missing value makes the nearest nullable object null, and not its neighbors', async () => {
  const source = () => ({ b: 'y', c: { d: { d: { b: undefined } } } });
  const result = await read(source, '{ things { b c { d { d { b } } } } }');
  expect(result.data).toEqual({ things: Array.from({ length: 3 }, () => ({ b: 'y', c: null })) });
});

test('a late error below a value that is null already is left out', async () => {
  const after = (turns: number): Promise<void> =>
    turns === 0 ? Promise.resolve() : new Promise(setImmediate).then(() => after(turns - 1));
  const failing = (turns: number) =>
    after(turns).then(() => {
      throw new Error(`after ${turns}`);
    });
  const source = () => ({ a: after(6).then(() => 'x'), b: 'y', c: { a: failing(4), b: failing(2) } });
  const result = await read(source, '{ thing { a b c { a b } } }');
  expect(result.data).toEqual({ thing: { a: 'x', b: 'y', c: null } });
  expect(errorsOf(result)).toEqual([['thing.c.b', 'after 2']]);
});

test('a list that fails handles the rejections of its earlier elements', async () => {
  let whole: unknown[] = [];
  const execute = createExecutor(
    schemaOf(THING, () => ({ whole })),
    'compiled',
  );
  const document = parse('{ thing { whole } safe }');
  // graphql-js executes the first use of a document, and would leave the rejection unhandled.
  await execute({ document, context: undefined });
  whole = [new Promise((_resolve, reject) => setImmediate(reject, new Error('late'))), null];
  const result = await execute({ document, context: undefined });
  // An unhandled rejection fails the test.
  await delay(20);
  expect(result.data).toEqual({ thing: { whole: null }, safe: 'safe' });
  expect(errorsOf(result)).toEqual([
    ['thing.whole.1', 'Cannot return null for non-nullable field Thing.whole.'],
  ]);
});

test.each([
  ['text instead of a list', { list: 'abc' }, '{ thing { list } }', null],
  ['a set', { list: new Set(['1', '2']) }, '{ thing { list } }', { list: ['1', '2'] }],
  ['an error as an element', { list: ['1', new Error('bad'), '3'] }, '{ thing { list } }', undefined],
  ['a missing element that must not be', { whole: ['1', null] }, '{ thing { whole } }', { whole: null }],
  ['an element that cannot be serialized', { list: [{}] }, '{ thing { list } }', { list: [null] }],
  ['a number out of range', { number: 2 ** 40 }, '{ thing { number } }', { number: null }],
  ['NaN', { number: NaN }, '{ thing { number } }', { number: null }],
])('completes %s', async (_title, source, query, expected) => {
  const { data } = await read(() => source, query);
  expect(data?.thing).toEqual(
    expected === undefined ? { list: ['1', null, '3'] } : (expected ?? { list: null }),
  );
});

test('an unreadable field of a record is an error', async () => {
  const source = () => ({ a: undefined, b: 'y', [UNREADABLE]: new Set(['a']) });
  const result = await read(source, '{ thing { a b } things { a b } }');
  expect(result.data?.thing).toEqual({ a: null, b: 'y' });
  expect(errorsOf(result)).toHaveLength(4);
});

test.each(['__proto__', 'constructor', 'toString', 'toJSON', 'hasOwnProperty', 'then'])(
  'the alias %s is a name like others',
  async (alias) => {
    const source = () => ({ a: 'x', b: 'y' });
    const result = await read(source, `{ ${alias}: thing { ${alias}: a __typename b } safe }`);
    expect(JSON.stringify(result.data)).toBe(
      `{"${alias}":{"${alias}":"x","__typename":"Thing","b":"y"},"safe":"safe"}`,
    );
  },
);

test('paths whose names would be equal when joined keep their fields', async () => {
  const source = () => ({ a: 'x', b: 'y', c: { a: 'z', b: 'w' } });
  const result = await read(source, '{ a: thing { b: c { a } } a_b: thing { c: a } b_a: thing { b } }');
  expect(result.data).toEqual({ a: { b: { a: 'z' } }, a_b: { c: 'x' }, b_a: { b: 'y' } });
});

const CONDITIONS = `
  query Q($yes: Boolean!, $no: Boolean!, $maybe: Boolean = true) {
    thing { ...A @include(if: $no) ...A @include(if: $yes) c { ...A @skip(if: $yes) b ... @skip(if: $no) { list } } }
    other: thing { ...A d: c @include(if: $maybe) { ...B } }
    safe @skip(if: $yes) @include(if: $yes)
  }
  fragment A on Thing { a b @include(if: $maybe) ...B }
  fragment B on Thing { list @skip(if: $no) }`;

test('evaluates the conditions of each spread of a fragment', async () => {
  const schema = schemaOf(THING, () => ({ a: 'x', b: 'y', c: { a: 'z', b: 'w', list: [] }, list: ['1'] }));
  for (const yes of [true, false]) {
    for (const no of [true, false]) {
      for (const maybe of [true, false, undefined, null]) {
        const variables = { yes, no, ...(maybe !== undefined && { maybe }) };
        await executeBoth(schema, { query: CONDITIONS, variables });
      }
    }
  }
  const { data } = await executeBoth(schema, { query: CONDITIONS, variables: { yes: true, no: false } });
  expect(data).toEqual({
    thing: { a: 'x', b: 'y', list: ['1'], c: { b: 'w', list: [] } },
    other: { a: 'x', b: 'y', list: ['1'], d: { list: [] } },
  });
});
