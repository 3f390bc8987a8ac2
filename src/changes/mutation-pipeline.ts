/** What every mutation goes through, whatever it changes: its idempotency key, and its record in the audit trail. */
import { createHash, randomUUID } from 'node:crypto';
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import { canonical } from '../domain/canonical-json';
import { askedOf } from './redact-input';
import { ForbiddenError, GatewayError, OverloadedError } from '../domain/errors';
import { SERVICE_OF_KIND, type ResourceKind } from '../domain/ids';
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
export interface Sending {
  /** The status that the check saw. */
  readonly seen: string | undefined;
  /** The AWS operation. */
  readonly operation: string | undefined;
}

/** What carrying a mutation out takes of the procedure. */
export interface Step {
  /** To be used for every call to AWS, so that the request id of the change is known afterwards. */
  readonly call: CallContext;
  /** AWS's client token. */
  readonly clientToken: string;
  /** To be awaited right before the change is sent; when it rejects nothing may be sent. */
  readonly sending: (what: Sending) => Promise<void>;
}

/** What came of a mutation, as far as the trail tells it. */
export interface Summary extends Partial<Sending> {
  readonly outcome: ChangeOutcome;
  /** The codes of the problems that the mutation answers with. */
  readonly problems: readonly string[];
  readonly observed?: string | undefined;
  /** The global id of what was created. */
  readonly created?: string | undefined;
  /** True when the same request may have another answer the next time, for nothing was sent and that may change. */
  readonly passing?: boolean;
}

/** How an answer of this kind is told, kept and found again. */
export interface AnswerKind<Answer> {
  readonly summarize: (answer: Answer) => Summary;
  readonly encode: (answer: Answer) => string;
  readonly decode: (text: string) => Promise<Answer>;
  /** For a key whose change was sent by a gateway that is gone. */
  readonly leftSent: () => Promise<Answer>;
  /** For a key that was given with another input. */
  readonly otherInput: () => Answer;
  /** The same answer, saying that the trail does not have it. */
  readonly withGap: (answer: Answer) => Answer;
}

const STILL_UNDER_WAY = 'A request with this idempotencyKey is still under way: try again later.';

/** Milliseconds between two looks at a key that somebody else is at. */
const KEY_PAUSE = 50;

export class Procedure {
  constructor(
    private readonly audit: AuditLog,
    private readonly keys: IdempotencyStore,
    private readonly clock: Clock,
    /** Hears of every mutation that was carried out or refused. */
    private readonly finished: (mutation: string, outcome: ChangeOutcome) => void = () => undefined,
  ) {}

  /** Throws GatewayError when nothing was sent, and AuditUnavailableError too when the record could not be completed. */
  async follow<Answer>(
    mutation: Mutation,
    call: CallContext,
    kind: AnswerKind<Answer>,
    carryOut: (step: Step) => Promise<Answer>,
  ): Promise<Answer> {
    const missing = missingScope(mutation, call);
    if (missing !== undefined) return this.refused(mutation, call, kind, new ForbiddenError([missing]));
    const given = mutation.idempotencyKey ?? undefined;
    if (given === undefined || mutation.dryRun) {
      return this.recorded(mutation, call, kind, carryOut, { clientToken: randomUUID() });
    }
    const key = digest(call.principal.name, given);
    const fingerprint = digest(mutation.mutation, canonical(mutation.input));
    for (;;) {
      const claim = await this.claim(key, fingerprint);
      if (claim instanceof GatewayError) return this.refused(mutation, call, kind, claim);
      switch (claim.state) {
        case 'OURS':
          return this.claimed(key, claim.token, mutation, call, kind, carryOut);
        case 'SETTLED':
          return kind.decode(claim.answer);
        case 'LEFT_SENT':
          return this.recorded(mutation, call, kind, () => kind.leftSent(), { clientToken: key });
        case 'OTHER_INPUT':
          return this.recorded(mutation, call, kind, () => Promise.resolve(kind.otherInput()), {
            clientToken: key,
          });
        case 'UNDER_WAY':
          if (call.signal.aborted) {
            return this.refused(mutation, call, kind, new OverloadedError(STILL_UNDER_WAY));
          }
          await this.clock.delay(KEY_PAUSE);
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
  private refused<Answer>(
    mutation: Mutation,
    call: CallContext,
    kind: AnswerKind<Answer>,
    reason: GatewayError,
  ): Promise<Answer> {
    return this.recorded(mutation, call, kind, () => Promise.reject(reason), { clientToken: '' });
  }

  /** For a mutation that is refused for its input, before anything is asked of AWS. */
  async recordRefusal(
    { mutation, id, input }: { readonly mutation: string; readonly id: string; readonly input: object },
    { principal, sourceAddress, log }: CallContext,
  ): Promise<void> {
    this.finished(mutation, 'REFUSED');
    const changeId = randomUUID();
    const time = this.clock.date();
    const unknown = { resourceType: undefined, target: undefined, seen: undefined, operation: undefined };
    await this.audit.record(
      {
        ...unknown,
        changeId,
        time,
        actor: principal.name,
        sourceAddress,
        mutation,
        resourceId: id,
        asked: askedOf(input),
        idempotencyKey: undefined,
      },
      {
        changeId,
        time,
        outcome: 'REFUSED',
        problems: ['INVALID_INPUT'],
        observed: undefined,
        resourceId: undefined,
        requestId: undefined,
      },
      log,
    );
  }

  private async claimed<Answer>(
    key: string,
    token: string,
    mutation: Mutation,
    call: CallContext,
    kind: AnswerKind<Answer>,
    carryOut: (step: Step) => Promise<Answer>,
  ): Promise<Answer> {
    let answer: Answer;
    try {
      answer = await this.recorded(mutation, call, kind, carryOut, {
        clientToken: key,
        sending: () => this.keys.sending(key, token),
      });
    } catch (error) {
      // What is thrown on purpose was not sent; of anything else that is not known, and the key stays taken.
      if (error instanceof GatewayError) await quietly(this.keys.abandon(key, token));
      throw error;
    }
    const passing = kind.summarize(answer).passing === true;
    await quietly(
      passing ? this.keys.abandon(key, token) : this.keys.settle(key, token, kind.encode(answer)),
    );
    return answer;
  }

  private async recorded<Answer>(
    mutation: Mutation,
    call: CallContext,
    kind: AnswerKind<Answer>,
    carryOut: (step: Step) => Promise<Answer>,
    key: { readonly clientToken: string; readonly sending?: () => Promise<void> },
  ): Promise<Answer> {
    const changeId = randomUUID();
    const receipt: { requestId?: string | undefined } = {};
    const progress = { begun: false };
    const intent = (known: Partial<Sending>): AuditIntent => {
      const { mutation: name, resourceType, resourceId, target, input, idempotencyKey } = mutation;
      const { principal, sourceAddress } = call;
      const what = { mutation: name, resourceType, resourceId, target, asked: askedOf(input) };
      return {
        changeId,
        time: this.clock.date(),
        actor: principal.name,
        sourceAddress,
        ...what,
        seen: known.seen,
        operation: known.operation,
        idempotencyKey: idempotencyKey ?? undefined,
      };
    };
    const finish = (summary: Summary) => {
      const { outcome, problems, observed, created } = summary;
      this.finished(mutation.mutation, outcome);
      const end = {
        changeId,
        time: this.clock.date(),
        outcome,
        problems,
        observed,
        resourceId: created,
        requestId: receipt.requestId,
      };
      return progress.begun
        ? this.audit.end(end, call.log)
        : this.audit.record(intent(summary), end, call.log);
    };
    const sending = async (what: Sending) => {
      await this.audit.begin(intent(what), call.log);
      progress.begun = true;
      await key.sending?.();
    };
    let answer: Answer;
    try {
      answer = await carryOut({ call: { ...call, receipt }, clientToken: key.clientToken, sending });
    } catch (error) {
      const known = error instanceof GatewayError;
      const outcome = progress.begun && !known ? 'UNKNOWN' : 'REFUSED';
      await quietly(finish({ outcome, problems: [known ? error.code : 'INTERNAL_SERVER_ERROR'] }));
      throw error;
    }
    try {
      await finish(kind.summarize(answer));
    } catch (error) {
      if (!progress.begun) throw error;
      return kind.withGap(answer);
    }
    return answer;
  }
}

/** What it takes to change the resource, if the caller does not have it. */
function missingScope({ resourceType }: Mutation, { principal }: CallContext): Scope | undefined {
  const scope = resourceType && scopeOf(SERVICE_OF_KIND[resourceType], 'write');
  return scope === undefined || hasScope(principal, scope) ? undefined : scope;
}

/** For what is done for others, when this answer does not depend on it. */
async function quietly(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    // The key's claim ends by itself, and the trail shows a change without an outcome.
  }
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
