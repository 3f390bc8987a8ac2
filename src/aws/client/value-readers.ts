/** The readers of simple values, lists and maps in AWS responses. They check a value, and convert it where the SDK does. */
import { readDateTime, readEpochSeconds } from './timestamps';

/** The parts that were removed from a response. */
export interface Findings {
  isPartial: boolean;
  unreadableRows: number;
}

/** Returns the converted value, or UNREADABLE_VALUE. The given value is neither null nor undefined. */
export type Reader = (value: unknown, findings: Findings) => unknown;

export type Structure = Record<string | symbol, unknown>;

export const UNREADABLE_VALUE = Symbol('unreadableValue');

const MAX_INT = 2 ** 31 - 1;

/** The reader of values that only the SDK decodes. */
export const unchanged: Reader = (value) => value;

export const readText: Reader = (value) => (typeof value === 'string' ? value : UNREADABLE_VALUE);

export const readFlag: Reader = (value) => (typeof value === 'boolean' ? value : UNREADABLE_VALUE);

export const readDouble: Reader = (value) => (Number.isFinite(value) ? value : UNREADABLE_VALUE);

export const readInteger: Reader = (value) =>
  Number.isInteger(value) && Math.abs(value as number) <= MAX_INT ? value : UNREADABLE_VALUE;

export const readIsoTime: Reader = (value) => readDateTime(value) ?? UNREADABLE_VALUE;

export const readUnixTime: Reader = (value) => readEpochSeconds(value) ?? UNREADABLE_VALUE;

/** Removes and counts the unreadable rows. */
export function rowsReader(readRow: Reader): Reader {
  return (value, findings) => {
    if (!Array.isArray(value)) return UNREADABLE_VALUE;
    const rows: unknown[] = value;
    let length = 0;
    for (const row of rows) {
      const read = row === null ? UNREADABLE_VALUE : readRow(row, findings);
      if (read === UNREADABLE_VALUE) continue;
      rows[length] = read;
      length += 1;
    }
    if (length === rows.length) return rows;
    findings.isPartial = true;
    findings.unreadableRows = rows.length - length;
    rows.length = length;
    return rows;
  };
}

/** A list with one unreadable item is unreadable, because the other items would look like the whole list. */
export function listReader(readItem: Reader): Reader {
  return (value, findings) => {
    if (!Array.isArray(value)) return UNREADABLE_VALUE;
    const list: unknown[] = value;
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index];
      const read = item === null ? UNREADABLE_VALUE : readItem(item, findings);
      if (read === UNREADABLE_VALUE) return UNREADABLE_VALUE;
      if (read !== item) list[index] = read;
    }
    return list;
  };
}

export function mapReader(readItem: Reader): Reader {
  return (map, findings) => {
    if (!isStructure(map)) return UNREADABLE_VALUE;
    for (const key in map) {
      const item = map[key];
      if (item === null || item === undefined) continue;
      const read = readItem(item, findings);
      if (read === UNREADABLE_VALUE) return UNREADABLE_VALUE;
      if (read !== item) map[key] = read;
    }
    return map;
  };
}

/** True for a member that AWS left out, and for an empty text. */
export function isAbsent(value: unknown): boolean {
  return (value ?? '') === '';
}

export function isStructure(value: unknown): value is Structure {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
