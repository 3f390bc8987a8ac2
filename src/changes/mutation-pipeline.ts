/** The outer part of every mutation: scope check, refusal of its input, idempotency key, audit record. ChangeEngine and CommandRunner run inside it. */
import { randomUUID } from 'node:crypto';
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import { ForbiddenError, GatewayError, OverloadedError } from '../domain/errors';
import { missingWriteScope } from '../domain/principal';
import type { ChangeOutcome } from '../domain/transitions/table';
import {
  auditIntent,
  auditOutcome,
  isRecordable,
  withoutInput,
  type Mutation,
  type SendDetails,
} from './audit-records';
import type { Clock } from './clock';
import { fingerprintOf, storedKey, type Fingerprinted } from './fingerprint';
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
  /** Undefined for a result with a secret, which the gateway does not store: a repeated request executes the mutation again. */
  readonly encode: (result: Result) => string | undefined;
  readonly decode: (text: string) => Promise<Result>;
  /** The result for a key whose change was sent by a gateway that has stopped since. */
  readonly orphaned: () => Promise<Result>;
  /** The result for a key that was used with a different input. */
  readonly inputMismatch: () => Result;
  /** Adds the problem that the audit trail lacks the outcome. */
  readonly withAuditGap: (result: Result) => Result;
}

type Execute<Result> = (context: SendContext) => Promise<Result>;

/** A mutation after all checks that need no AWS call. A refused mutation does not touch its idempotency key. */
export type Checked<Result> =
  { readonly refusal: Result; readonly isRecorded: boolean } | { readonly execute: Execute<Result> };

/** The result under an idempotency key. */
interface StoredResult {
  /** The change that had the result. */
  readonly changeId: string;
  /** Omitted if the result contains a secret. */
  readonly result?: string | undefined;
}

/** One execution of a mutation. */
interface Attempt {
  readonly changeId: string;
  readonly clientToken: string;
  readonly markSending?: () => Promise<void>;
  /** The change whose result this attempt returns again. */
  readonly replayOf?: string;
}

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

  /** Runs the mutation, if its check did not refuse it. Throws GatewayError when this request sent nothing, including AuditUnavailableError when it cannot be recorded. */
  async run<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    checked: Checked<Result>,
  ): Promise<Result> {
    const missing = missingWriteScope(call.principal, mutation.service);
    if (missing !== undefined) {
      return this.reject(withoutInput(mutation), call, codec, new ForbiddenError([missing]));
    }
    if ('refusal' in checked) {
      const { refusal, isRecorded } = checked;
      if (!isRecorded) return refusal;
      return this.recorded(mutation, call, codec, () => Promise.resolve(refusal), attempt(''));
    }
    const { execute } = checked;
    const given = mutation.idempotencyKey ?? undefined;
    const source = given ?? mutation.generatedKey ?? randomUUID();
    const key = storedKey(call.principal.name, source);
    if (given === undefined || mutation.dryRun) {
      return this.recorded(mutation, call, codec, execute, attempt(key));
    }
    const fingerprint = fingerprintOf(mutation);
    for (;;) {
      const claim = await this.claim(key, fingerprint);
      if (claim instanceof GatewayError) return this.reject(mutation, call, codec, claim);
      switch (claim.state) {
        case 'CLAIMED':
          return this.claimed(key, claim.token, mutation, call, codec, execute);
        case 'COMPLETED':
          return this.replay(key, claim.result, mutation, call, codec, execute);
        case 'ORPHANED':
          return this.recorded(mutation, call, codec, () => codec.orphaned(), attempt(key));
        case 'INPUT_MISMATCH': {
          const mismatch = () => Promise.resolve(codec.inputMismatch());
          return this.recorded(mutation, call, codec, mismatch, attempt(key));
        }
        case 'IN_PROGRESS':
          if (call.signal.aborted) {
            return this.reject(mutation, call, codec, new OverloadedError(STILL_IN_PROGRESS));
          }
          await this.clock.delay(KEY_POLL_MS);
      }
    }
  }

  /** Binds a key of a caller to an input. False when it was used with a different one. Throws GatewayError. */
  bindKey(key: string, mutation: Fingerprinted, call: CallContext): Promise<boolean> {
    return this.keys.bind(storedKey(call.principal.name, key), fingerprintOf(mutation));
  }

  /**
   * Records a mutation that the gateway refused without calling AWS, by default for an invalid input, if it is
   * recordable. Throws ForbiddenError when the caller lacks the scope.
   */
  async recordRefusal(
    refused: Pick<Mutation, 'mutation' | 'service' | 'resourceId' | 'input' | 'idempotencyKey'>,
    call: CallContext,
    code = 'INVALID_INPUT',
  ): Promise<void> {
    if (!isRecordable({ id: refused.resourceId, idempotencyKey: refused.idempotencyKey })) return;
    const missing = missingWriteScope(call.principal, refused.service);
    this.onOutcome(refused.mutation, 'REFUSED');
    const stamp = { changeId: randomUUID(), time: this.clock.date() };
    const mutation = {
      ...refused,
      resourceType: undefined,
      target: undefined,
      redactedInputs: [],
      dryRun: false,
    };
    const errorCodes = [missing === undefined ? code : 'FORBIDDEN'];
    await this.audit.record(
      auditIntent(
        stamp,
        missing === undefined ? mutation : { ...withoutInput(mutation), resourceId: undefined },
        call,
      ),
      auditOutcome(stamp, { outcome: 'REFUSED', errorCodes }),
      call.log,
    );
    if (missing !== undefined) throw new ForbiddenError([missing]);
  }

  /** Returns the stored result, or executes a mutation with a secret result again, for which AWS has the client token. */
  private replay<Result>(
    key: string,
    stored: string,
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: Execute<Result>,
  ): Promise<Result> {
    const { changeId, result } = JSON.parse(stored) as StoredResult;
    const again = result === undefined ? execute : () => codec.decode(result);
    return this.recorded(mutation, call, codec, again, { ...attempt(key), replayOf: changeId });
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
    return this.recorded(mutation, call, codec, () => Promise.reject(reason), attempt(''));
  }

  private async claimed<Result>(
    key: string,
    token: string,
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: Execute<Result>,
  ): Promise<Result> {
    const first = { ...attempt(key), markSending: () => this.keys.markSending(key, token) };
    let result: Result;
    try {
      result = await this.recorded(mutation, call, codec, execute, first);
    } catch (error) {
      // A GatewayError means that nothing was sent. After any other error the outcome is unknown, and the key stays claimed.
      if (error instanceof GatewayError) await ignoringFailure(this.keys.release(key, token));
      throw error;
    }
    const isTransient = codec.summarize(result).isTransient === true;
    const stored: StoredResult = { changeId: first.changeId, result: codec.encode(result) };
    await ignoringFailure(
      isTransient ? this.keys.release(key, token) : this.keys.complete(key, token, JSON.stringify(stored)),
    );
    return result;
  }

  /** Executes the mutation, with its intent recorded before anything is sent and its outcome afterwards. */
  private async recorded<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: Execute<Result>,
    { changeId, clientToken, markSending, replayOf }: Attempt,
  ): Promise<Result> {
    const receipt: { requestId?: string | undefined } = {};
    const progress = { hasBegun: false };
    const stamp = () => ({ changeId, time: this.clock.date() });
    const finish = (summary: ResultSummary) => {
      const { outcome, errorCodes, statusAfter, createdId } = summary;
      if (replayOf === undefined) this.onOutcome(mutation.mutation, outcome);
      const { requestId } = receipt;
      const end = { outcome, errorCodes, statusAfter, resourceId: createdId, requestId };
      return progress.hasBegun
        ? this.audit.end(auditOutcome(stamp(), end), call.log)
        : this.audit.record(
            auditIntent(stamp(), mutation, call, summary, replayOf),
            auditOutcome(stamp(), end),
            call.log,
          );
    };
    const beforeSend = async (details: SendDetails) => {
      await this.audit.begin(auditIntent(stamp(), mutation, call, details, replayOf), call.log);
      progress.hasBegun = true;
      await markSending?.();
    };
    let result: Result;
    try {
      result = await execute({ call: { ...call, receipt }, clientToken, beforeSend });
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

function attempt(clientToken: string): Attempt {
  return { changeId: randomUUID(), clientToken };
}

/** For bookkeeping on which the response does not depend. */
async function ignoringFailure(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    // The claim of the key expires, and the audit trail shows a change without an outcome.
  }
}
