/** The outer part of every mutation: scope check, idempotency key, audit record. ChangeEngine and CommandRunner run inside it. */
import { createHash, randomUUID } from 'node:crypto';
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import { canonicalJson } from '../domain/canonical-json';
import { ForbiddenError, GatewayError, OverloadedError } from '../domain/errors';
import { hasScope, scopeOf, type Scope } from '../domain/principal';
import { serviceOf } from '../domain/resources';
import type { ChangeOutcome } from '../domain/transitions/table';
import { auditIntent, auditOutcome, type Mutation, type SendDetails } from './audit-records';
import type { Clock } from './clock';
import type { Claim, IdempotencyStore } from './idempotency';

/** What the pipeline gives to the code that executes a mutation. */
export interface SendContext {
  /** The context for all AWS calls of the mutation; it receives the AWS request id of the change. */
  readonly call: CallContext;
  /** The client token for AWS. */
  readonly clientToken: string;
  /** Must be awaited right before the change is sent. When it rejects, nothing may be sent. */
  readonly beforeSend: (details: SendDetails) => Promise<void>;
}

/** The facts about a result that the audit trail records. */
export interface ResultSummary extends Partial<SendDetails> {
  readonly outcome: ChangeOutcome;
  /** The codes of the problems in the result. */
  readonly errorCodes: readonly string[];
  readonly statusAfter?: string | undefined;
  /** The global id of the created resource. */
  readonly createdId?: string | undefined;
  /** True when a retry may have another result: its key is released instead of completed. */
  readonly isTransient?: boolean;
}

/** Summarizes the results of one kind of mutation, and stores them under their idempotency keys. */
export interface ResultCodec<Result> {
  readonly summarize: (result: Result) => ResultSummary;
  readonly encode: (result: Result) => string;
  readonly decode: (text: string) => Promise<Result>;
  /** The result for a key whose change was sent by a gateway that has stopped since. */
  readonly orphaned: () => Promise<Result>;
  /** The result for a key that was used with a different input. */
  readonly inputMismatch: () => Result;
  /** Adds the problem that the audit trail lacks the outcome. */
  readonly withAuditGap: (result: Result) => Result;
}

type Execute<Result> = (context: SendContext) => Promise<Result>;

const STILL_IN_PROGRESS = 'A request with this idempotencyKey is still in progress: try again later.';

/** Milliseconds between two lookups of a key that another request has claimed. */
const KEY_POLL_MS = 50;

export class MutationPipeline {
  constructor(
    private readonly audit: AuditLog,
    private readonly keys: IdempotencyStore,
    private readonly clock: Clock,
    /** Called once for every executed or refused mutation. */
    private readonly onOutcome: (mutation: string, outcome: ChangeOutcome) => void = () => undefined,
  ) {}

  /** Runs the mutation. Throws GatewayError when this request sent nothing, including AuditUnavailableError when it cannot be recorded. */
  async run<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: Execute<Result>,
  ): Promise<Result> {
    const missing = missingScope(mutation, call);
    if (missing !== undefined) return this.reject(mutation, call, codec, new ForbiddenError([missing]));
    const given = mutation.idempotencyKey ?? undefined;
    if (given === undefined || mutation.dryRun) {
      return this.recorded(mutation, call, codec, execute, { clientToken: randomUUID() });
    }
    const key = digest(call.principal.name, given);
    const fingerprint = digest(mutation.mutation, canonicalJson(mutation.input));
    for (;;) {
      const claim = await this.claim(key, fingerprint);
      if (claim instanceof GatewayError) return this.reject(mutation, call, codec, claim);
      switch (claim.state) {
        case 'CLAIMED':
          return this.claimed(key, claim.token, mutation, call, codec, execute);
        case 'COMPLETED':
          return codec.decode(claim.result);
        case 'ORPHANED':
          return this.recorded(mutation, call, codec, () => codec.orphaned(), { clientToken: key });
        case 'INPUT_MISMATCH':
          return this.recorded(mutation, call, codec, () => Promise.resolve(codec.inputMismatch()), {
            clientToken: key,
          });
        case 'IN_PROGRESS':
          if (call.signal.aborted) {
            return this.reject(mutation, call, codec, new OverloadedError(STILL_IN_PROGRESS));
          }
          await this.clock.delay(KEY_POLL_MS);
      }
    }
  }

  /** Records a mutation with an invalid input, which the gateway refused without calling AWS. */
  async recordRefusal(
    input: Pick<Mutation, 'mutation' | 'resourceId' | 'input'>,
    call: CallContext,
  ): Promise<void> {
    this.onOutcome(input.mutation, 'REFUSED');
    const stamp = { changeId: randomUUID(), time: this.clock.date() };
    const mutation = {
      ...input,
      resourceType: undefined,
      target: undefined,
      freeTextInputs: [],
      dryRun: false,
    };
    await this.audit.record(
      auditIntent(stamp, mutation, call),
      auditOutcome(stamp, { outcome: 'REFUSED', errorCodes: ['INVALID_INPUT'] }),
      call.log,
    );
  }

  private async claim(key: string, fingerprint: string): Promise<Claim | GatewayError> {
    try {
      return await this.keys.claim(key, fingerprint);
    } catch (error) {
      if (error instanceof GatewayError) return error;
      throw error;
    }
  }

  /** Records the refusal, then throws the reason. */
  private reject<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    reason: GatewayError,
  ): Promise<Result> {
    return this.recorded(mutation, call, codec, () => Promise.reject(reason), { clientToken: '' });
  }

  private async claimed<Result>(
    key: string,
    token: string,
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: Execute<Result>,
  ): Promise<Result> {
    let result: Result;
    try {
      result = await this.recorded(mutation, call, codec, execute, {
        clientToken: key,
        markSending: () => this.keys.markSending(key, token),
      });
    } catch (error) {
      // A GatewayError means that nothing was sent. After any other error the outcome is unknown, and the key stays claimed.
      if (error instanceof GatewayError) await ignoringFailure(this.keys.release(key, token));
      throw error;
    }
    const isTransient = codec.summarize(result).isTransient === true;
    await ignoringFailure(
      isTransient ? this.keys.release(key, token) : this.keys.complete(key, token, codec.encode(result)),
    );
    return result;
  }

  /** Executes the mutation, with its intent recorded before anything is sent and its outcome afterwards. */
  private async recorded<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: Execute<Result>,
    key: { readonly clientToken: string; readonly markSending?: () => Promise<void> },
  ): Promise<Result> {
    const changeId = randomUUID();
    const receipt: { requestId?: string | undefined } = {};
    const progress = { hasBegun: false };
    const stamp = () => ({ changeId, time: this.clock.date() });
    const finish = (summary: ResultSummary) => {
      const { outcome, errorCodes, statusAfter, createdId } = summary;
      this.onOutcome(mutation.mutation, outcome);
      const { requestId } = receipt;
      const end = { outcome, errorCodes, statusAfter, resourceId: createdId, requestId };
      return progress.hasBegun
        ? this.audit.end(auditOutcome(stamp(), end), call.log)
        : this.audit.record(
            auditIntent(stamp(), mutation, call, summary),
            auditOutcome(stamp(), end),
            call.log,
          );
    };
    const beforeSend = async (details: SendDetails) => {
      await this.audit.begin(auditIntent(stamp(), mutation, call, details), call.log);
      progress.hasBegun = true;
      await key.markSending?.();
    };
    let result: Result;
    try {
      result = await execute({ call: { ...call, receipt }, clientToken: key.clientToken, beforeSend });
    } catch (error) {
      const isKnown = error instanceof GatewayError;
      const outcome = progress.hasBegun && !isKnown ? 'UNKNOWN' : 'REFUSED';
      const errorCodes = [isKnown ? error.code : 'INTERNAL_SERVER_ERROR'];
      await ignoringFailure(finish({ outcome, errorCodes }));
      throw error;
    }
    try {
      await finish(codec.summarize(result));
    } catch (error) {
      if (!progress.hasBegun) throw error;
      return codec.withAuditGap(result);
    }
    return result;
  }
}

/** The scope that the change requires and the caller lacks. */
function missingScope({ resourceType }: Mutation, { principal }: CallContext): Scope | undefined {
  const scope = resourceType && scopeOf(serviceOf(resourceType), 'write');
  return scope === undefined || hasScope(principal, scope) ? undefined : scope;
}

/** For bookkeeping on which the response does not depend. */
async function ignoringFailure(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    // The claim of the key expires, and the audit trail shows a change without an outcome.
  }
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
