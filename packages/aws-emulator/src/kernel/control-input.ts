/** Validation of control requests, with error messages of one line. */
import { z } from 'zod';
import { SECOND } from './clock';

/** A rejected control request. The message is one line, which the reply contains. */
export class ControlError extends Error {
  override readonly name = 'ControlError';

  constructor(
    readonly status: 400 | 404 | 415 | 421,
    message: string,
  ) {
    super(message);
  }
}

/** Returns the validated value. Throws ControlError with the path and the problem of the first invalid member. */
export function checkControlInput<Input>(schema: z.ZodType<Input>, value: unknown): Input {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  throw new ControlError(400, `${path === '' ? '' : `${path}: `}${issue?.message ?? 'Invalid input'}`);
}

/** A request to put a resource into any state; `set` holds raw AWS members. */
export interface PutRequest {
  readonly resource: string;
  readonly id: string;
  readonly organizationId: string | undefined;
  readonly set: unknown;
}

/**
 * The raw AWS members of a put request. Throws ControlError for a member that AWS does not have or that cannot be
 * set.
 */
export function readPutMembers<Members extends object>(
  schema: z.ZodType<Members>,
  set: unknown,
): Defined<Members> {
  return defined(checkControlInput(schema, set));
}

/** A time as ISO 8601 text or in seconds since the epoch. The parsed value is in milliseconds since the epoch. */
export function time(): z.ZodType<number> {
  return z
    .union([
      z.number(),
      z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'Not an ISO 8601 time.'),
    ])
    .transform((value) => (typeof value === 'number' ? value * SECOND : Date.parse(value)));
}

export type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A copy without the members that are undefined. */
export function defined<T extends object>(members: T): Defined<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<T>;
}
