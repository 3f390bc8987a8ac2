/** Changes that are not of a status: checked against AWS's limits, sent once, and never said to have happened unless AWS said so. */
import { randomUUID } from 'node:crypto';
import type { CallContext } from '../aws/client/call-context';
import { AwsError, BadUserInputError } from '../domain/errors';
import { type ServiceName } from '../domain/services';
import { encodeId } from '../domain/ids';
import { serviceOf, type ResourceKind, type ResourceRef } from '../domain/resources';
import { violationsOf, type Limits, type Violation } from '../input-rules/check';
import { changeRequestLimits } from '../input-rules/shared';
import type { ChangeProblem } from './change';
import { LEASE_TIMEOUT_MS, SEND_WINDOW_MS, type ChangeDependencies } from './dependencies';
import type { Mutation, SendContext } from './mutation-pipeline';
import { NOTHING_SENT, commandCodec, UNKNOWN, type CommandExecution } from './command-codec';

/** What every input has. */
export interface CommandInput {
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null;
}

export interface CreationInput extends CommandInput {
  readonly target?: string | null;
}

export interface ResourceInput extends CommandInput {
  readonly id: string;
}

export interface CommandResult<Value> extends Omit<CommandExecution<Value>, 'sent'> {
  /** Given again with the same input, it does nothing twice; undefined when nothing was sent. */
  readonly idempotencyKey: string | undefined;
  /** The AWS operation that carries it out. */
  readonly operation: string;
  readonly service: ServiceName;
}

export interface CreateCommand<Value> {
  /** The GraphQL field. */
  readonly mutation: string;
  readonly kind: ResourceKind;
  readonly operation: string;
  readonly input: CreationInput;
  readonly limits: Limits;
  /** Calls AWS. Throws AwsError. */
  readonly send: (target: string, clientToken: string, call: CallContext) => Promise<Value>;
}

export interface ResourceCommand<Ref, Prepared, Value> {
  /** The GraphQL field. */
  readonly mutation: string;
  readonly operation: string;
  /** The resource that a global id names. Throws BadUserInputError. */
  readonly find: (id: string) => Ref;
  readonly input: ResourceInput;
  readonly limits: Limits;
  /** Reads what has to be known before anything is sent. Throws AwsError. */
  readonly prepare: (ref: Ref, call: CallContext) => Promise<Prepared>;
  /** Calls AWS. Throws AwsError. */
  readonly send: (prepared: Prepared, clientToken: string, call: CallContext) => Promise<Value>;
}

type Found<Value> = { readonly value: Value } | { readonly violation: Violation };

/** What can be said of a submission before it is one. */
type Subject = Pick<Mutation, 'mutation' | 'resourceType'> &
  Pick<CommandResult<unknown>, 'operation' | 'service'>;

export class CommandRunner {
  constructor(private readonly dependencies: ChangeDependencies) {}

  /** Creates something in a target. */
  async create<Value>(
    { mutation, kind, operation, input, limits, send }: CreateCommand<Value>,
    call: CallContext,
  ): Promise<CommandResult<Value>> {
    const targets = this.dependencies.targets.visibleTo(call.principal);
    const target = findOr('target', () => targets.pick(input.target, serviceOf(kind)).name);
    const checkedPlace = checked(target, limits, input);
    const name = 'value' in target ? target.value : undefined;
    const subject = { mutation, resourceType: kind, operation, service: serviceOf(kind) };
    return this.run(subject, input, { target: name }, call, (context) =>
      'refusal' in checkedPlace
        ? Promise.resolve(checkedPlace.refusal)
        : execute(input, context, operation, () => Promise.resolve(checkedPlace.value), send),
    );
  }

  /** Changes a resource, in turn with its other changes. Throws GatewayError when nothing was sent. */
  async change<Ref extends ResourceRef, Prepared, Value>(
    { mutation, operation, find, input, limits, prepare, send }: ResourceCommand<Ref, Prepared, Value>,
    call: CallContext,
  ): Promise<CommandResult<Value>> {
    const { queue, leases, clock } = this.dependencies;
    const targets = this.dependencies.targets.visibleTo(call.principal);
    const found = findOr('id', () => {
      const ref = find(input.id);
      targets.get(ref.target, serviceOf(ref.kind));
      return ref;
    });
    const checkedPlace = checked(found, limits, input);
    const ref = 'value' in found ? found.value : undefined;
    const service = serviceOf(ref?.kind ?? 'SecurityCase');
    const subject = { mutation, resourceType: ref?.kind, operation, service };
    const where = { target: ref?.target, resourceId: ref && encodeId(ref) };
    return this.run(subject, input, where, call, (context) => {
      if ('refusal' in checkedPlace) return Promise.resolve(checkedPlace.refusal);
      const id = encodeId(checkedPlace.value);
      return queue.run(id, async () => {
        const lease = input.dryRun
          ? undefined
          : await leases.acquire(id, clock.now() + LEASE_TIMEOUT_MS, call.signal);
        const guarded = {
          ...context,
          call: { ...context.call, ...(lease && { sendBefore: lease.until - SEND_WINDOW_MS }) },
        };
        try {
          return await execute(
            input,
            guarded,
            operation,
            () => prepare(checkedPlace.value, guarded.call),
            send,
          );
        } finally {
          await lease?.release();
        }
      });
    });
  }

  private async run<Value>(
    { operation, service, ...subject }: Subject,
    input: CommandInput,
    where: Partial<Pick<Mutation, 'target' | 'resourceId'>>,
    call: CallContext,
    executeWith: (context: SendContext) => Promise<CommandExecution<Value>>,
  ): Promise<CommandResult<Value>> {
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
    const execution = await this.dependencies.pipeline.run(
      mutation,
      call,
      commandCodec<Value>(operation),
      executeWith,
    );
    const { sent, ...result } = execution;
    return { ...result, operation, service, idempotencyKey: sent ? idempotencyKey : undefined };
  }
}

/** The place when the input breaks no limit, or the refusal with everything that is wrong. */
function checked<Place>(
  checkedPlace: Found<Place>,
  limits: Limits,
  input: CommandInput,
): { readonly value: Place } | { readonly refusal: CommandExecution<never> } {
  const violations = violationsOf([...changeRequestLimits, ...limits], input);
  if ('violation' in checkedPlace) return { refusal: refused([checkedPlace.violation, ...violations]) };
  return violations.length > 0 ? { refusal: refused(violations) } : checkedPlace;
}

async function execute<Prepared, Value>(
  { dryRun }: CommandInput,
  { call, clientToken, beforeSend }: SendContext,
  operation: string,
  prepare: () => Promise<Prepared>,
  send: (prepared: Prepared, clientToken: string, call: CallContext) => Promise<Value>,
): Promise<CommandExecution<Value>> {
  const prepared = await outcomeOf(prepare);
  if (prepared instanceof AwsError)
    return { ...NOTHING_SENT, outcome: 'REFUSED', problems: [toProblem(prepared)] };
  if (dryRun) return { ...NOTHING_SENT, outcome: 'DRY_RUN', problems: [] };
  await beforeSend({ statusBefore: undefined, operation });
  const value = await outcomeOf(() => send(prepared, clientToken, call));
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

function refused(violations: readonly Violation[]): CommandExecution<never> {
  const problems = violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation }) as const);
  return { ...NOTHING_SENT, outcome: 'REFUSED', problems };
}
