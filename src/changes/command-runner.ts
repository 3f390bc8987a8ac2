/** The runner of commands (mutations that are not status changes): it checks the input rules, sends once and records the outcome. */
import { randomUUID } from 'node:crypto';
import type { CallContext } from '../aws/client/call-context';
import type { WriteOperation } from '../aws/client/operation';
import { AwsError, BadUserInputError } from '../domain/errors';
import { encodeId } from '../domain/ids';
import { serviceOf, type ResourceKind, type ResourceRef } from '../domain/resources';
import { iamActionOf } from '../domain/services';
import { violationsOf, type InputRules, type Violation } from '../input-rules/check';
import { changeRequestRules } from '../input-rules/shared';
import { isRecordable, type Mutation } from './audit-records';
import type { ChangeProblem } from './change';
import { commandCodec, NOTHING_SENT, UNKNOWN, type CommandExecution } from './command-codec';
import type { ChangeDependencies } from './dependencies';
import type { Checked, SendContext } from './mutation-pipeline';
import { withResourceLock } from './resource-lock';

/** The input members of every command. */
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
  /**
   * The key for a safe retry with the same input: that of the caller, or without one the source of the client token.
   * Undefined when nothing was sent, and without a key of the caller if the operation takes no client token.
   */
  readonly idempotencyKey: string | undefined;
  /** The AWS operation. */
  readonly operation: string;
  /** The IAM action that the operation requires; all candidates when the input does not identify a resource. */
  readonly iamAction: string;
}

/** The input field that names the resource which AWS does not have; undefined when several fields may name it. */
type MissingField = (awsCode: string | undefined) => string | undefined;

export interface CreateCommand<Value> {
  /** The GraphQL field. */
  readonly mutation: string;
  readonly kind: ResourceKind;
  readonly operation: WriteOperation;
  readonly input: CreationInput;
  readonly rules: InputRules;
  /** No field by default. */
  readonly missingField?: MissingField;
  /** Calls AWS. Throws AwsError. */
  readonly send: (target: string, clientToken: string, call: CallContext) => Promise<Value>;
}

export interface ResourceCommand<Ref, Prepared, Value> {
  /** The GraphQL field. */
  readonly mutation: string;
  /** The operation for each kind of resource that the command accepts; all operations have the same name. */
  readonly operations: Readonly<Partial<Record<ResourceKind, WriteOperation>>>;
  /** The resource that a global id identifies. Throws BadUserInputError. */
  readonly find: (id: string) => Ref;
  readonly input: ResourceInput;
  readonly rules: InputRules;
  /** `id` by default. */
  readonly missingField?: MissingField;
  /** Reads what `send` needs. Throws AwsError. */
  readonly prepare: (ref: Ref, call: CallContext) => Promise<Prepared>;
  /** Calls AWS. Throws AwsError. */
  readonly send: (prepared: Prepared, clientToken: string, call: CallContext) => Promise<Value>;
}

type Found<Value> = { readonly value: Value } | { readonly violation: Violation };
type CheckedInput<Value> =
  { readonly value: Value } | { readonly refusal: CommandExecution<never>; readonly isRecorded: boolean };

type Subject = Pick<Mutation, 'mutation' | 'resourceType' | 'target' | 'resourceId'> & {
  /** The one operation, or those of all kinds when the input does not identify a resource. */
  readonly operations: readonly WriteOperation[];
};

export class CommandRunner {
  constructor(private readonly dependencies: ChangeDependencies) {}

  /** Creates a resource in a target. Throws GatewayError when nothing was sent. */
  async create<Value>(
    { mutation, kind, operation, input, rules, missingField = () => undefined, send }: CreateCommand<Value>,
    call: CallContext,
  ): Promise<CommandResult<Value>> {
    const targets = this.dependencies.targets.visibleTo(call.principal);
    const found = findOr('target', () => targets.pick(input.target, serviceOf(kind)).name);
    const target = 'value' in found ? found.value : undefined;
    const checked = check(found, rules, input);
    const subject = {
      mutation,
      resourceType: kind,
      resourceId: undefined,
      target,
      operations: [operation],
    };
    if ('refusal' in checked) return this.run(subject, input, call, checked);
    return this.run(subject, input, call, {
      execute: (context) =>
        execute(input, context, {
          operation: operation.name,
          missingField,
          prepare: () => Promise.resolve(checked.value),
          send,
        }),
    });
  }

  /** Changes a resource after all earlier changes of the resource. Throws GatewayError when nothing was sent. */
  async change<Ref extends ResourceRef, Prepared, Value>(
    command: ResourceCommand<Ref, Prepared, Value>,
    call: CallContext,
  ): Promise<CommandResult<Value>> {
    const { mutation, operations, find, input, rules, missingField = () => 'id', prepare, send } = command;
    const targets = this.dependencies.targets.visibleTo(call.principal);
    const found = findOr('id', () => {
      const ref = find(input.id);
      targets.get(ref.target, serviceOf(ref.kind));
      return ref;
    });
    const ref = 'value' in found ? found.value : undefined;
    const checked = check(found, rules, input);
    const operation = ref && operations[ref.kind];
    const subject = {
      mutation,
      resourceType: ref?.kind,
      resourceId: ref && encodeId(ref),
      target: ref?.target,
      operations: operation === undefined ? Object.values(operations) : [operation],
    };
    if ('refusal' in checked) return this.run(subject, input, call, checked);
    const { dryRun } = input;
    const { signal } = call;
    return this.run(subject, input, call, {
      execute: (context) =>
        withResourceLock(this.dependencies, encodeId(checked.value), { dryRun, signal }, (lock) => {
          const locked = { ...context, call: { ...context.call, ...lock } };
          const { name } = subject.operations[0] ?? { name: mutation };
          return execute(input, locked, {
            operation: name,
            missingField,
            prepare: () => prepare(checked.value, locked.call),
            send,
          });
        }),
    });
  }

  private async run<Value>(
    { operations, ...subject }: Subject,
    input: CommandInput,
    call: CallContext,
    checked: Checked<CommandExecution<Value>>,
  ): Promise<CommandResult<Value>> {
    const { idempotencyKey, ...rest } = input;
    const takesClientToken = operations.every((operation) => operation.takesClientToken);
    const generatedKey = idempotencyKey == null && takesClientToken ? randomUUID() : undefined;
    const services = [...new Set(operations.map(({ service }) => service))];
    const mutation = {
      ...subject,
      service: services.length === 1 ? services[0] : undefined,
      input: rest,
      redactedInputs: operations.flatMap(({ redactedInputs }) => redactedInputs),
      idempotencyKey,
      generatedKey,
      dryRun: input.dryRun,
    };
    const codec = commandCodec<Value>(operations);
    const { sent, ...result } = await this.dependencies.pipeline.run(mutation, call, codec, checked);
    const iamActions = operations.map(({ service, name }) => iamActionOf(service, name));
    return {
      ...result,
      operation: operations[0]?.name ?? '',
      iamAction: [...new Set(iamActions)].join(' or '),
      idempotencyKey: sent ? (idempotencyKey ?? generatedKey) : undefined,
    };
  }
}

/** The value when the input is valid, or the refusal with all violations. */
function check<Value>(
  found: Found<Value>,
  rules: InputRules,
  input: CommandInput & { readonly id?: string },
): CheckedInput<Value> {
  const violations = violationsOf([...changeRequestRules, ...rules], input);
  const isRecorded = isRecordable(input);
  if ('violation' in found) return { refusal: refused([found.violation, ...violations]), isRecorded };
  return violations.length > 0 ? { refusal: refused(violations), isRecorded } : found;
}

interface Execution<Prepared, Value> {
  /** The name of the AWS operation. */
  readonly operation: string;
  readonly missingField: MissingField;
  readonly prepare: () => Promise<Prepared>;
  readonly send: (prepared: Prepared, clientToken: string, call: CallContext) => Promise<Value>;
}

async function execute<Prepared, Value>(
  { dryRun }: CommandInput,
  { call, clientToken, beforeSend }: SendContext,
  { operation, missingField, prepare, send }: Execution<Prepared, Value>,
): Promise<CommandExecution<Value>> {
  const prepared = await resultOf(prepare);
  if (prepared instanceof AwsError) {
    return { ...NOTHING_SENT, outcome: 'REFUSED', problems: [toProblem(prepared, missingField)] };
  }
  if (dryRun) return { ...NOTHING_SENT, outcome: 'DRY_RUN', problems: [] };
  await beforeSend({ statusBefore: undefined, operation });
  const value = await resultOf(() => send(prepared, clientToken, call));
  if (!(value instanceof AwsError)) return { outcome: 'APPLIED', value, problems: [], sent: true };
  return value.details.notApplied
    ? { outcome: 'REFUSED', value: undefined, problems: [toProblem(value, missingField)], sent: true }
    : { outcome: 'UNKNOWN', value: undefined, problems: [UNKNOWN], sent: true };
}

async function resultOf<Value>(call: () => Promise<Value>): Promise<Value | AwsError> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

function toProblem(error: AwsError, missingField: MissingField): ChangeProblem {
  return error.code === 'AWS_NOT_FOUND'
    ? { kind: 'NOT_FOUND', field: missingField(error.details.awsCode) }
    : { kind: 'AWS_REJECTED', error };
}

function findOr<Value>(field: string, find: () => Value): Found<Value> {
  try {
    return { value: find() };
  } catch (error) {
    if (!(error instanceof BadUserInputError)) throw error;
    return { violation: { path: ['input', field], message: error.message } };
  }
}

function refused(violations: readonly Violation[]): CommandExecution<never> {
  const problems = violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation }) as const);
  return { ...NOTHING_SENT, outcome: 'REFUSED', problems };
}
