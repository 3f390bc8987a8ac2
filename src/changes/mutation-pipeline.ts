/** What every mutation goes through, whatever it changes: its idempotency key, and its record in the audit trail. */
import { createHash, randomUUID } from 'node:crypto';
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import { canonicalJson } from '../domain/canonical-json';
import { redactInput } from './redact-input';
import { ForbiddenError, GatewayError, OverloadedError } from '../domain/errors';
import { serviceOf, type ResourceKind } from '../domain/resources';
import { hasScope, scopeOf, type Scope } from '../domain/principal';
import type { AuditIntent } from '../domain/records/audit-entry';
import type { ChangeOutcome } from '../domain/transitions/table';
import type { Clock } from './clock';
import type { Claim, IdempotencyStore } from './idempotency';

/** A mutation as it was asked for. */
export interface Mutation extends Pick<AuditIntent, 'mutation' | 'resourceId' | 'target'> {
  /** Undefined when the input does not name a resource. */
  readonly resourceType: ResourceKind | undefined;
  /** Everything that was asked for. */
  readonly input: object;
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null | undefined;
}

/** What is known right before something is sent. */
export interface SendDetails {
  /** The status that the check saw. */
  readonly statusBefore: string | undefined;
  /** The AWS operation. */
  readonly operation: string | undefined;
}

/** What carrying a mutation out takes of the procedure. */
export interface SendContext {
  /** To be used for every call to AWS, so that the request id of the change is known afterwards. */
  readonly call: CallContext;
  /** AWS's client token. */
  readonly clientToken: string;
  /** To be awaited right before the change is sent; when it rejects nothing may be sent. */
  readonly beforeSend: (what: SendDetails) => Promise<void>;
}

/** What came of a mutation, as far as the trail tells it. */
export interface ResultSummary extends Partial<SendDetails> {
  readonly outcome: ChangeOutcome;
  /** The codes of the problems that the mutation answers with. */
  readonly errorCodes: readonly string[];
  readonly statusAfter?: string | undefined;
  /** The global id of what was created. */
  readonly createdId?: string | undefined;
  /** True when the same request may have another answer the next time, for nothing was sent and that may change. */
  readonly isTransient?: boolean;
}

/** How an answer of this kind is told, kept and found again. */
export interface ResultCodec<Result> {
  readonly summarize: (result: Result) => ResultSummary;
  readonly encode: (result: Result) => string;
  readonly decode: (text: string) => Promise<Result>;
  /** For a key whose change was sent by a gateway that is gone. */
  readonly orphaned: () => Promise<Result>;
  /** For a key that was given with another input. */
  readonly inputMismatch: () => Result;
  /** The same answer, saying that the trail does not have it. */
  readonly withAuditGap: (result: Result) => Result;
}

const STILL_IN_PROGRESS = 'A request with this idempotencyKey is still under way: try again later.';

/** Milliseconds between two looks at a key that somebody else is at. */
const KEY_POLL_MS = 50;

export class MutationPipeline {
  constructor(
    private readonly audit: AuditLog,
    private readonly keys: IdempotencyStore,
    private readonly clock: Clock,
    /** Hears of every mutation that was carried out or refused. */
    private readonly onOutcome: (mutation: string, outcome: ChangeOutcome) => void = () => undefined,
  ) {}

  /** Throws GatewayError when nothing was sent, and AuditUnavailableError too when the record could not be completed. */
  async run<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: (context: SendContext) => Promise<Result>,
  ): Promise<Result> {
    const missing = missingScope(mutation, call);
    if (missing !== undefined) return this.refused(mutation, call, codec, new ForbiddenError([missing]));
    const given = mutation.idempotencyKey ?? undefined;
    if (given === undefined || mutation.dryRun) {
      return this.recorded(mutation, call, codec, execute, { clientToken: randomUUID() });
    }
    const key = digest(call.principal.name, given);
    const fingerprint = digest(mutation.mutation, canonicalJson(mutation.input));
    for (;;) {
      const claim = await this.claim(key, fingerprint);
      if (claim instanceof GatewayError) return this.refused(mutation, call, codec, claim);
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
            return this.refused(mutation, call, codec, new OverloadedError(STILL_IN_PROGRESS));
          }
          await this.clock.delay(KEY_POLL_MS);
      }
    }
  }

  private async claim(key: string, fingerprint: string): Promise<Claim | GatewayError> {
    try {
      return await this.keys.claim(key, fingerprint);
    } catch (error) {
      if (error instanceof GatewayError) return error;
      throw error;
    }
  }

  /** Throws the reason, once the trail has it. */
  private refused<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    reason: GatewayError,
  ): Promise<Result> {
    return this.recorded(mutation, call, codec, () => Promise.reject(reason), { clientToken: '' });
  }

  /** For a mutation that is refused for its input, before anything is asked of AWS. */
  async recordRefusal(
    { mutation, id, input }: { readonly mutation: string; readonly id: string; readonly input: object },
    { principal, sourceAddress, log }: CallContext,
  ): Promise<void> {
    this.onOutcome(mutation, 'REFUSED');
    const changeId = randomUUID();
    const time = this.clock.date();
    const unknown = {
      resourceType: undefined,
      target: undefined,
      statusBefore: undefined,
      operation: undefined,
    };
    await this.audit.record(
      {
        ...unknown,
        changeId,
        time,
        actor: principal.name,
        sourceAddress,
        mutation,
        resourceId: id,
        input: redactInput(input),
        idempotencyKey: undefined,
      },
      {
        changeId,
        time,
        outcome: 'REFUSED',
        errorCodes: ['INVALID_INPUT'],
        statusAfter: undefined,
        resourceId: undefined,
        requestId: undefined,
      },
      log,
    );
  }

  private async claimed<Result>(
    key: string,
    token: string,
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: (context: SendContext) => Promise<Result>,
  ): Promise<Result> {
    let result: Result;
    try {
      result = await this.recorded(mutation, call, codec, execute, {
        clientToken: key,
        beforeSend: () => this.keys.markSending(key, token),
      });
    } catch (error) {
      // What is thrown on purpose was not sent; of anything else that is not known, and the key stays taken.
      if (error instanceof GatewayError) await ignoringFailure(this.keys.release(key, token));
      throw error;
    }
    const isTransient = codec.summarize(result).isTransient === true;
    await ignoringFailure(
      isTransient ? this.keys.release(key, token) : this.keys.complete(key, token, codec.encode(result)),
    );
    return result;
  }

  private async recorded<Result>(
    mutation: Mutation,
    call: CallContext,
    codec: ResultCodec<Result>,
    execute: (context: SendContext) => Promise<Result>,
    key: { readonly clientToken: string; readonly beforeSend?: () => Promise<void> },
  ): Promise<Result> {
    const changeId = randomUUID();
    const receipt: { requestId?: string | undefined } = {};
    const progress = { hasBegun: false };
    const intent = (known: Partial<SendDetails>): AuditIntent => {
      const { mutation: name, resourceType, resourceId, target, input, idempotencyKey } = mutation;
      const { principal, sourceAddress } = call;
      const what = { mutation: name, resourceType, resourceId, target, input: redactInput(input) };
      return {
        changeId,
        time: this.clock.date(),
        actor: principal.name,
        sourceAddress,
        ...what,
        statusBefore: known.statusBefore,
        operation: known.operation,
        idempotencyKey: idempotencyKey ?? undefined,
      };
    };
    const finish = (summary: ResultSummary) => {
      const { outcome, errorCodes, statusAfter, createdId } = summary;
      this.onOutcome(mutation.mutation, outcome);
      const end = {
        changeId,
        time: this.clock.date(),
        outcome,
        errorCodes,
        statusAfter,
        resourceId: createdId,
        requestId: receipt.requestId,
      };
      return progress.hasBegun
        ? this.audit.end(end, call.log)
        : this.audit.record(intent(summary), end, call.log);
    };
    const beforeSend = async (what: SendDetails) => {
      await this.audit.begin(intent(what), call.log);
      progress.hasBegun = true;
      await key.beforeSend?.();
    };
    let result: Result;
    try {
      result = await execute({ call: { ...call, receipt }, clientToken: key.clientToken, beforeSend });
    } catch (error) {
      const known = error instanceof GatewayError;
      const outcome = progress.hasBegun && !known ? 'UNKNOWN' : 'REFUSED';
      await ignoringFailure(finish({ outcome, errorCodes: [known ? error.code : 'INTERNAL_SERVER_ERROR'] }));
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

/** What it takes to change the resource, if the caller does not have it. */
function missingScope({ resourceType }: Mutation, { principal }: CallContext): Scope | undefined {
  const scope = resourceType && scopeOf(serviceOf(resourceType), 'write');
  return scope === undefined || hasScope(principal, scope) ? undefined : scope;
}

/** For what is done for others, when this answer does not depend on it. */
async function ignoringFailure(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    // The key's claim ends by itself, and the trail shows a change without an outcome.
  }
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
