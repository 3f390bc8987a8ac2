/** What an emulated AWS operation is, and what it is given. */
import type { z } from 'zod';
import type { AwsError } from './aws-error';
import type { Behaviours } from './behaviour';
import type { Clock } from './clock';
import type { EmulatorSettings } from '../settings';
import type { Fault } from './faults';
import type { PresignedUrls } from './presigned-urls';
import type { Scope } from './scope';
import type { Session, Sessions } from './sessions';
import type { Tokens } from './tokens';
import { parseInput, type ConstraintFailure } from './validation';

/** What all services share between two resets. */
export interface Kernel {
  readonly clock: Clock;
  readonly behaviours: Behaviours;
  readonly tokens: Tokens;
  readonly presignedUrls: PresignedUrls;
  readonly sessions: Sessions;
  readonly seed: string;
  readonly sizes: EmulatorSettings['sizes'];
}

/** How a service words the errors that every one of its operations can give. */
export interface ServiceErrors {
  invalid(failures: readonly ConstraintFailure[]): AwsError;
  unparsable(detail: string): AwsError;
  badToken(): AwsError;
}

/** One call of an operation, with the state of its account and region brought up to date. */
export interface Call<State> {
  readonly operation: string;
  readonly scope: Scope;
  /** Whom the caller's credentials are of; null for long-term ones. */
  readonly session: Session | null;
  /** Where the call came to, e.g. `http://127.0.0.1:4566`. */
  readonly origin: string;
  readonly state: State;
  /** The state of another account or region. */
  readonly stateOf: (scope: Scope) => State;
  /** Milliseconds since the epoch, the same throughout the call. */
  readonly now: number;
  readonly kernel: Kernel;
  readonly errors: ServiceErrors;
  readonly pageFault: Fault['page'];
}

/** Output members as they go onto the wire; those that are undefined stay away. */
export type Output = Readonly<Record<string, unknown>>;

/** How restJson1 binds an operation to HTTP; labels and query strings become input members of the same names. */
export interface HttpBinding {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** E.g. `/jobs/{jobId}`. */
  readonly path: string;
  readonly status: number;
  readonly query?: Readonly<Record<string, 'string' | 'strings' | 'integer'>>;
}

export interface Operation<State> {
  readonly name: string;
  /** Only for restJson1 services. */
  readonly http: HttpBinding | undefined;
  /** Checks the raw input and runs the operation; throws an AwsError. */
  execute(rawInput: unknown, call: Call<State>): Output;
}

/** An operation from its input schema and what it does. */
export function operation<State, Input>(
  name: string,
  http: HttpBinding | undefined,
  input: z.ZodType<Input>,
  run: (input: Input, call: Call<State>) => Output,
): Operation<State> {
  return {
    name,
    http,
    execute(rawInput, call) {
      const parsed = parseInput(input, rawInput);
      if (parsed.kind === 'unparsable') throw call.errors.unparsable(parsed.detail);
      if (parsed.kind === 'invalid') throw call.errors.invalid(parsed.failures);
      return run(parsed.input, call);
    },
  };
}
