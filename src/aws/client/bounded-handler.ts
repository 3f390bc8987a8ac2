/** Sends the SDK's requests, and bounds what the SDK does not: an attempt's whole duration, and the size of its answer. */
import type { IncomingMessage } from 'node:http';
import type { HttpHandlerOptions, HttpRequest, RequestHandler } from '@smithy/types';
import type { HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CallLimits } from './call-limits';

/** The answer is larger than any that AWS has for the gateway. The SDK does not try again after it. */
export class ResponseTooLargeError extends Error {}

/** AWS kept silent, or went on answering, for longer than an attempt may take. */
export class AttemptTimeoutError extends Error {
  /** By which the SDK knows that it may try again. */
  override readonly name = 'TimeoutError';
}

/** The connection could not be made, or broke. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** By which the SDK knows that it may try again. */
  readonly $retryable = { throttling: false };

  /** `code` is the system's, as ECONNRESET. */
  constructor(readonly code: string | undefined) {
    super(`The connection failed (${code ?? 'unknown'}).`);
  }
}

interface HandledResponse {
  readonly response: HttpResponse;
}

export class BoundedHandler implements RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions> {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  private readonly inner: NodeHttpHandler;

  constructor(private readonly limits: Pick<CallLimits, 'connectMs' | 'attemptMs' | 'maxResponseBytes'>) {
    this.inner = new NodeHttpHandler({ connectionTimeout: limits.connectMs });
  }

  async handle(request: HttpRequest, { abortSignal }: HttpHandlerOptions = {}): Promise<HandledResponse> {
    const abortController = new AbortController();
    const caller = abortSignal as AbortSignal | undefined;
    const abort = () => {
      abortController.abort(caller?.reason);
    };
    if (caller?.aborted === true) abort();
    caller?.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(() => {
      abortController.abort(new AttemptTimeoutError('No whole answer in time.'));
    }, this.limits.attemptMs);
    try {
      const { response } = await this.inner.handle(request as Parameters<NodeHttpHandler['handle']>[0], {
        abortSignal: abortController.signal,
      });
      response.body = await this.read(response, abortController.signal);
      return { response };
    } catch (error) {
      throw toTransportError(error, abortController.signal);
    } finally {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    }
  }

  destroy(): void {
    this.inner.destroy();
  }

  private async read({ headers, body }: HttpResponse, abortController: AbortSignal): Promise<Uint8Array> {
    const { maxResponseBytes } = this.limits;
    const stream = body as IncomingMessage;
    const chunks: Buffer[] = [];
    let length = Number(headers['content-length'] ?? 0) > maxResponseBytes ? Infinity : 0;
    try {
      if (length <= maxResponseBytes) {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          length += chunk.length;
          if (length > maxResponseBytes) break;
          chunks.push(chunk);
        }
      }
    } finally {
      if (length > maxResponseBytes || abortController.aborted) stream.destroy();
    }
    if (length > maxResponseBytes) throw new ResponseTooLargeError('The answer is too large.');
    return Buffer.concat(chunks);
  }
}

/** The gateway's own for what node and its HTTP parser throw. */
function toTransportError(error: unknown, abortController: AbortSignal): Error {
  if (abortController.reason instanceof AttemptTimeoutError) return abortController.reason;
  // The SDK takes this name for an end that the caller wanted.
  if (abortController.aborted)
    return Object.assign(new Error('The call was aborted.'), { name: 'AbortError' });
  if (error instanceof ResponseTooLargeError) return error;
  const { name, code } = error as NodeJS.ErrnoException;
  // So the SDK calls a connection that was not made in time, but also one that was reset.
  if (name === 'TimeoutError' && code === undefined) return new AttemptTimeoutError('No connection in time.');
  return new ConnectionError(code);
}
