/** The limits of a row of the audit log: 1 KB for each text, 8 KB for the row, whatever the input of a caller contains. */
import { createHash } from 'node:crypto';
import { toSqlText } from '../storage/sql/conditions';

/** A row before it is written: the input as an object, every other column as text. */
export type StoredRow<Column extends string> = {
  readonly [Name in Column]?: (Name extends 'input' ? object : string) | undefined;
};

/** Bytes in UTF-8. */
const MAX_TEXT_BYTES = 1_024;
const MAX_ROW_BYTES = 8_192;
/** The levels of an input below which a value is replaced. No input of the schema has as many. */
const MAX_DEPTH = 32;

/** The columns that the database stores: every text within its limit, and the input as JSON. */
export function boundedRow<Column extends string>(
  row: StoredRow<Column>,
): Readonly<Partial<Record<Column, string>>> {
  const columns = Object.entries(row) as [Column, object | string | undefined][];
  const texts = columns.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, toStorableText(value)] as const] : [],
  );
  const inputs = columns.flatMap(([name, value]) =>
    typeof value === 'object' ? [[name, JSON.stringify(boundedValue(value))] as const] : [],
  );
  const stored = Object.fromEntries([...texts, ...inputs]) as Partial<Record<Column, string>>;
  if (bytesOf(Object.values<string | undefined>(stored).join('')) <= MAX_ROW_BYTES) return stored;
  const omitted = inputs.map(([name, json]) => [name, JSON.stringify(omittedInput(json))] as const);
  return Object.fromEntries([...texts, ...omitted]) as Partial<Record<Column, string>>;
}

/**
 * The text as the databases accept it: without lone surrogates and NUL characters. A text of more than 1 KB is replaced
 * by its length and its hash. Filters apply the same conversion, so that they find such a text.
 */
export function toStorableText(text: string): string {
  const storable = toSqlText(text);
  return bytesOf(storable) <= MAX_TEXT_BYTES ? storable : summaryOf(text);
}

function boundedValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return boundedText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= MAX_DEPTH) return `(more than ${MAX_DEPTH} levels)`;
  if (Array.isArray(value)) return value.map((item: unknown) => boundedValue(item, depth + 1));
  const members = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(
    members.map(([name, member]) => [boundedText(name), boundedValue(member, depth + 1)]),
  );
}

/** JSON escapes the characters that the databases reject. */
function boundedText(text: string): string {
  return bytesOf(text) <= MAX_TEXT_BYTES ? text : summaryOf(text);
}

function summaryOf(text: string): string {
  return `(${text.length} characters, sha256 ${sha256(text)})`;
}

function omittedInput(json: string): object {
  return { omittedBytes: bytesOf(json), sha256: sha256(json) };
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
