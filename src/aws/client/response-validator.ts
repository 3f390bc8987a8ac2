/**
 * The validation of AWS responses against the AWS model. The SDK itself passes on values of unexpected types. An
 * unreadable member is removed and marked, so that it does not fail its resource or its page.
 */
import { NormalizedSchema } from '@smithy/core/schema';
import type { MetadataBearer, ResponseMetadata, StaticOperationSchema } from '@smithy/types';
import { containsUnreadable, UNREADABLE } from '../../domain/records/unreadable';
import type { Operation } from './operation';
import { TOKEN_MEMBERS } from './page-token';

/** The response as a whole cannot be read, for example because a proxy sent it. */
export class InvalidResponseError extends Error {
  constructor(readonly $metadata: ResponseMetadata) {
    super('The response does not match the AWS model.');
  }
}

/** The key of the number of rows that were removed from a list response. */
export const UNREADABLE_ROWS = Symbol('unreadableRows');

/** Members of the type double. All other numbers of the AWS model are integers. */
const DOUBLES: ReadonlySet<string> = new Set(['approximateNumberOfObjectsToProcess', 'numberOfRuns']);
const MAX_INT = 2 ** 31 - 1;

/** The years 1 to 9999, which ISO 8601 can represent. */
const MIN_TIME = Date.parse('0001-01-01T00:00:00Z');
const MAX_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** True for a readable value. Removes and marks the unreadable members inside it. */
type Check = (value: unknown) => boolean;

const checks = new WeakMap<Operation, Check>();

/**
 * Removes and marks unreadable members, and removes unreadable rows. Throws InvalidResponseError when the response is no
 * object, or lacks its essential member, a page token or the list of rows. An absent or null member is readable.
 */
export function validateResponse(
  operation: Operation,
  schema: StaticOperationSchema,
  output: MetadataBearer,
  body: unknown,
): void {
  const response = NormalizedSchema.of(schema[5]);
  const check = checks.get(operation) ?? responseCheck(response, operation);
  checks.set(operation, check);
  // The SDK returns an object even for an empty body or a list.
  const isObject = !hasMembers(response) || beginsAsObject(body);
  if (!isObject || !check(output)) throw new InvalidResponseError(output.$metadata);
}

/** False for a response from which `validateResponse` removed members or rows. */
export function isWholeResponse(output: object): boolean {
  const { [UNREADABLE_ROWS]: removed = 0 } = output as { readonly [UNREADABLE_ROWS]?: number };
  return removed === 0 && !containsUnreadable(output);
}

function beginsAsObject(body: unknown): boolean {
  return body instanceof Uint8Array && /^\s*\{/.test(Buffer.from(body.subarray(0, 100)).toString());
}

function hasMembers(schema: NormalizedSchema): boolean {
  return schema.isStructSchema() && schema.structIterator().next().done !== true;
}

type EssentialMembers = Operation['essentialMembers'];
type Structure = Record<string | symbol, unknown>;

function responseCheck(schema: NormalizedSchema, operation: Operation): Check {
  const { essentialMembers } = operation;
  const essential = essentialMembers[schema.getName() ?? ''];
  const rows = operation.access === 'read' ? operation.rowsMember : undefined;
  const members = membersOf(schema, essentialMembers).map(([name, check]): [string, Check] =>
    name === rows ? [name, rowsCheck(schema.getMemberSchema(name), essentialMembers)] : [name, check],
  );
  // Without a readable page token, the end of the list is unknown.
  const isRequired = (name: string) =>
    TOKEN_MEMBERS.includes(name) || name === rows || (operation.access === 'write' && name === essential);
  return (value) => {
    if (!isStructure(value) || (essential !== undefined && isAbsent(value[essential]))) return false;
    const unreadable = markUnreadable(value, members);
    if (rows !== undefined) value[UNREADABLE_ROWS] = removeUnreadableRows(value[rows]);
    return !unreadable.some(isRequired);
  };
}

function checkOf(schema: NormalizedSchema, essential: EssentialMembers): Check {
  if (schema.isStringSchema()) return (value) => typeof value === 'string';
  if (schema.isBooleanSchema()) return (value) => typeof value === 'boolean';
  if (schema.isTimestampSchema()) return isTime;
  if (schema.isNumericSchema()) return numberCheck(schema.getMemberName());
  if (schema.isListSchema()) return listCheck(itemCheck(schema, essential));
  if (schema.isMapSchema()) return mapCheck(itemCheck(schema, essential));
  if (schema.isStructSchema()) return structureCheck(schema, essential);
  return () => true;
}

function membersOf(schema: NormalizedSchema, essential: EssentialMembers): [string, Check][] {
  return Array.from(schema.isStructSchema() ? schema.structIterator() : [], ([name, member]) => [
    name,
    checkOf(member, essential),
  ]);
}

function itemCheck(schema: NormalizedSchema, essential: EssentialMembers): Check {
  return checkOf(schema.getValueSchema(), essential);
}

/** A structure without its essential member is unreadable as a whole. */
function structureCheck(schema: NormalizedSchema, essentialMembers: EssentialMembers): Check {
  const members = membersOf(schema, essentialMembers);
  const essential = essentialMembers[schema.getName() ?? ''];
  return (value) => {
    if (!isStructure(value)) return false;
    markUnreadable(value, members);
    return essential === undefined || !isAbsent(value[essential]);
  };
}

/** Removes the unreadable members from a structure, marks them, and returns their names. */
function markUnreadable(structure: Structure, members: readonly [string, Check][]): readonly string[] {
  // AWS sends null for an absent member.
  const unreadable = members
    .filter(([name, check]) => structure[name] != null && !check(structure[name]))
    .map(([name]) => name);
  if (unreadable.length === 0) return unreadable;
  for (const name of unreadable) structure[name] = undefined;
  structure[UNREADABLE] = new Set(unreadable);
  return unreadable;
}

/** Replaces unreadable rows by null, which `removeUnreadableRows` removes and counts. */
function rowsCheck(schema: NormalizedSchema, essential: EssentialMembers): Check {
  const check = itemCheck(schema, essential);
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const [index, row] of value.entries()) if (row === null || !check(row)) value[index] = null;
    return true;
  };
}

function removeUnreadableRows(rows: unknown): number {
  if (!Array.isArray(rows)) return 0;
  const readableRows: unknown[] = rows.filter((row) => row !== null);
  const removed = rows.length - readableRows.length;
  if (removed > 0) rows.splice(0, rows.length, ...readableRows);
  return removed;
}

/** A list with one unreadable item is unreadable, because the other items would look like the whole list. */
function listCheck(check: Check): Check {
  return (value) => Array.isArray(value) && value.every((item) => item !== null && check(item));
}

function mapCheck(check: Check): Check {
  return (value) => isStructure(value) && Object.values(value).every((item) => item == null || check(item));
}

function numberCheck(name: string): Check {
  if (DOUBLES.has(name)) return Number.isFinite;
  return (value) => Number.isInteger(value) && Math.abs(value as number) <= MAX_INT;
}

function isTime(value: unknown): boolean {
  if (!(value instanceof Date)) return false;
  const time = value.getTime();
  return time >= MIN_TIME && time <= MAX_TIME;
}

function isAbsent(value: unknown): boolean {
  return (value ?? '') === '';
}

function isStructure(value: unknown): value is Structure {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
