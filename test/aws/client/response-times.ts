// Times as AWS sends them, each with the time that it means.
import fc from 'fast-check';

type Given = readonly [sent: unknown, read: Date];

const DATES = fc.date({
  min: new Date('0100-01-01T00:00:00.000Z'),
  max: new Date('9999-12-30T00:00:00.000Z'),
  noInvalidDate: true,
});

const toSeconds = (date: Date) => new Date(Math.floor(date.getTime() / 1_000) * 1_000);
/** A clock that is 5 hours and 30 minutes ahead. */
const ahead = (date: Date) => new Date(date.getTime() + 19_800_000);

const ISO_FORMS: readonly ((date: Date) => Given)[] = [
  (date) => [date.toISOString(), date],
  (date) => [date.toISOString().replace(/\.\d+/, ''), toSeconds(date)],
  (date) => [date.toISOString().replace('Z', '999Z'), date],
  (date) => [date.toISOString().replace('Z', '000000Z'), date],
  (date) => [date.toISOString().toLowerCase(), date],
  (date) => [date.toISOString().replace('Z', '+00:00'), date],
  (date) => [ahead(date).toISOString().replace('Z', '+05:30'), date],
];

const UNIX_FORMS: readonly ((date: Date) => Given)[] = [
  (date) => [toSeconds(date).getTime() / 1_000, toSeconds(date)],
  (date) => [date.getTime() / 1_000, date],
  (date) => [String(date.getTime() / 1_000), date],
];

const at = (text: string) => new Date(text);

/** Times at the edges of what the SDK reads. */
const ISO_EDGES: readonly Given[] = [
  ['2024-02-29T23:59:59Z', at('2024-02-29T23:59:59.000Z')],
  ['2000-02-29T00:00:00.000Z', at('2000-02-29T00:00:00.000Z')],
  ['2016-12-31T23:59:60Z', at('2017-01-01T00:00:00.000Z')],
  ['2026-04-30T00:00:00.5Z', at('2026-04-30T00:00:00.500Z')],
  // The SDK reads years of two digits so.
  ['0050-06-01T00:00:00.000Z', at('1950-06-01T00:00:00.000Z')],
  ['9999-12-31T23:59:59.999Z', at('9999-12-31T23:59:59.999Z')],
];

const UNIX_EDGES: readonly Given[] = [
  [0, at('1970-01-01T00:00:00.000Z')],
  ['1.7e9', at('2023-11-14T22:13:20.000Z')],
  [-62_135_596_800, at('0001-01-01T00:00:00.000Z')],
  // The SDK takes this for a tagged value of CBOR.
  [{ tag: 1, value: 5 }, at('1970-01-01T00:00:05.000Z')],
];

const NO_TIMES: readonly unknown[] = [
  '',
  'yesterday',
  true,
  [],
  {},
  ['2026-11-01T00:00:00Z'],
  { tag: 2, value: 5 },
];

const LOST = {
  iso: [
    ...NO_TIMES,
    5,
    1_700_000_000,
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00.000Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:61Z',
    '2026-01-01T00:00:00',
    '2026-01-01',
    '2026-1-01T00:00:00.00Z',
    '2026-01-01T00:00:00.12x456Z',
    '2026-01-01T00:00:00.123 56Z',
    '2026-01-01T00:00:00:123Z',
    '2026-01-01 00:00:00Z',
    ' 2026-01-01T00:00:00Z',
    '+002026-01-01T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
  ],
  unix: [...NO_TIMES, 1e12, -1e12, 253_402_300_800, '1e12', 'Infinity', 'NaN', '2026-11-01T00:00:00Z'],
} as const;

export function timesOf(kind: 'iso' | 'unix'): { valid: fc.Arbitrary<Given>; lost: readonly unknown[] } {
  const [forms, edges] = kind === 'iso' ? [ISO_FORMS, ISO_EDGES] : [UNIX_FORMS, UNIX_EDGES];
  const random = fc.tuple(fc.constantFrom(...forms), DATES).map(([form, date]) => form(date));
  return {
    valid: fc.oneof({ weight: 5, arbitrary: random }, fc.constantFrom(...edges)),
    lost: LOST[kind],
  };
}
