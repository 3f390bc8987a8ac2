/** The results of a stream: one for each message, and a last one with the error that ended it. */
import type { FormattedExecutionResult } from 'graphql';
import { GatewayError } from '../../domain/errors';
import type { Message } from '../../live/messages';
import type { Stream } from '../../live/stream';
import type { ExecuteMessage } from './shared-executions';

type Next = IteratorResult<FormattedExecutionResult, undefined>;

const DONE: Next = { done: true, value: undefined };

export interface ResultsOptions {
  readonly stream: Stream;
  readonly execute: ExecuteMessage;
  /** Called once with the code of the error that ended the stream; undefined when the subscriber left. */
  readonly onEnd: (code: string | undefined) => void;
  /** Called with each result that the subscriber gets. */
  readonly onMessage: (message: Message) => void;
  /** Logs an error whose message the subscriber does not get. */
  readonly onUnexpected: (error: unknown) => void;
}

/** No generator function: its `return` would wait for the next message, and the stream would stay open until then. */
export class Results implements AsyncIterableIterator<FormattedExecutionResult> {
  private isOver = false;

  constructor(private readonly options: ResultsOptions) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Next> {
    if (this.isOver) return DONE;
    const { stream, execute, onMessage } = this.options;
    try {
      const { done, value: message } = await stream.next();
      if (done === true) {
        this.end(undefined);
        return DONE;
      }
      const value = await execute(message);
      onMessage(message);
      return { done: false, value };
    } catch (error) {
      const { code, message, extensions } = this.toGatewayError(error);
      this.end(code);
      return { done: false, value: { errors: [{ message, extensions }] } };
    }
  }

  return(): Promise<Next> {
    this.end(undefined);
    return Promise.resolve(DONE);
  }

  throw(): Promise<Next> {
    return this.return();
  }

  private toGatewayError(error: unknown): GatewayError {
    if (error instanceof GatewayError) return error;
    this.options.onUnexpected(error);
    return new GatewayError('INTERNAL_SERVER_ERROR', 'The gateway failed to continue the stream.');
  }

  private end(code: string | undefined): void {
    if (this.isOver) return;
    this.isOver = true;
    this.options.stream.close();
    this.options.onEnd(code);
  }
}
