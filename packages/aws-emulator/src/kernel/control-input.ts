/** Checking what people send to the control endpoints, and telling them in one line what is wrong with it. */
import { z } from 'zod';
import { SECOND } from './clock';

/** A control request that cannot be done; the message is one line for the person who sent it. */
export class ControlError extends Error {
  override readonly name = 'ControlError';

  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}

export function checkControlInput<Input>(schema: z.ZodType<Input>, value: unknown): Input {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  throw new ControlError(400, `${path === '' ? '' : `${path}: `}${issue?.message ?? 'not understood'}`);
}

/** A request to put a resource into any state; `set` holds raw AWS members. */
export interface PutRequest {
  readonly resource: string;
  readonly id: string;
  readonly organizationId: string | undefined;
  readonly set: unknown;
}

/** The raw AWS members of a put request. A member that AWS does not have, or that cannot be set, is refused. */
export function readPutMembers<Members extends object>(
  schema: z.ZodType<Members>,
  set: unknown,
): Defined<Members> {
  return defined(checkControlInput(schema, set));
}

/** An ISO 8601 time, or seconds since the epoch; becomes milliseconds. */
export function time(): z.ZodType<number> {
  return z
    .union([
      z.number(),
      z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'not an ISO 8601 time'),
    ])
    .transform((value) => (typeof value === 'number' ? value * SECOND : Date.parse(value)));
}

export type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the members that are undefined. */
export function defined<T extends object>(members: T): Defined<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<T>;
}
