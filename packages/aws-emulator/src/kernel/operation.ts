/** An emulated AWS operation, and the context of its calls. */
import type { z } from 'zod';
import type { AwsError } from './aws-error';
import type { Behaviors } from './behavior';
import type { Clock } from './clock';
import type { EmulatorSettings } from './settings';
import type { Fault } from './faults';
import type { PresignedUrls } from './presigned-urls';
import type { Scope } from './scope';
import type { Session, Sessions } from './sessions';
import type { Tokens } from './tokens';
import { parseInput, type ConstraintFailure } from './validation';

/** The parts that all services share between two resets. */
export interface Kernel {
  readonly clock: Clock;
  readonly behaviors: Behaviors;
  readonly tokens: Tokens;
  readonly presignedUrls: PresignedUrls;
  readonly sessions: Sessions;
  readonly seed: string;
  readonly sizes: EmulatorSettings['sizes'];
}

/** The errors that every operation of a service can return, in the form of that service. */
export interface ServiceErrors {
  invalid(failures: readonly ConstraintFailure[]): AwsError;
  unparsable(detail: string): AwsError;
  badToken(): AwsError;
}

/** One call of an operation, with the current state of its account and region. */
export interface Call<State> {
  readonly operation: string;
  readonly scope: Scope;
  /** The role session of the caller; null for long-term credentials. */
  readonly session: Session | null;
  /** The origin at which the call arrived, e.g. `http://127.0.0.1:4566`. */
  readonly origin: string;
  readonly state: State;
  /** The current state of another account or region. */
  readonly stateOf: (scope: Scope) => State;
  /** Milliseconds since the epoch, the same throughout the call. */
  readonly now: number;
  readonly kernel: Kernel;
  readonly errors: ServiceErrors;
  readonly pageFault: Fault['page'];
}

/** Output members in their wire format. Members that are undefined are omitted. */
export type Output = Readonly<Record<string, unknown>>;

/** The HTTP binding of a restJson1 operation. Labels and query parameters become input members of the same names. */
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
  /** Validates the raw input and runs the operation. Throws an AwsError. */
  execute(rawInput: unknown, call: Call<State>): Output;
}

/** Defines an operation by its HTTP binding, input schema and implementation. */
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
