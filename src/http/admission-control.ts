/** What is taken in hand, and what is sent away: a gateway that takes on everything ends nothing in time. */
import type { RequestListener, Server } from 'node:http';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { toHttpResponse, SHED_REQUEST, ShedRequestError } from '../graphql/rejection';
import type { HttpSettings } from './settings';

/** The limit of requests keeps it far below. */
const MAX_EVENT_LOOP_DELAY_MS = 1_000;
/** Long enough that starting up, or one garbage collection, does not count. */
const SAMPLE_INTERVAL_MS = 2_000;

/** Milliseconds after which a request is sent away: clients that try again at once would take the processor from those that are served. */
const SHED_DELAY_MS = 250;

export class AdmissionControl {
  /** Requests that are executed, or that wait for their turn. */
  private inFlight = 0;
  private readonly waiting: (() => void)[] = [];
  private isTickScheduled = false;
  private isClosing = false;

  constructor(private readonly settings: Pick<HttpSettings, 'maxConcurrentRequests' | 'maxLag'>) {}

  /** Sends requests for the routes of `app` away before their bodies are read. */
  async guard(app: FastifyInstance): Promise<void> {
    app.addHook('preClose', (done) => {
      this.isClosing = true;
      done();
    });
    app.addHook('onRequest', (_request, _reply, done) => {
      done(this.isClosing || this.isFull ? SHED_REQUEST : undefined);
    });
    await app.register(underPressure, {
      maxEventLoopDelay: this.settings.maxLag ?? MAX_EVENT_LOOP_DELAY_MS,
      sampleInterval: SAMPLE_INTERVAL_MS,
      retryAfter: 1,
      customError: ShedRequestError,
    });
  }

  /**
   * Sends requests for `path` away in front of fastify: when there is much too much, each must cost next to nothing. Pages
   * of other origins go the long way, for the headers without which browsers do not show them the answer.
   */
  shedBeforeParsing(server: Server, path: string, onShed: () => void): void {
    const [handle] = server.listeners('request') as RequestListener[];
    if (handle === undefined) throw new Error('The server has nothing that handles requests.');
    const { status, headers, body } = toHttpResponse(SHED_REQUEST);
    server.removeListener('request', handle);
    server.on('request', (request, response) => {
      const { url, headers: requestHeaders } = request;
      if (!this.isFull || url !== path || requestHeaders.origin !== undefined) {
        handle(request, response);
        return;
      }
      setTimeout(() => {
        response.writeHead(status, headers).end(body);
      }, SHED_DELAY_MS);
      onShed();
    });
  }

  /** Throws ShedRequestError before anything is done, and never afterwards. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isFull) throw SHED_REQUEST;
    this.inFlight += 1;
    try {
      await this.waitForTick();
      return await work();
    } finally {
      this.inFlight -= 1;
    }
  }

  private get isFull(): boolean {
    return this.inFlight >= this.settings.maxConcurrentRequests;
  }

  /** One request begins in each turn of the event loop, so that answers of AWS, and new requests, do not wait for all that came before. */
  private waitForTick(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.scheduleTick();
    });
  }

  private scheduleTick(): void {
    if (this.isTickScheduled || this.waiting.length === 0) return;
    this.isTickScheduled = true;
    setImmediate(() => {
      this.isTickScheduled = false;
      this.waiting.shift()?.();
      this.scheduleTick();
    });
  }
}
