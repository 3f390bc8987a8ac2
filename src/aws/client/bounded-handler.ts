/** The HTTP handler of the SDK clients. It adds limits that the SDK lacks: the duration of an attempt and the size of its response. */
import type { IncomingMessage } from 'node:http';
import type { HttpHandlerOptions, HttpRequest, RequestHandler } from '@smithy/types';
import type { HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CallLimits } from './call-limits';

/** The response exceeds `maxResponseBytes`. The SDK does not retry this error. */
export class ResponseTooLargeError extends Error {}

/** AWS did not send a complete response within the duration of an attempt. The gateway does not retry this error. */
export class AttemptTimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** The connection was not established in time. */
export class ConnectTimeoutError extends Error {
  /** The SDK retries errors with this name. */
  override readonly name = 'TimeoutError';
}

/** The connection failed, or closed before the end of the response. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** The SDK retries errors with this member. */
  readonly $retryable = { throttling: false };

  /** @param code the error code of the system, such as ECONNRESET. */
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
    const callerSignal = abortSignal as AbortSignal | undefined;
    const abort = () => {
      abortController.abort(callerSignal?.reason);
    };
    if (callerSignal?.aborted === true) abort();
    callerSignal?.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(() => {
      abortController.abort(new AttemptTimeoutError('AWS did not send a complete response in time.'));
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
      callerSignal?.removeEventListener('abort', abort);
    }
  }

  destroy(): void {
    this.inner.destroy();
  }

  private async read({ headers, body }: HttpResponse, signal: AbortSignal): Promise<Uint8Array> {
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
      if (length > maxResponseBytes || signal.aborted) stream.destroy();
    }
    if (length > maxResponseBytes) throw new ResponseTooLargeError('The response exceeds the size limit.');
    return Buffer.concat(chunks);
  }
}

/** Converts the errors of Node.js and its HTTP parser. */
function toTransportError(error: unknown, signal: AbortSignal): Error {
  if (signal.reason instanceof AttemptTimeoutError) return signal.reason;
  // The SDK does not retry errors with this name.
  if (signal.aborted) return Object.assign(new Error('The call was aborted.'), { name: 'AbortError' });
  if (error instanceof ResponseTooLargeError) return error;
  const { name, code } = error as NodeJS.ErrnoException;
  // The SDK uses this name for connection timeouts without a code, and for connection resets with one.
  if (name === 'TimeoutError' && code === undefined)
    return new ConnectTimeoutError('The connection was not established in time.');
  return new ConnectionError(code);
}
