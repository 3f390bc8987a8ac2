/** Shared passes: concurrent requests of callers with the same authority share one pass over whole lists. */
import type { CallContext } from '../aws/client/call-context';
import type { InFlightRequests } from '../aws/client/in-flight-requests';
import { SingleFlight } from '../aws/client/single-flight';
import { AwsUsage } from '../aws/client/usage';
import { canonicalJson } from '../domain/canonical-json';
import { CallBudgetExceededError } from '../domain/errors';
import { authorityOf } from '../domain/principal';

/** The result of a pass. */
export interface PassResult {
  /** The time of the AWS call for the oldest response of the pass; undefined without a response. */
  readonly asOf: Date | undefined;
}

/** Reads the lists for the request with this context. */
type Pass<Result> = (call: CallContext) => Promise<Result>;

interface FinishedPass {
  readonly result: PassResult;
  readonly usage: AwsUsage;
}

export class SharedPasses {
  private readonly singleFlight: SingleFlight<FinishedPass>;

  /** @param requests the requests in flight. Those that arrived before a pass ended share its result as well. */
  constructor(requests: InFlightRequests) {
    this.singleFlight = new SingleFlight(requests);
  }

  /**
   * The result of a pass with this query: of one that another request of the same authority has started and that is fresh
   * enough, or of a new one. A pass continues while any of its requests waits. After the deadline of a request, its reads
   * count as timed out. Rejects like the pass.
   * @param query identifies the lists.
   */
  async share<Result extends PassResult>(
    query: unknown,
    call: CallContext,
    pass: Pass<Result>,
  ): Promise<Result> {
    const { maxAgeSeconds, principal, signal } = call;
    if (maxAgeSeconds <= 0 || signal.aborted) return pass(call);
    const key = `${maxAgeSeconds} ${canonicalJson([authorityOf(principal), query])}`;
    for (;;) {
      const own = new OwnPass(call, pass);
      let finished: FinishedPass;
      try {
        finished = await this.singleFlight.join(key, call, (shared) => own.start(shared));
      } catch (error) {
        if (call.signal.aborted) return await (own.ended ?? pass(call));
        // The budget of another request says nothing about the budget of this one.
        if (!own.isStarted && error instanceof CallBudgetExceededError) continue;
        throw error;
      }
      const { result, usage } = finished;
      if (!own.isStarted && !isFresh(result, call)) return pass(call);
      if (!own.isStarted) call.usage.recordShared(usage);
      return result as Result;
    }
  }

  /** Prevents further requests from sharing the passes that have begun, because a change has made them out of date. */
  forgetAll(): void {
    this.singleFlight.forgetAll();
  }
}

/** The pass that a request starts when there is none to share. */
class OwnPass<Result extends PassResult> {
  private result: Promise<Result> | undefined;
  private shared: AbortSignal | undefined;

  constructor(
    private readonly call: CallContext,
    private readonly pass: Pass<Result>,
  ) {}

  get isStarted(): boolean {
    return this.result !== undefined;
  }

  /** What the pass has read until its last request has left it; undefined while it continues for other requests. */
  get ended(): Promise<Result> | undefined {
    return this.shared?.aborted === true ? this.result : undefined;
  }

  /** @param shared aborts when all requests that share the pass have aborted. */
  async start(shared: AbortSignal): Promise<FinishedPass> {
    const usage = new AwsUsage();
    this.call.usage.include(usage);
    this.shared = shared;
    this.result = this.pass({ ...this.call, signal: shared, usage });
    return { result: await this.result, usage };
  }
}

/** True when the result is no older than the maximum age at the arrival of the request. */
function isFresh({ asOf }: PassResult, { arrivedAt, maxAgeSeconds }: CallContext): boolean {
  if (asOf === undefined || maxAgeSeconds === Infinity) return true;
  const arrival = Date.now() - (performance.now() - arrivedAt);
  return arrival - asOf.getTime() <= maxAgeSeconds * 1_000;
}
