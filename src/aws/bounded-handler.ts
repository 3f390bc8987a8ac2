/** Sends the SDK's requests, and bounds what the SDK does not: an attempt's whole duration, and the size of its answer. */
import type { IncomingMessage } from 'node:http';
import type { HttpHandlerOptions, HttpRequest, RequestHandler } from '@smithy/types';
import type { HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CallLimits } from './call-limits';

/** The answer is larger than any that AWS has for the gateway. The SDK does not try again after it. */
export class AnswerTooLargeError extends Error {}

/** AWS kept silent, or went on answering, for longer than an attempt may take. */
export class SilenceError extends Error {
  /** By which the SDK knows that it may try again. */
  override readonly name = 'TimeoutError';
}

interface Answer {
  readonly response: HttpResponse;
}

export class BoundedHandler implements RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions> {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  private readonly inner: NodeHttpHandler;

  constructor(private readonly limits: Pick<CallLimits, 'connectMs' | 'attemptMs' | 'answerBytes'>) {
    this.inner = new NodeHttpHandler({ connectionTimeout: limits.connectMs });
  }

  async handle(request: HttpRequest, { abortSignal }: HttpHandlerOptions = {}): Promise<Answer> {
    const over = new AbortController();
    const caller = abortSignal as AbortSignal | undefined;
    const leave = () => {
      over.abort(caller?.reason);
    };
    if (caller?.aborted === true) leave();
    caller?.addEventListener('abort', leave, { once: true });
    const timer = setTimeout(() => {
      over.abort(new SilenceError('No whole answer in time.'));
    }, this.limits.attemptMs);
    try {
      const { response } = await this.inner.handle(request as Parameters<NodeHttpHandler['handle']>[0], {
        abortSignal: over.signal,
      });
      response.body = await this.read(response, over.signal);
      return { response };
    } catch (error) {
      if (over.signal.reason instanceof SilenceError) throw over.signal.reason;
      throw over.signal.aborted ? aborted(error) : error;
    } finally {
      clearTimeout(timer);
      caller?.removeEventListener('abort', leave);
    }
  }

  destroy(): void {
    this.inner.destroy();
  }

  private async read({ headers, body }: HttpResponse, over: AbortSignal): Promise<Uint8Array> {
    const { answerBytes } = this.limits;
    const stream = body as IncomingMessage;
    const chunks: Buffer[] = [];
    let length = Number(headers['content-length'] ?? 0) > answerBytes ? Infinity : 0;
    try {
      if (length <= answerBytes) {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          length += chunk.length;
          if (length > answerBytes) break;
          chunks.push(chunk);
        }
      }
    } finally {
      if (length > answerBytes || over.aborted) stream.destroy();
    }
    if (length > answerBytes) throw new AnswerTooLargeError('The answer is too large.');
    return Buffer.concat(chunks);
  }
}

/** What the SDK takes for an end that the caller wanted. */
function aborted(cause: unknown): Error {
  return Object.assign(new Error('The call was aborted.', { cause }), { name: 'AbortError' });
}
