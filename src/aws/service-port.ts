/** The one way to a service in a target: concurrency is capped, every call has a deadline, every failure becomes an AwsError. */
import { setMaxListeners } from 'node:events';
import { bulkhead, BulkheadRejectedError, type BulkheadPolicy } from 'cockatiel';
import { OverloadedError, SERVICE_TITLES, type ServiceName } from '../errors';
import { toAwsError } from './error-mapping';

const MAX_CONCURRENT_READS = 16;
const MAX_WAITING_READS = 2_000;

/** Milliseconds after which a change that AWS has not answered counts as unknown. */
const WRITE_DEADLINE = 10_000;

export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

export class ServicePort<Client> {
  private readonly readers: BulkheadPolicy = bulkhead(MAX_CONCURRENT_READS, MAX_WAITING_READS);

  constructor(
    readonly service: ServiceName,
    readonly target: string,
    private readonly reader: Client,
    private readonly writer: Client,
  ) {}

  /** Calls a read operation, with the SDK's retries, until `signal` aborts. Throws AwsError or OverloadedError. */
  async read<Output>(
    operation: string,
    signal: AbortSignal,
    send: (client: Client, options: SendOptions) => Promise<Output>,
  ): Promise<Output> {
    try {
      return await this.inTurn(signal, () => send(this.reader, { abortSignal: signal }));
    } catch (error) {
      if (error instanceof BulkheadRejectedError) {
        throw new OverloadedError(
          `Too many reads of ${SERVICE_TITLES[this.service]} are waiting in target ${this.target}.`,
        );
      }
      throw toAwsError(error, { service: this.service, operation, target: this.target });
    }
  }

  /** Calls a changing operation once: it is never sent again, and never aborted by the client going away. Throws AwsError. */
  async write<Output>(
    operation: string,
    send: (client: Client, options: SendOptions) => Promise<Output>,
  ): Promise<Output> {
    try {
      return await send(this.writer, { abortSignal: AbortSignal.timeout(WRITE_DEADLINE) });
    } catch (error) {
      throw toAwsError(error, { service: this.service, operation, target: this.target });
    }
  }

  /**
   * Waits for a turn no longer than until `signal` aborts. The bulkhead is not given the signal: a read that it
   * cancels does not hand its turn on, so that those behind it would wait for ever.
   */
  private inTurn<Output>(signal: AbortSignal, read: () => Promise<Output>): Promise<Output> {
    signal.throwIfAborted();
    // Every read of a request listens to its signal, which node takes for a leak from the eleventh on.
    setMaxListeners(0, signal);
    return new Promise((resolve, reject) => {
      const stop = () => {
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop);
      this.readers
        .execute(() => {
          signal.throwIfAborted();
          return read();
        })
        .then(resolve, reject)
        .finally(() => {
          signal.removeEventListener('abort', stop);
        });
    });
  }
}
