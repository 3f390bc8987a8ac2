/** What is done at once, and what is sent away: a gateway that takes on everything ends nothing in time. */
import underPressure from '@fastify/under-pressure';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import type { FastifyInstance } from 'fastify';
import { ShedRequestError } from './refusal';

/** Milliseconds that the event loop may lag, by the mean of an interval. The limit of requests keeps it far below. */
const MAX_LAG = 500;
const LAG_INTERVAL = 250;

export class Admission {
  private readonly requests;
  private isClosing = false;

  constructor(maxConcurrentRequests: number) {
    this.requests = bulkhead(maxConcurrentRequests, Math.ceil(maxConcurrentRequests / 2));
  }

  /** Sends requests of the routes of `app` away before their bodies are read. */
  async guard(app: FastifyInstance): Promise<void> {
    app.addHook('preClose', (done) => {
      this.isClosing = true;
      done();
    });
    app.addHook('onRequest', (_request, _reply, done) => {
      done(this.isClosing || this.isFull ? new ShedRequestError() : undefined);
    });
    await app.register(underPressure, {
      maxEventLoopDelay: MAX_LAG,
      sampleInterval: LAG_INTERVAL,
      retryAfter: 1,
      customError: ShedRequestError,
    });
  }

  /** Waits for its turn. Throws ShedRequestError before anything is done, and never afterwards. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.requests.execute(work);
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new ShedRequestError();
      throw error;
    }
  }

  private get isFull(): boolean {
    return this.requests.executionSlots === 0 && this.requests.queueSlots === 0;
  }
}
