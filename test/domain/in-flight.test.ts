// The collections of short-lived objects, and values attached to objects.
import { Attached } from '../../src/domain/attached';
import { InFlightMap, InFlightSet } from '../../src/domain/in-flight';

describe('InFlightSet', () => {
  test('keeps the order of its members', () => {
    const set = new InFlightSet<string>();
    for (const member of ['a', 'b', 'c', 'd']) set.add(member);
    set.delete('b');
    set.delete('missing');
    expect(set.toArray()).toEqual(['a', 'c', 'd']);
    expect([set.size, set.oldest, set.newest]).toEqual([3, 'a', 'd']);
  });

  test('is empty without members', () => {
    const set = new InFlightSet<string>();
    set.add('a');
    set.delete('a');
    expect([set.size, set.oldest, set.newest, set.toArray()]).toEqual([0, undefined, undefined, []]);
  });

  test('the list of members does not change with the set', () => {
    const set = new InFlightSet<string>();
    set.add('a');
    set.add('b');
    const seen: string[] = [];
    for (const member of set.toArray()) {
      set.delete(member);
      seen.push(member);
    }
    expect(seen).toEqual(['a', 'b']);
    expect(set.size).toBe(0);
  });
});

describe('InFlightMap', () => {
  const values = { first: { n: 1 }, second: { n: 2 }, third: { n: 3 } };

  test('finds values by their keys, in the order of the additions', () => {
    const map = new InFlightMap<{ n: number }>();
    map.set('a', values.first);
    map.set('b', values.second);
    map.set('a', values.third);
    expect(map.get('a')).toBe(values.third);
    expect(map.oldest).toEqual(['b', values.second]);
    map.delete('b');
    map.delete('missing');
    expect([map.size, map.get('b'), map.oldest]).toEqual([1, undefined, ['a', values.third]]);
  });

  test('is empty after clear', () => {
    const map = new InFlightMap<{ n: number }>();
    map.set('__proto__', values.first);
    expect(map.get('__proto__')).toBe(values.first);
    map.clear();
    expect([map.size, map.get('__proto__'), map.oldest]).toEqual([0, undefined, undefined]);
  });
});

test('attached values belong to one object and one kind', () => {
  const names = new Attached<object, string>();
  const others = new Attached<object, string>();
  const [one, two] = [{}, {}];
  names.set(one, 'one');
  expect([names.get(one), names.get(two), others.get(one)]).toEqual(['one', undefined, undefined]);
  expect(JSON.stringify(one)).toBe('{}');
  names.delete(one);
  expect(names.get(one)).toBeUndefined();
});
