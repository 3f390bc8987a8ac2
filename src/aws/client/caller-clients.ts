/** The SDK clients of one service in one target: for each caller one that reads and one that writes. */
import type { Client, MetadataBearer } from '@smithy/types';
import { LRUCache } from 'lru-cache';
import type { TargetCredentials } from './credentials';

/** Callers whose clients are kept. */
const MAX_CALLERS = 200;

export type CreateClient<Input extends object, Output extends MetadataBearer, Config> = (
  caller: string,
) => Client<Input, Output, Config>;

export class CallerClients<Input extends object, Output extends MetadataBearer, Config> {
  private readonly readers;
  private readonly writers;

  /** Without `credentials` of their own, all callers share one pair: to AWS they are the gateway. */
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

  /** Retries. */
  reader(caller: string): Client<Input, Output, Config> {
    return this.readers.memo(this.keyOf(caller));
  }

  /** Sends once. */
  writer(caller: string): Client<Input, Output, Config> {
    return this.writers.memo(this.keyOf(caller));
  }

  /** Replaces the caller's clients and credentials unless that has been done; false when there are no other credentials. */
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
