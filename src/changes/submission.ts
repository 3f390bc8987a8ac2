/** Changes that are not of a status: checked against AWS's limits, sent once, and never said to have happened unless AWS said so. */
import { randomUUID } from 'node:crypto';
import type { CallContext } from '../aws/call-context';
import { AwsError, BadUserInputError, type ServiceName } from '../errors';
import { encodeId, SERVICE_OF_KIND, type ResourceKind, type ResourceRef } from '../ids';
import { violationsOf, type Limits, type Violation } from '../limits/check';
import { changeRequestLimits } from '../limits/shared';
import type { ChangeOutcome } from '../transitions/table';
import type { ChangeProblem } from './change';
import { LEASE_PATIENCE, SENDING, type ChangeRoom } from './change-room';
import { bringBackProblem, isPassing, keepProblem, OTHER_INPUT, type KeptProblem } from './problems';
import type { AnswerKind, Mutation, Step } from './procedure';

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

/** The operations that take a client token: given again, AWS does nothing twice. */
const CLIENT_TOKEN_OPERATIONS: ReadonlySet<string> = new Set([
  'CreateClassificationJob',
  'StartMailboxExportJob',
  'CreateCase',
  'CreateCaseComment',
  'GetCaseAttachmentUploadUrl',
]);

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
    const { targets } = this.room;
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
    const { targets, queue, leases, clock } = this.room;
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
        const lease = input.dryRun ? undefined : await leases.acquire(id, clock.now() + LEASE_PATIENCE);
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
    carryOut: (step: Step) => Promise<Unnamed<Value>>,
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
      submissionAnswers<Value>(operation, CLIENT_TOKEN_OPERATIONS.has(operation)),
      carryOut,
    );
    const { sent, ...result } = answer;
    return { ...result, operation, service, idempotencyKey: sent ? idempotencyKey : undefined };
  }
}

/** A result before it has the key of its request. */
interface Unnamed<Value> extends Omit<SubmissionResult<Value>, 'idempotencyKey' | 'operation' | 'service'> {
  readonly sent: boolean;
}

/** The place when the input breaks no limit, or the refusal with everything that is wrong. */
function checked<Place>(
  place: Found<Place>,
  limits: Limits,
  input: SubmissionInput,
): { readonly value: Place } | { readonly refusal: Unnamed<never> } {
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
): Promise<Unnamed<Value>> {
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

const NOTHING_SENT = { value: undefined, sent: false } as const;

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

function refused(violations: readonly Violation[]): Unnamed<never> {
  const problems = violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation }) as const);
  return { ...NOTHING_SENT, outcome: 'REFUSED', problems };
}

interface Kept<Value> extends Omit<Unnamed<Value>, 'problems'> {
  readonly problems: readonly KeptProblem[];
}

/** Values are refs, ids and URLs: what JSON holds. */
function submissionAnswers<Value>(operation: string, takesToken: boolean): AnswerKind<Unnamed<Value>> {
  const refusal = (...problems: ChangeProblem[]): Unnamed<Value> => ({
    ...NOTHING_SENT,
    outcome: 'REFUSED',
    problems,
  });
  return {
    summarize: ({ outcome, problems, value }) => ({
      outcome,
      operation,
      problems: problems.map(({ kind }) => kind),
      created: createdId(value),
      // AWS itself knows the token of a request that was sent before, and tells what became of it.
      passing: problems.some(isPassing) || (takesToken && outcome === 'UNKNOWN'),
    }),
    encode: (answer) => {
      const kept: Kept<Value> = { ...answer, problems: answer.problems.map(keepProblem) };
      return JSON.stringify(kept);
    },
    decode: (text) => {
      const { problems, ...kept } = JSON.parse(text) as Kept<Value>;
      return Promise.resolve({ ...kept, problems: problems.map(bringBackProblem) });
    },
    leftSent: () =>
      Promise.resolve({ outcome: 'UNKNOWN', value: undefined, problems: [UNKNOWN], sent: true }),
    otherInput: () => refusal(OTHER_INPUT),
    withGap: (answer) => ({ ...answer, problems: [...answer.problems, { kind: 'AUDIT_INCOMPLETE' }] }),
  };
}

/** The id of what was created or changed, where that is a resource. */
function createdId(value: unknown): string | undefined {
  const ref = value as Partial<ResourceRef> | undefined;
  return typeof ref?.kind === 'string' ? encodeId(ref as ResourceRef) : undefined;
}
