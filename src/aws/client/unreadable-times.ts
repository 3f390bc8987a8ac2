/**
 * Times in AWS responses that the SDK cannot parse. The SDK rejects the whole response for one of them; here they are
 * replaced by a time outside of the supported years, which the response validator marks as unreadable.
 */
import { NormalizedSchema } from '@smithy/core/schema';
import { parseEpochTimestamp, parseRfc3339DateTimeWithOffset } from '@smithy/core/serde';
import type { $ClientProtocol, HttpRequest, HttpResponse } from '@smithy/types';

type Protocol = Pick<$ClientProtocol<HttpRequest, HttpResponse>, 'deserializeResponse'>;

/** The schema of a time with the trait timestampFormat date-time. All other times are seconds since 1970. */
const DATE_TIME_SCHEMA = 5;

const REPLACEMENTS = { dateTime: '9999-12-31T23:59:59-12:00', epochSeconds: 1e12 } as const;

/** Changes the protocol of an SDK client. */
export function acceptUnreadableTimes(protocol: Protocol): void {
  const deserialize = protocol.deserializeResponse.bind(protocol);
  protocol.deserializeResponse = async (operation, context, response) => {
    try {
      return await deserialize(operation, context, response);
    } catch (error) {
      const body = withReadableTimes(NormalizedSchema.of(operation.output), response);
      if (body === undefined) throw error;
      return await deserialize(operation, context, { ...response, body });
    }
  };
}

/** The body of a success response with its unreadable times replaced; undefined when all its times are readable. */
function withReadableTimes(
  schema: NormalizedSchema,
  { statusCode, body }: HttpResponse,
): Uint8Array | undefined {
  if (statusCode >= 300 || !(body instanceof Uint8Array)) return undefined;
  const replacedTimes: unknown[] = [];
  const replace = (member: NormalizedSchema, value: unknown): unknown => {
    if (value === null || value === undefined) return value;
    if (member.isTimestampSchema()) {
      const isDateTime = member.getSchema() === DATE_TIME_SCHEMA;
      if (isReadable(value, isDateTime)) return value;
      replacedTimes.push(value);
      return isDateTime ? REPLACEMENTS.dateTime : REPLACEMENTS.epochSeconds;
    }
    if (member.isListSchema() && Array.isArray(value)) {
      return value.map((item) => replace(member.getValueSchema(), item));
    }
    if (member.isStructSchema() && typeof value === 'object') return replaceIn(member, value, replace);
    return value;
  };
  const parsed = parseJson(body);
  const replaced = replace(schema, parsed);
  return replacedTimes.length > 0 ? Buffer.from(JSON.stringify(replaced)) : undefined;
}

function replaceIn(
  schema: NormalizedSchema,
  structure: object,
  replace: (member: NormalizedSchema, value: unknown) => unknown,
): object {
  const copy: Record<string, unknown> = { ...structure };
  for (const [memberName, member] of schema.structIterator()) {
    const name = member.getMergedTraits().jsonName ?? memberName;
    if (Object.hasOwn(copy, name)) copy[name] = replace(member, copy[name]);
  }
  return copy;
}

function isReadable(value: unknown, isDateTime: boolean): boolean {
  try {
    return (isDateTime ? parseRfc3339DateTimeWithOffset(value) : parseEpochTimestamp(value)) !== undefined;
  } catch {
    return false;
  }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}
