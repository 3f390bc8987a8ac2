// The key of shared executions: equal for operations with equal results, and different for all others.
import { parse } from 'graphql';
import { operationKey } from '../../src/graphql/subscriptions/operation-key';

/** As the pipeline of requests leaves a document: without its text. */
function keyOf(text: string, variables: Record<string, unknown> = {}, operationName?: string): string {
  const document = parse(text);
  if (document.loc !== undefined) document.loc.source.body = '';
  return operationKey({ document, operationName, variables });
}

const FILTERED =
  'subscription ($after: String, $filter: F) { events(after: $after, filter: $filter) { id } }';

test('equal operations have one key, whatever their layout', () => {
  expect(keyOf('subscription { a { id } }')).toBe(keyOf('subscription {\n  a {\n    id\n  }\n}'));
});

test('the variable of the start does not count', () => {
  const filter = { kinds: ['A'] };
  expect(keyOf(FILTERED, { after: '1', filter })).toBe(keyOf(FILTERED, { filter, after: '2' }));
});

test.each([
  ['fields', keyOf('subscription { a { id } }'), keyOf('subscription { a { name } }')],
  ['aliases', keyOf('subscription { a { id } }'), keyOf('subscription { a { key: id } }')],
  ['variables', keyOf(FILTERED, { filter: 1 }), keyOf(FILTERED, { filter: 2 })],
  ['a variable that is null and one that is absent', keyOf(FILTERED, { filter: null }), keyOf(FILTERED)],
  [
    'operations of one document',
    keyOf('subscription A { a } subscription B { a }', {}, 'A'),
    keyOf('subscription A { a } subscription B { a }', {}, 'B'),
  ],
  [
    'a start that another field uses too',
    keyOf('subscription ($x: String) { a(after: $x) { b(after: $x) } }', { x: '1' }),
    keyOf('subscription ($x: String) { a(after: $x) { b(after: $x) } }', { x: '2' }),
  ],
  [
    'an argument `after` of a nested field',
    keyOf('subscription ($x: String) { a { b(after: $x) } }', { x: '1' }),
    keyOf('subscription ($x: String) { a { b(after: $x) } }', { x: '2' }),
  ],
])('different %s have different keys', (_name, one, other) => {
  expect(one).not.toBe(other);
});
