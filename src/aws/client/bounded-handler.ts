/** The HTTP handler of the SDK clients. It limits the duration of an attempt, the size of its response and the number of sockets. */
import type { IncomingHttpHeaders } from 'node:http';
import { buildQueryString, HttpResponse } from '@smithy/core/protocols';
import type { HeaderBag, HttpHandlerOptions, HttpRequest, RequestHandler } from '@smithy/types';
import type { Dispatcher } from 'undici';
import Agent from 'undici/lib/dispatcher/agent';
import { AttemptTimer } from './attempt-timer';
import { MAX_SOCKETS, type CallLimits } from './call-limits';
import { boundedConnect } from './bounded-connect';
import {
  AbortedError,
  AttemptTimeoutError,
  ResponseTooLargeError,
  toTransportError,
} from './transport-errors';

/** Milliseconds until an idle connection is closed. A response with a shorter timeout in its Keep-Alive header shortens it. */
const MAX_IDLE_MS = 60_000;

interface HandledResponse {
  readonly response: HttpResponse;
}

export class BoundedHandler implements RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions> {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  private readonly agent: Dispatcher;
  private readonly timer: AttemptTimer;

  constructor(private readonly limits: Pick<CallLimits, 'connectMs' | 'attemptMs' | 'maxResponseBytes'>) {
    this.timer = new AttemptTimer(limits.attemptMs);
    this.agent = new Agent({
      connections: MAX_SOCKETS,
      connect: boundedConnect(limits),
      keepAliveTimeout: MAX_IDLE_MS,
      keepAliveMaxTimeout: MAX_IDLE_MS,
      // The timer of the handler is more precise than those of undici.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<HandledResponse> {
    return new Promise((resolve, reject) => {
      const signal = options.abortSignal as AbortSignal | undefined;
      if (signal?.aborted === true) {
        reject(new AbortedError());
        return;
      }
      const exchange = new Exchange(this.limits.maxResponseBytes, this.timer, signal, resolve, reject);
      this.agent.dispatch(
        {
          origin: originOf(request),
          method: request.method,
          path: pathOf(request),
          headers: request.headers,
          body: (request.body as Uint8Array | string | undefined) ?? null,
        },
        exchange,
      );
    });
  }

  destroy(): void {
    void this.agent.destroy();
  }
}

/** One request and its response. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly startedAt = performance.now();
  private controller: Dispatcher.DispatchController | undefined;
  private failure: Error | undefined;
  private statusCode = 0;
  private headers: HeaderBag = {};
  private readonly chunks: Buffer[] = [];
  private length = 0;

  constructor(
    private readonly maxResponseBytes: number,
    private readonly timer: AttemptTimer,
    private readonly signal: AbortSignal | undefined,
    private readonly resolve: (handled: HandledResponse) => void,
    private readonly reject: (error: Error) => void,
  ) {
    timer.start(this);
    signal?.addEventListener('abort', this);
  }

  /** Handles the abort of the signal. */
  handleEvent(): void {
    this.fail(new AbortedError());
  }

  expire(): void {
    this.fail(new AttemptTimeoutError());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // The attempt ended while it waited for its connection.
    if (this.failure !== undefined) controller.abort(this.failure);
  }

  onResponseStart(_controller: unknown, statusCode: number, headers: IncomingHttpHeaders): void {
    this.statusCode = statusCode;
    this.headers = firstValues(headers);
    if (Number(this.headers['content-length'] ?? 0) > this.maxResponseBytes)
      this.fail(new ResponseTooLargeError());
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    if (this.length > this.maxResponseBytes) this.fail(new ResponseTooLargeError());
  }

  onResponseEnd(): void {
    this.settle();
    const { statusCode, headers, chunks } = this;
    const [first] = chunks;
    const body = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
    this.resolve({ response: new HttpResponse({ statusCode, headers, body }) });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.settle();
    this.reject(toTransportError(error));
  }

  /** Rejects at once, and closes the connection. */
  private fail(error: Error): void {
    this.failure = error;
    this.settle();
    this.reject(error);
    this.controller?.abort(error);
  }

  private settle(): void {
    this.timer.stop(this);
    this.signal?.removeEventListener('abort', this);
  }
}

function originOf({ protocol, hostname, port }: HttpRequest): string {
  return port === undefined ? `${protocol}//${hostname}` : `${protocol}//${hostname}:${port}`;
}

function pathOf({ path, query }: HttpRequest): string {
  const queryString = query === undefined ? '' : buildQueryString(query);
  return queryString === '' ? path : `${path}?${queryString}`;
}

/** The first value of each header, because the SDK reads texts only. */
function firstValues(headers: IncomingHttpHeaders): HeaderBag {
  for (const name in headers) {
    const value = headers[name];
    if (Array.isArray(value)) headers[name] = value[0];
  }
  return headers as HeaderBag;
}
