// Random bodies of AWS responses, each built together with what the gateway must read from it.
import fc from 'fast-check';
import { UNREADABLE } from '../../../src/domain/records/unreadable';
import type { Kind, List, ResponseModel, Structure } from './response-models';
import { timesOf } from './response-times';

/** In place of a value that the gateway cannot read. */
export const LOST = Symbol('lost');

/** A value as AWS sends it, and as the gateway must read it. */
export interface Sample {
  readonly sent: unknown;
  readonly read: unknown;
  /** False when a part of the value is lost. */
  readonly whole: boolean;
}

export interface Forms {
  /** True to send values that do not match the model as well. */
  readonly broken: boolean;
  /** True when the response itself keeps unknown members beside `__type`, as all structures in it do. */
  readonly keepsUnknown: boolean;
}

const same = (value: unknown): Sample => ({ sent: value, read: value, whole: true });
const lost = (value: unknown): Sample => ({ sent: value, read: LOST, whole: false });

const WRONG: Readonly<Record<Extract<Kind, string> | 'items' | 'values' | 'members', readonly unknown[]>> = {
  text: [5, 1.5, true, {}, [], ['a'], { a: 'b' }],
  flag: ['true', '', 0, 1, {}, []],
  int: [1.5, 2 ** 31, -(2 ** 31), 1e21, Number.MAX_SAFE_INTEGER, '5', 'NaN', 'Infinity', true, {}, [7]],
  double: ['1.5', 'NaN', '-Infinity', '', false, {}, []],
  iso: timesOf('iso').lost,
  unix: timesOf('unix').lost,
  items: ['a', 5, true, {}, { length: 1, 0: 'a' }],
  values: ['a', 5, false, [], [['a', 'b']], { a: 5 }, { a: 'b', c: {} }],
  members: ['a', '', 5, true, [], [{}]],
};

const TEXT_MAPS = fc
  .dictionary(
    fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('__proto__', 'constructor')),
    fc.option(fc.string({ maxLength: 5 })),
    { maxKeys: 3 },
  )
  .map(same);

const UNKNOWN_NAMES = ['newer', 'length', 'JobID', 'ITEMS', '$unknown'];
/** In a structure with a type, the SDK renames unknown members with these names. */
const INHERITED_NAMES = ['__proto__', 'constructor', 'toString'];

/** JSON has no -0. */
const JSON_VALUES = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const dictionary = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), JSON_VALUES, { maxKeys: 3 });

/** The unknown members of a structure, and its type. */
const EXTRAS = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(dictionary([...UNKNOWN_NAMES, ...INHERITED_NAMES]), fc.constant(undefined)),
  },
  fc.tuple(dictionary(UNKNOWN_NAMES), fc.constant('com.amazonaws#Structure')),
);

function valid(kind: Kind, forms: Forms): fc.Arbitrary<Sample> {
  if (kind === 'text') return fc.string({ unit: 'binary', maxLength: 12 }).map(same);
  if (kind === 'flag') return fc.boolean().map(same);
  if (kind === 'int') return fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }).map(same);
  if (kind === 'double')
    return fc.double({ noNaN: true, noDefaultInfinity: true }).filter(isNotMinusZero).map(same);
  if (kind === 'iso' || kind === 'unix') {
    return timesOf(kind).valid.map(([sent, read]) => ({ sent, read, whole: true }));
  }
  if ('items' in kind) return listOf(kind, forms);
  return 'values' in kind ? TEXT_MAPS : structureOf(kind, { ...forms, keepsUnknown: true });
}

/** JSON has no -0. */
const isNotMinusZero = (value: number) => !Object.is(value, -0);

function wrong(kind: Kind): fc.Arbitrary<Sample> {
  return fc.constantFrom(...WRONG[nameOf(kind)]).map(lost);
}

function nameOf(kind: Kind): keyof typeof WRONG {
  if (typeof kind === 'string') return kind;
  if ('items' in kind) return 'items';
  return 'values' in kind ? 'values' : 'members';
}

function sample(kind: Kind, forms: Forms): fc.Arbitrary<Sample> {
  if (!forms.broken) return valid(kind, forms);
  return fc.oneof({ weight: 9, arbitrary: valid(kind, forms) }, { weight: 1, arbitrary: wrong(kind) });
}

/** A list with an item that is null or lost is lost. */
function listOf({ items }: List, forms: Forms): fc.Arbitrary<Sample> {
  return itemsOf(items, forms).map((samples) => {
    const whole = samples.every((item) => item.whole);
    const read = samples.some((item) => item.read === LOST) ? LOST : samples.map((item) => item.read);
    return { sent: samples.map(({ sent }) => sent), read, whole };
  });
}

function itemsOf(kind: Kind, forms: Forms): fc.Arbitrary<Sample[]> {
  const item = sample(kind, forms);
  const orNull = forms.broken ? fc.oneof({ weight: 14, arbitrary: item }, fc.constant(lost(null))) : item;
  return fc.array(orNull, { maxLength: 3 });
}

function structureOf({ members, essential }: Structure, forms: Forms): fc.Arbitrary<Sample> {
  const keep = (name: string) => (name === essential ? 30 : 3);
  const entries = Object.entries(members).map(([name, kind]) =>
    fc
      .oneof(
        { weight: keep(name), arbitrary: sample(kind, forms) },
        fc.constant(same(null)),
        fc.constant(undefined),
      )
      .map((given): [string, Sample | undefined] => [name, given]),
  );
  return fc
    .tuple(fc.tuple(...entries), EXTRAS)
    .map(([given, [unknown, type]]) => combine(given, unknown, type, forms.keepsUnknown))
    .map((whole) => (isMissing(essential, whole.read) ? { ...whole, read: LOST, whole: false } : whole));
}

/** The SDK drops null and unknown members, except in a structure that has a type. */
function combine(
  given: readonly [string, Sample | undefined][],
  unknown: Readonly<Record<string, unknown>>,
  type: string | undefined,
  keepsUnknown: boolean,
): Sample {
  const known = given.filter((entry): entry is [string, Sample] => entry[1] !== undefined);
  const isTyped = keepsUnknown && type !== undefined;
  const sent = { ...unknown, ...fromEntries(known.map(([name, { sent: value }]) => [name, value])) };
  if (type !== undefined) sent.__type = type;
  const read: Record<string | symbol, unknown> = {};
  for (const [name, { read: value }] of known) {
    if (value !== LOST && (value !== null || isTyped)) read[name] = value;
  }
  if (isTyped) Object.assign(read, unknown, { __type: type });
  const names = known.filter(([, { read: value }]) => value === LOST).map(([name]) => name);
  if (names.length > 0) read[UNREADABLE] = new Set(names);
  return { sent, read, whole: known.every(([, member]) => member.whole) };
}

/** Keeps the key __proto__. */
const fromEntries = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries);

function isMissing(essential: string | undefined, read: unknown): boolean {
  if (essential === undefined) return false;
  const value = (read as Record<string, unknown>)[essential];
  return value === undefined || value === null || value === '';
}

export interface ResponseSample extends Sample {
  /** The number of rows that are lost. */
  readonly lostRows: number;
}

/** Bodies of responses. `read` is LOST for a response that cannot be read. */
export function responsesOf(model: ResponseModel, forms: Forms): fc.Arbitrary<ResponseSample> {
  const { rows: rowsName, required = [], essential } = model;
  const { [rowsName ?? '']: rowsKind, ...otherMembers } = model.members;
  const rows = rowsKind === undefined ? fc.constant(undefined) : rowsOf(rowsKind as List, forms);
  return fc.tuple(structureOf({ members: otherMembers }, forms), rows).map(([others, rowsSample]) => {
    const sent = { ...(others.sent as object), ...(rowsSample && { [rowsName ?? '']: rowsSample.sent }) };
    const read = others.read as Record<string | symbol, unknown>;
    const marks = new Set(read[UNREADABLE] as Set<string> | undefined);
    const lostRows = rowsSample?.lostRows ?? 0;
    const whole = others.whole && (rowsSample?.whole ?? true);
    const isLost =
      required.some((name) => marks.has(name)) ||
      rowsSample?.read === LOST ||
      (isMissing(essential, read) && !marks.has(essential ?? ''));
    if (isLost) return { sent, read: LOST, whole: false, lostRows };
    return {
      sent,
      read: { ...read, ...(rowsSample && { [rowsName ?? '']: rowsSample.read }) },
      whole,
      lostRows,
    };
  });
}

/** A row that is null or lost is missing, and counted. */
function rowsOf({ items }: List, forms: Forms): fc.Arbitrary<ResponseSample | undefined> {
  const list = itemsOf(items, forms).map((samples): ResponseSample => {
    const left = samples.filter(({ read }) => read !== LOST);
    return {
      sent: samples.map(({ sent }) => sent),
      read: left.map(({ read }) => read),
      whole: samples.every(({ whole }) => whole),
      lostRows: samples.length - left.length,
    };
  });
  if (!forms.broken) return fc.option(list, { nil: undefined, freq: 10 });
  const none = wrong({ items }).map((given): ResponseSample => ({ ...given, lostRows: 0 }));
  return fc.option(fc.oneof({ weight: 20, arbitrary: list }, none), { nil: undefined, freq: 10 });
}
