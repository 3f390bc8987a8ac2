/** The SDK clients of one service in one target: a reader and a writer per caller. */
import type { Client, Command, MetadataBearer } from '@smithy/types';
import { LRUCache } from 'lru-cache';
import type { TargetCredentials } from './credentials';
import { classifyError, isClockCorrected } from './error-class';

/** The maximum number of callers with cached clients. */
const MAX_CALLERS = 200;

export type CreateClient<Input extends object, Output extends MetadataBearer, Config> = (
  caller: string,
) => Client<Input, Output, Config>;

export class CallerClients<Input extends object, Output extends MetadataBearer, Config> {
  private readonly readers;
  private readonly writers;

  /** @param credentials undefined when the gateway assumes no role; then all callers share one pair of clients. */
  constructor(
    createReader: CreateClient<Input, Output, Config>,
    createWriter: CreateClient<Input, Output, Config>,
    private readonly credentials: TargetCredentials | undefined,
  ) {
    const cacheOf = (create: CreateClient<Input, Output, Config>) =>
      new LRUCache<string, Client<Input, Output, Config>>({ max: MAX_CALLERS, memoMethod: create });
    this.readers = cacheOf(createReader);
    this.writers = cacheOf(createWriter);
  }

  /** Sends a read, which the SDK retries. Sends it again with new credentials, once, if AWS rejects them as expired. */
  async read<I extends Input, O extends Output>(
    command: Command<Input, I, Output, O, Config>,
    caller: string,
    abortSignal: AbortSignal,
  ): Promise<O> {
    const client = this.readers.memo(this.keyOf(caller));
    try {
      return await client.send(command, { abortSignal });
    } catch (error) {
      if (!this.renew(caller, client, error)) throw error;
      return this.readers.memo(this.keyOf(caller)).send(command, { abortSignal });
    }
  }

  /**
   * Sends a change once. Sends it again, once, only if AWS has rejected the credentials as expired or the time of the
   * request: then AWS has certainly not executed it.
   */
  async write<I extends Input, O extends Output>(
    command: Command<Input, I, Output, O, Config>,
    caller: string,
    abortSignal: AbortSignal,
  ): Promise<O> {
    const client = this.writers.memo(this.keyOf(caller));
    try {
      return await client.send(command, { abortSignal });
    } catch (error) {
      if (!this.renew(caller, client, error) && !isClockCorrected(error)) throw error;
      return this.writers.memo(this.keyOf(caller)).send(command, { abortSignal });
    }
  }

  /**
   * Discards the clients and credentials of the caller, unless a concurrent call has replaced `client` already. Returns
   * false when the error has another reason, and when the target has no other credentials.
   */
  private renew(caller: string, client: Client<Input, Output, Config>, error: unknown): boolean {
    if (this.credentials === undefined || classifyError(error) !== 'EXPIRED_CREDENTIALS') return false;
    if (this.readers.get(caller) !== client && this.writers.get(caller) !== client) return true;
    this.credentials.forget(caller);
    this.readers.delete(caller);
    this.writers.delete(caller);
    return true;
  }

  private keyOf(caller: string): string {
    return this.credentials === undefined ? '' : caller;
  }
}
