// One text for one value, whatever order its members were written in.
import fc from 'fast-check';
import { canonicalJson } from '../../src/domain/canonical-json';

test('members may stand in any order, at any depth', () => {
  expect(canonicalJson({ b: 1, a: { d: [{ f: 2, e: 3 }], c: 4 } })).toBe(
    '{"a":{"c":4,"d":[{"e":3,"f":2}]},"b":1}',
  );
});

test('members that are null or undefined are as good as left out', () => {
  expect(canonicalJson({ a: null, b: undefined, c: { d: null }, e: 0, f: '', g: false })).toBe(
    '{"c":{},"e":0,"f":"","g":false}',
  );
});

test('the order of a list counts, and times are texts', () => {
  expect(canonicalJson([2, 1, null])).toBe('[2,1,null]');
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});

test('objects whose members were written in another order have the same text', () => {
  const members = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([name]) => name });
  fc.assert(
    fc.property(members, (entries) => {
      const [there, back] = [Object.fromEntries(entries), Object.fromEntries([...entries].reverse())];
      expect(canonicalJson(there)).toBe(canonicalJson(back));
    }),
  );
});
