/** Admission control and load shedding: the gateway rejects requests beyond its limit, so that the admitted ones finish in time. */
import type { RequestListener, Server } from 'node:http';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { toHttpResponse, SHED_REQUEST, ShedRequestError } from '../graphql/rejection';
import type { HttpSettings } from './settings';

/** A mean event loop delay above this sheds requests. The limit of concurrent requests keeps the delay far below it. */
const MAX_EVENT_LOOP_DELAY_MS = 1_000;
/** Long enough that startup or a single garbage collection does not shed requests. */
const SAMPLE_INTERVAL_MS = 2_000;

/** The delay before a shed response: clients that retry immediately would take processor time from admitted requests. */
const SHED_DELAY_MS = 250;

export class AdmissionControl {
  /** Admitted requests: running, or waiting for their tick of the event loop. */
  private inFlight = 0;
  private readonly queue: (() => void)[] = [];
  private isTickScheduled = false;
  private isClosing = false;

  constructor(
    private readonly settings: Pick<HttpSettings, 'maxConcurrentRequests' | 'maxEventLoopDelayMs'>,
  ) {}

  /** Sheds requests for the routes of `app`, before their bodies are read, while the gateway is full, overloaded or shutting down. */
  async guard(app: FastifyInstance): Promise<void> {
    app.addHook('preClose', (done) => {
      this.isClosing = true;
      done();
    });
    app.addHook('onRequest', (_request, _reply, done) => {
      done(this.isClosing || this.isFull ? SHED_REQUEST : undefined);
    });
    await app.register(underPressure, {
      maxEventLoopDelay: this.settings.maxEventLoopDelayMs ?? MAX_EVENT_LOOP_DELAY_MS,
      sampleInterval: SAMPLE_INTERVAL_MS,
      retryAfter: 1,
      customError: ShedRequestError,
    });
  }

  /**
   * Sheds requests for `path` before fastify handles them, so that a shed request costs almost no processor time.
   * Requests with an Origin header pass through fastify, which adds the CORS headers that browsers require.
   * @param onShed is called once per shed request.
   */
  shedBeforeParsing(server: Server, path: string, onShed: () => void): void {
    const [handle] = server.listeners('request') as RequestListener[];
    if (handle === undefined) throw new Error('The HTTP server has no request listener.');
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

  /** Runs `work` when there is capacity. Throws ShedRequestError, without calling `work`, when there is none. */
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

  /** Starts one request per tick of the event loop, so that AWS responses and new requests are handled between them. */
  private waitForTick(): Promise<void> {
    return new Promise((resolve) => {
      this.queue.push(resolve);
      this.scheduleTick();
    });
  }

  private scheduleTick(): void {
    if (this.isTickScheduled || this.queue.length === 0) return;
    this.isTickScheduled = true;
    setImmediate(() => {
      this.isTickScheduled = false;
      this.queue.shift()?.();
      this.scheduleTick();
    });
  }
}
