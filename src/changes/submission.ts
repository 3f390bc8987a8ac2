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

export interface ResourceChange<Ref, Value> {
  /** The resource that a global id names. Throws BadUserInputError. */
  readonly find: (id: string) => Ref;
  readonly input: ResourceInput;
  readonly limits: Limits;
  /** Calls AWS. Throws AwsError. */
  readonly send: (ref: Ref, idempotencyKey: string) => Promise<Value>;
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
    return this.submit(input, limits, target, send);
  }

  /** Changes a resource, in turn with its other changes. Throws OverloadedError when too many wait. */
  async change<Ref extends ResourceRef, Value>({
    find,
    input,
    limits,
    send,
  }: ResourceChange<Ref, Value>): Promise<SubmissionResult<Value>> {
    const found = findOr('id', () => {
      const ref = find(input.id);
      this.targets.get(ref.target, SERVICE_OF_KIND[ref.kind]);
      return ref;
    });
    return this.submit(input, limits, found, (ref, key) => this.inTurn(ref, () => send(ref, key)));
  }

  private inTurn<Value>(ref: ResourceRef, send: () => Promise<Value>): Promise<Value> {
    return this.queue.run(encodeId(ref), send);
  }

  private async submit<Place, Value>(
    input: SubmissionInput,
    limits: Limits,
    place: Found<Place>,
    send: (place: Place, idempotencyKey: string) => Promise<Value>,
  ): Promise<SubmissionResult<Value>> {
    const violations = violationsOf(limits, input);
    if ('violation' in place) return refused([place.violation, ...violations]);
    if (violations.length > 0) return refused(violations);
    if (input.dryRun)
      return { outcome: 'DRY_RUN', value: undefined, problems: [], idempotencyKey: undefined };
    const idempotencyKey = input.idempotencyKey ?? randomUUID();
    try {
      const value = await send(place.value, idempotencyKey);
      return { outcome: 'APPLIED', value, problems: [], idempotencyKey };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return { ...failed(error), value: undefined, idempotencyKey };
    }
  }
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
  return { outcome: 'REFUSED', value: undefined, problems, idempotencyKey: undefined };
}

function failed(error: AwsError): { outcome: ChangeOutcome; problems: readonly ChangeProblem[] } {
  if (!error.details.notApplied) {
    return { outcome: 'UNKNOWN', problems: [{ kind: 'OUTCOME_UNKNOWN', observedStatus: undefined }] };
  }
  const problem: ChangeProblem =
    error.code === 'AWS_NOT_FOUND' ? { kind: 'NOT_FOUND' } : { kind: 'AWS_REJECTED', error };
  return { outcome: 'REFUSED', problems: [problem] };
}
