// The keys that the console recognizes as shortcuts.
import { KeySequence, SEQUENCE_MS } from '../../packages/console/src/app/shortcuts/key-sequence';
import { SHORTCUTS, type Shortcut } from '../../packages/console/src/app/shortcuts/shortcuts';

const PLAIN = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false };

/** The shortcuts that keys complete, 100 ms apart. */
function press(...keys: (string | (Partial<typeof PLAIN> & { key: string }))[]) {
  const sequence = new KeySequence();
  return keys.map((key, index) =>
    sequence.press({ ...PLAIN, ...(typeof key === 'string' ? { key } : key) }, index * 100),
  );
}

test('no two shortcuts have the same keys, and none begins with the keys of another', () => {
  const all = Object.values(SHORTCUTS).map(({ keys }) => keys.join(' '));
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((keys) => all.some((other) => other.startsWith(`${keys} `)))).toEqual([]);
});

test.each(Object.entries(SHORTCUTS) as [string, Shortcut][])('the keys of %s complete it', (id, { keys }) => {
  expect(press(...keys).at(-1)).toBe(id);
});

test('after g, j leads to the jobs, and alone to the next row', () => {
  expect(press('j', 'g', 'j', 'j')).toEqual(['next', undefined, 'jobs', 'next']);
});

test('a first key is forgotten after another key, and after a while', () => {
  expect(press('g', 'x', 'm')).toEqual([undefined, undefined, undefined]);
  const sequence = new KeySequence();
  sequence.press({ ...PLAIN, key: 'g' }, 0);
  expect(sequence.press({ ...PLAIN, key: 'm' }, SEQUENCE_MS + 1)).toBeUndefined();
});

test.each(['ctrlKey', 'altKey', 'metaKey'])('a key with %s is no shortcut', (modifier) => {
  expect(press({ key: 'r', [modifier]: true })).toEqual([undefined]);
  expect(press('g', { key: 'm', [modifier]: true })).toEqual([undefined, undefined]);
});

test('Shift may be needed for a sign, and is not accepted with a letter', () => {
  expect(press({ key: 'Shift', shiftKey: true }, { key: '?', shiftKey: true })).toEqual([undefined, 'help']);
  expect(press({ key: 'R', shiftKey: true })).toEqual([undefined]);
});

test('Caps Lock changes nothing', () => {
  expect(press('R', 'G', 'M')).toEqual(['refresh', undefined, 'members']);
});

test('a held key repeats moves between rows only', () => {
  expect(press('j', { key: 'j', repeat: true }, { key: 'r', repeat: true })).toEqual([
    'next',
    'next',
    undefined,
  ]);
});
