// Canonical JSON: equal values have the same text, in any order of their members.
import fc from 'fast-check';
import { canonicalJson } from '../../src/domain/canonical-json';

test('sorts members at any depth', () => {
  expect(canonicalJson({ b: 1, a: { d: [{ f: 2, e: 3 }], c: 4 } })).toBe(
    '{"a":{"c":4,"d":[{"e":3,"f":2}]},"b":1}',
  );
});

test('omits members that are null or undefined', () => {
  expect(canonicalJson({ a: null, b: undefined, c: { d: null }, e: 0, f: '', g: false })).toBe(
    '{"c":{},"e":0,"f":"","g":false}',
  );
});

test('keeps the order of a list, and writes times as text', () => {
  expect(canonicalJson([2, 1, null])).toBe('[2,1,null]');
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});

test('objects with members in different orders have the same text', () => {
  const members = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([name]) => name });
  fc.assert(
    fc.property(members, (entries) => {
      const [forward, backward] = [Object.fromEntries(entries), Object.fromEntries([...entries].reverse())];
      expect(canonicalJson(forward)).toBe(canonicalJson(backward));
    }),
  );
});

/** The definition of canonical JSON: JSON.stringify sorts the members of each object. Cursors of clients depend on the text. */
function byReplacer(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    const entries = Object.entries(member).filter(([, each]) => each != null);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

test('has the text that its definition gives, for values of any kind', () => {
  const values = fc.anything({
    withDate: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toJSON', 'b', 'a', '10', '9', 'é', 'z')),
  });
  const buffers = fc.uint8Array().map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.oneof(values, fc.dictionary(fc.string(), buffers)), (value) => {
      expect(canonicalJson(value)).toBe(byReplacer(value));
    }),
    { numRuns: 1_000 },
  );
});
