/** Admission control and load shedding: the gateway rejects requests beyond its limit, so that the admitted ones finish in time. */
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Attached } from '../domain/attached';
import { toHttpResponse, SHED_REQUEST } from '../graphql/rejection';
import { BODY_LIMIT } from './body';
import type { Overload } from './overload';
import { pathOf, withoutFinalSlash } from './paths';

/** The delay before a shed response: clients that retry immediately would take processor time from admitted requests. */
const SHED_DELAY_MS = 250;

/** Parsed JSON takes up to 25 times the memory of its text. So bodies in flight take less than half of the heap. */
const HEAP_BYTES_PER_BODY_BYTE = 64;
/** The part of the heap limit that bodies may have while they arrive. They are outside of the heap, and not parsed yet. */
const ARRIVING = 0.25;

/** The milliseconds for which requests start in one tick of the event loop. At least one starts. */
const MAX_STARTS_MS = 5;

/** A tick of the event loop that starts requests. */
interface Tick {
  /** The time of its first start, on the clock of `performance.now()`; undefined before it. */
  startedAt: number | undefined;
}

export class AdmissionControl {
  /** Admitted requests: running, or waiting for their tick of the event loop. */
  private inFlight = 0;
  private tick: Tick = { startedAt: undefined };
  private readonly responses = new Attached<FastifyRequest, ServerResponse>();
  /** The size of the bodies of requests in flight. */
  private bodyBytes = 0;
  /** The maximum size of the bodies that are arriving. */
  private arrivingBytes = 0;
  private readonly arrived = new Attached<FastifyRequest, () => void>();
  private readonly held = new Attached<FastifyRequest, () => void>();

  constructor(
    private readonly maxConcurrentRequests: number,
    private readonly overload: Overload,
  ) {}

  /** Sheds requests for the routes of `app`, before their bodies are read, while the gateway is full or overloaded. */
  guard(app: FastifyInstance): void {
    app.addHook('onRequest', (request, reply, done) => {
      this.responses.set(request, reply.raw);
      done(this.isFull ? SHED_REQUEST : undefined);
    });
  }

  /**
   * Sheds requests for the paths before fastify handles them, so that a shed request costs almost no processor time.
   * Requests with an Origin header pass through fastify, which adds the CORS headers that browsers require.
   * @param onShed is called once per shed request.
   */
  shedBeforeParsing(server: Server, paths: readonly string[], onShed: () => void): void {
    const [handle] = server.listeners('request') as RequestListener[];
    if (handle === undefined) throw new Error('The HTTP server has no request listener.');
    const { status, headers, body } = toHttpResponse(SHED_REQUEST);
    server.removeListener('request', handle);
    server.on('request', (request, response) => {
      const { url = '', headers: requestHeaders } = request;
      if (
        !this.isFull ||
        !paths.includes(pathOf(withoutFinalSlash(url, paths))) ||
        requestHeaders.origin !== undefined
      ) {
        handle(request, response);
        return;
      }
      setTimeout(() => {
        response.writeHead(status, headers).end(body);
      }, SHED_DELAY_MS);
      onShed();
    });
  }

  /**
   * Reserves memory for a body until it has arrived, or the response ends. Throws ShedRequestError when arriving bodies take too much.
   * @param request a request that `guard` admitted.
   * @param bytes the maximum size of its body.
   */
  awaitBody(request: FastifyRequest, bytes: number): void {
    const response = this.responses.get(request);
    const limit = Math.max(BODY_LIMIT, this.overload.heapLimit * ARRIVING);
    // The response of a closed connection has already emitted close.
    if (response === undefined || request.raw.socket.destroyed || this.arrivingBytes + bytes > limit) {
      throw SHED_REQUEST;
    }
    this.arrivingBytes += bytes;
    const free = () => {
      response.removeListener('close', free);
      this.arrived.delete(request);
      this.arrivingBytes -= bytes;
    };
    response.once('close', free);
    this.arrived.set(request, free);
  }

  /**
   * Reserves memory for the parsed body until `dropBody`, or the response ends. Throws ShedRequestError when the bodies in flight exceed the memory limit.
   * @param request a request whose body has arrived.
   */
  holdBody(request: FastifyRequest, bytes: number): void {
    this.arrived.get(request)?.();
    const response = this.responses.get(request);
    const limit = Math.max(BODY_LIMIT, this.overload.heapLimit / HEAP_BYTES_PER_BODY_BYTE);
    // The response of a closed connection has already emitted close.
    if (response === undefined || request.raw.socket.destroyed || this.bodyBytes + bytes > limit) {
      throw SHED_REQUEST;
    }
    this.bodyBytes += bytes;
    const free = () => {
      response.removeListener('close', free);
      this.held.delete(request);
      this.bodyBytes -= bytes;
    };
    response.once('close', free);
    this.held.set(request, free);
  }

  /** Drops the body of a request whose response continues, as a stream does. */
  dropBody(request: FastifyRequest): void {
    request.body = undefined;
    this.held.get(request)?.();
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
    return this.inFlight >= this.maxConcurrentRequests || this.overload.exists;
  }

  private waitForTick(): Promise<void> {
    return new Promise((resolve) => {
      this.startInTick(resolve);
    });
  }

  /**
   * Starts requests for some milliseconds per tick of the event loop, so that AWS responses and new requests are handled
   * between them. One request per tick would add the time of a whole tick to each of them.
   */
  private startInTick(start: () => void): void {
    // Immediates that are scheduled while those of a tick run belong to the next tick.
    if (this.tick.startedAt !== undefined) this.tick = { startedAt: undefined };
    const { tick } = this;
    setImmediate(() => {
      const now = performance.now();
      tick.startedAt ??= now;
      if (now - tick.startedAt < MAX_STARTS_MS) start();
      else this.startInTick(start);
    });
  }
}
