/** Changes that are not of a status: checked against AWS's limits, sent once, and never said to have happened unless AWS said so. */
import { randomUUID } from 'node:crypto';
import { AwsError, BadUserInputError, type ServiceName } from '../errors';
import { encodeId, SERVICE_OF_KIND, type ResourceRef } from '../ids';
import { violationsOf, type Limits, type Violation } from '../limits/check';
import type { Targets } from '../targets';
import type { ChangeOutcome } from '../transitions/table';
import type { ChangeProblem } from './change';
import type { KeyedQueue } from './keyed-queue';

/** What every input has. */
export interface SubmissionInput {
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null;
}

export interface CreationInput extends SubmissionInput {
  readonly target?: string | null;
}

export interface ResourceInput extends SubmissionInput {
  readonly id: string;
}

export interface SubmissionResult<Value> {
  readonly outcome: ChangeOutcome;
  /** What came of it; undefined unless the outcome is APPLIED. */
  readonly value: Value | undefined;
  readonly problems: readonly ChangeProblem[];
  /** The client token that AWS was given; undefined when nothing was sent. */
  readonly idempotencyKey: string | undefined;
}

export interface Creation<Value> {
  readonly service: ServiceName;
  readonly input: CreationInput;
  readonly limits: Limits;
  /** Calls AWS. Throws AwsError. */
  readonly send: (target: string, idempotencyKey: string) => Promise<Value>;
}

export interface ResourceChange<Ref, Seen, Value> {
  /** The resource that a global id names. Throws BadUserInputError. */
  readonly find: (id: string) => Ref;
  readonly input: ResourceInput;
  readonly limits: Limits;
  /** Reads what has to be known before anything is sent. Throws AwsError. */
  readonly look: (ref: Ref) => Promise<Seen>;
  /** Calls AWS. Throws AwsError. */
  readonly send: (seen: Seen, idempotencyKey: string) => Promise<Value>;
}

type Found<Value> = { readonly value: Value } | { readonly violation: Violation };

export class Submitter {
  constructor(
    private readonly targets: Targets,
    private readonly queue: KeyedQueue,
  ) {}

  /** Creates something in a target. */
  async create<Value>({ service, input, limits, send }: Creation<Value>): Promise<SubmissionResult<Value>> {
    const target = findOr('target', () => this.targets.pick(input.target, service).name);
    const place = checked(target, limits, input);
    return 'refusal' in place ? place.refusal : submit(input, () => Promise.resolve(place.value), send);
  }

  /** Changes a resource, in turn with its other changes. Throws OverloadedError when too many wait. */
  async change<Ref extends ResourceRef, Seen, Value>({
    find,
    input,
    limits,
    look,
    send,
  }: ResourceChange<Ref, Seen, Value>): Promise<SubmissionResult<Value>> {
    const found = findOr('id', () => {
      const ref = find(input.id);
      this.targets.get(ref.target, SERVICE_OF_KIND[ref.kind]);
      return ref;
    });
    const place = checked(found, limits, input);
    if ('refusal' in place) return place.refusal;
    const ref = place.value;
    return this.queue.run(encodeId(ref), () => submit(input, () => look(ref), send));
  }
}

/** The place when the input breaks no limit, or the refusal with everything that is wrong. */
function checked<Place>(
  place: Found<Place>,
  limits: Limits,
  input: SubmissionInput,
): { readonly value: Place } | { readonly refusal: SubmissionResult<never> } {
  const violations = violationsOf(limits, input);
  if ('violation' in place) return { refusal: refused([place.violation, ...violations]) };
  return violations.length > 0 ? { refusal: refused(violations) } : place;
}

async function submit<Seen, Value>(
  { dryRun, idempotencyKey: given }: SubmissionInput,
  look: () => Promise<Seen>,
  send: (seen: Seen, idempotencyKey: string) => Promise<Value>,
): Promise<SubmissionResult<Value>> {
  const seen = await outcomeOf(look);
  if (seen instanceof AwsError) return { ...NOTHING_SENT, outcome: 'REFUSED', problems: [toProblem(seen)] };
  if (dryRun) return { ...NOTHING_SENT, outcome: 'DRY_RUN' };
  const idempotencyKey = given ?? randomUUID();
  const value = await outcomeOf(() => send(seen, idempotencyKey));
  if (!(value instanceof AwsError)) return { outcome: 'APPLIED', value, problems: [], idempotencyKey };
  return value.details.notApplied
    ? { outcome: 'REFUSED', value: undefined, problems: [toProblem(value)], idempotencyKey }
    : { outcome: 'UNKNOWN', value: undefined, problems: [UNKNOWN], idempotencyKey };
}

async function outcomeOf<Value>(call: () => Promise<Value>): Promise<Value | AwsError> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

const NOTHING_SENT = { value: undefined, problems: [], idempotencyKey: undefined } as const;

const UNKNOWN: ChangeProblem = { kind: 'OUTCOME_UNKNOWN', observedStatus: undefined };

function toProblem(error: AwsError): ChangeProblem {
  return error.code === 'AWS_NOT_FOUND' ? { kind: 'NOT_FOUND' } : { kind: 'AWS_REJECTED', error };
}

function findOr<Value>(field: string, find: () => Value): Found<Value> {
  try {
    return { value: find() };
  } catch (error) {
    if (error instanceof BadUserInputError)
      return { violation: { path: ['input', field], message: error.message } };
    throw error;
  }
}

function refused(violations: readonly Violation[]): SubmissionResult<never> {
  const problems = violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation }) as const);
  return { ...NOTHING_SENT, outcome: 'REFUSED', problems };
}
