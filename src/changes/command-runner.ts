/** Changes that are not of a status: checked against AWS's limits, sent once, and never said to have happened unless AWS said so. */
import { randomUUID } from 'node:crypto';
import type { CallContext } from '../aws/client/call-context';
import { AwsError, BadUserInputError, type ServiceName } from '../domain/errors';
import { encodeId, SERVICE_OF_KIND, type ResourceKind, type ResourceRef } from '../domain/ids';
import { violationsOf, type Limits, type Violation } from '../input-rules/check';
import { changeRequestLimits } from '../input-rules/shared';
import type { ChangeProblem } from './change';
import { LEASE_PATIENCE, SENDING, type ChangeRoom } from './dependencies';
import type { Mutation, Step } from './mutation-pipeline';
import { NOTHING_SENT, submissionAnswers, UNKNOWN, type SubmissionAnswer } from './command-codec';

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

export interface SubmissionResult<Value> extends Omit<SubmissionAnswer<Value>, 'sent'> {
  /** Given again with the same input, it does nothing twice; undefined when nothing was sent. */
  readonly idempotencyKey: string | undefined;
  /** The AWS operation that carries it out. */
  readonly operation: string;
  readonly service: ServiceName;
}

export interface Creation<Value> {
  /** The GraphQL field. */
  readonly mutation: string;
  readonly kind: ResourceKind;
  readonly operation: string;
  readonly input: CreationInput;
  readonly limits: Limits;
  /** Calls AWS. Throws AwsError. */
  readonly send: (target: string, clientToken: string, call: CallContext) => Promise<Value>;
}

export interface ResourceChange<Ref, Seen, Value> {
  /** The GraphQL field. */
  readonly mutation: string;
  readonly operation: string;
  /** The resource that a global id names. Throws BadUserInputError. */
  readonly find: (id: string) => Ref;
  readonly input: ResourceInput;
  readonly limits: Limits;
  /** Reads what has to be known before anything is sent. Throws AwsError. */
  readonly look: (ref: Ref, call: CallContext) => Promise<Seen>;
  /** Calls AWS. Throws AwsError. */
  readonly send: (seen: Seen, clientToken: string, call: CallContext) => Promise<Value>;
}

type Found<Value> = { readonly value: Value } | { readonly violation: Violation };

/** What can be said of a submission before it is one. */
type Subject = Pick<Mutation, 'mutation' | 'resourceType'> &
  Pick<SubmissionResult<unknown>, 'operation' | 'service'>;

export class Submitter {
  constructor(private readonly room: ChangeRoom) {}

  /** Creates something in a target. */
  async create<Value>(
    { mutation, kind, operation, input, limits, send }: Creation<Value>,
    call: CallContext,
  ): Promise<SubmissionResult<Value>> {
    const targets = this.room.targets.visibleTo(call.principal);
    const target = findOr('target', () => targets.pick(input.target, SERVICE_OF_KIND[kind]).name);
    const place = checked(target, limits, input);
    const name = 'value' in target ? target.value : undefined;
    const subject = { mutation, resourceType: kind, operation, service: SERVICE_OF_KIND[kind] };
    return this.follow(subject, input, { target: name }, call, (step) =>
      'refusal' in place
        ? Promise.resolve(place.refusal)
        : submit(input, step, operation, () => Promise.resolve(place.value), send),
    );
  }

  /** Changes a resource, in turn with its other changes. Throws GatewayError when nothing was sent. */
  async change<Ref extends ResourceRef, Seen, Value>(
    { mutation, operation, find, input, limits, look, send }: ResourceChange<Ref, Seen, Value>,
    call: CallContext,
  ): Promise<SubmissionResult<Value>> {
    const { queue, leases, clock } = this.room;
    const targets = this.room.targets.visibleTo(call.principal);
    const found = findOr('id', () => {
      const ref = find(input.id);
      targets.get(ref.target, SERVICE_OF_KIND[ref.kind]);
      return ref;
    });
    const place = checked(found, limits, input);
    const ref = 'value' in found ? found.value : undefined;
    const service = SERVICE_OF_KIND[ref?.kind ?? 'SecurityCase'];
    const subject = { mutation, resourceType: ref?.kind, operation, service };
    const where = { target: ref?.target, resourceId: ref && encodeId(ref) };
    return this.follow(subject, input, where, call, (step) => {
      if ('refusal' in place) return Promise.resolve(place.refusal);
      const id = encodeId(place.value);
      return queue.run(id, async () => {
        const lease = input.dryRun
          ? undefined
          : await leases.acquire(id, clock.now() + LEASE_PATIENCE, call.signal);
        const guarded = {
          ...step,
          call: { ...step.call, ...(lease && { sendBefore: lease.until - SENDING }) },
        };
        try {
          return await submit(input, guarded, operation, () => look(place.value, guarded.call), send);
        } finally {
          await lease?.release();
        }
      });
    });
  }

  private async follow<Value>(
    { operation, service, ...subject }: Subject,
    input: SubmissionInput,
    where: Partial<Pick<Mutation, 'target' | 'resourceId'>>,
    call: CallContext,
    carryOut: (step: Step) => Promise<SubmissionAnswer<Value>>,
  ): Promise<SubmissionResult<Value>> {
    const { idempotencyKey: given, ...rest } = input;
    const idempotencyKey = given ?? randomUUID();
    const { dryRun } = input;
    const mutation = {
      ...subject,
      target: where.target,
      resourceId: where.resourceId,
      input: rest,
      idempotencyKey,
      dryRun,
    };
    const answer = await this.room.procedure.follow(
      mutation,
      call,
      submissionAnswers<Value>(operation),
      carryOut,
    );
    const { sent, ...result } = answer;
    return { ...result, operation, service, idempotencyKey: sent ? idempotencyKey : undefined };
  }
}

/** The place when the input breaks no limit, or the refusal with everything that is wrong. */
function checked<Place>(
  place: Found<Place>,
  limits: Limits,
  input: SubmissionInput,
): { readonly value: Place } | { readonly refusal: SubmissionAnswer<never> } {
  const violations = violationsOf([...changeRequestLimits, ...limits], input);
  if ('violation' in place) return { refusal: refused([place.violation, ...violations]) };
  return violations.length > 0 ? { refusal: refused(violations) } : place;
}

async function submit<Seen, Value>(
  { dryRun }: SubmissionInput,
  { call, clientToken, sending }: Step,
  operation: string,
  look: () => Promise<Seen>,
  send: (seen: Seen, clientToken: string, call: CallContext) => Promise<Value>,
): Promise<SubmissionAnswer<Value>> {
  const seen = await outcomeOf(look);
  if (seen instanceof AwsError) return { ...NOTHING_SENT, outcome: 'REFUSED', problems: [toProblem(seen)] };
  if (dryRun) return { ...NOTHING_SENT, outcome: 'DRY_RUN', problems: [] };
  await sending({ seen: undefined, operation });
  const value = await outcomeOf(() => send(seen, clientToken, call));
  if (!(value instanceof AwsError)) return { outcome: 'APPLIED', value, problems: [], sent: true };
  return value.details.notApplied
    ? { outcome: 'REFUSED', value: undefined, problems: [toProblem(value)], sent: true }
    : { outcome: 'UNKNOWN', value: undefined, problems: [UNKNOWN], sent: true };
}

async function outcomeOf<Value>(call: () => Promise<Value>): Promise<Value | AwsError> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

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

function refused(violations: readonly Violation[]): SubmissionAnswer<never> {
  const problems = violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation }) as const);
  return { ...NOTHING_SENT, outcome: 'REFUSED', problems };
}
