/** The validation of AWS responses against the AWS model. The SDK itself passes on values of unexpected types. */
import { NormalizedSchema } from '@smithy/core/schema';
import type { MetadataBearer, ResponseMetadata, StaticOperationSchema } from '@smithy/types';
import type { Operation } from './operation';

/** The response does not match the AWS model, for example because a proxy sent it. */
export class InvalidResponseError extends Error {
  constructor(readonly $metadata: ResponseMetadata) {
    super('The response does not match the AWS model.');
  }
}

/** Members that may exceed the GraphQL type Int. */
const LONG_NUMBERS: ReadonlySet<string> = new Set(['approximateNumberOfObjectsToProcess', 'numberOfRuns']);
const MAX_INT = 2 ** 31 - 1;

/** The years 1 to 9999, which ISO 8601 can represent. */
const MIN_TIME = Date.parse('0001-01-01T00:00:00Z');
const MAX_TIME = Date.parse('9999-12-31T23:59:59.999Z');

type Check = (value: unknown) => boolean;

const checks = new WeakMap<Operation, Check>();

/**
 * Throws InvalidResponseError. An absent or null member is valid unless it is essential, so a list response without rows
 * is an empty list.
 */
export function validateResponse(
  operation: Operation,
  schema: StaticOperationSchema,
  output: MetadataBearer,
  body: unknown,
): void {
  const response = NormalizedSchema.of(schema[5]);
  const check = checks.get(operation) ?? structureCheck(response, operation.essentialMembers);
  checks.set(operation, check);
  // The SDK returns an object even for an empty body or a list.
  const isObject = !hasMembers(response) || beginsAsObject(body);
  if (!isObject || !check(output)) throw new InvalidResponseError(output.$metadata);
}

function beginsAsObject(body: unknown): boolean {
  return body instanceof Uint8Array && /^\s*\{/.test(Buffer.from(body.subarray(0, 100)).toString());
}

function hasMembers(schema: NormalizedSchema): boolean {
  return schema.isStructSchema() && schema.structIterator().next().done !== true;
}

type EssentialMembers = Operation['essentialMembers'];

function checkOf(schema: NormalizedSchema, essential: EssentialMembers): Check {
  if (schema.isStringSchema()) return (value) => typeof value === 'string';
  if (schema.isBooleanSchema()) return (value) => typeof value === 'boolean';
  if (schema.isTimestampSchema()) return isTime;
  if (schema.isNumericSchema()) return numberCheck(schema.getMemberName());
  if (schema.isListSchema()) return listCheck(memberCheck(schema.getValueSchema(), essential));
  if (schema.isMapSchema()) return mapCheck(memberCheck(schema.getValueSchema(), essential));
  if (schema.isStructSchema()) return structureCheck(schema, essential);
  return () => true;
}

/** Accepts null and undefined, because AWS sends null for an absent member. */
function memberCheck(schema: NormalizedSchema, essential: EssentialMembers): Check {
  const check = checkOf(schema, essential);
  return (value) => value == null || check(value);
}

function structureCheck(schema: NormalizedSchema, essential: EssentialMembers): Check {
  const members = Array.from(
    schema.isStructSchema() ? schema.structIterator() : [],
    ([member, schemaOf]) => [member, memberCheck(schemaOf, essential)] as const,
  );
  const name = essential[schema.getName() ?? ''];
  return (value) =>
    isRecord(value) &&
    members.every(([member, check]) => check(value[member])) &&
    (name === undefined || (value[name] ?? '') !== '');
}

function listCheck(check: Check): Check {
  return (value) => Array.isArray(value) && value.every((item) => item !== null && check(item));
}

function mapCheck(check: Check): Check {
  return (value) => isRecord(value) && Object.values(value).every(check);
}

function numberCheck(name: string): Check {
  const maximum = LONG_NUMBERS.has(name) ? Number.MAX_SAFE_INTEGER : MAX_INT;
  return (value) => Number.isInteger(value) && Math.abs(value as number) <= maximum;
}

function isTime(value: unknown): boolean {
  if (!(value instanceof Date)) return false;
  const time = value.getTime();
  return time >= MIN_TIME && time <= MAX_TIME;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
