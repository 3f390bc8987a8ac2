/** The SDK clients of one service in one target: a reader and a writer per caller. */
import type { Client, MetadataBearer } from '@smithy/types';
import { LRUCache } from 'lru-cache';
import type { TargetCredentials } from './credentials';

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

  /** The client for reads, which retries. */
  reader(caller: string): Client<Input, Output, Config> {
    return this.readers.memo(this.keyOf(caller));
  }

  /** The client for changes, which sends every request once. */
  writer(caller: string): Client<Input, Output, Config> {
    return this.writers.memo(this.keyOf(caller));
  }

  /**
   * Discards the clients and credentials of the caller, unless a concurrent call has replaced `expired` already. Returns
   * false when the target has no other credentials.
   */
  renew(caller: string, expired: Client<Input, Output, Config>): boolean {
    if (this.credentials === undefined) return false;
    if (this.readers.get(caller) !== expired) return true;
    this.credentials.forget(caller);
    this.readers.delete(caller);
    this.writers.delete(caller);
    return true;
  }

  private keyOf(caller: string): string {
    return this.credentials === undefined ? '' : caller;
  }
}
