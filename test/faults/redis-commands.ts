// Commands that cause a fault of Redis or Valkey.
import type { RedisServer } from '../support/redis';

export type Command = readonly [string, ...string[]];

/** Runs commands as the default user. */
export async function run(redis: RedisServer, ...commands: readonly Command[]): Promise<void> {
  await redis.withClient(async (client) => {
    for (const [name, ...args] of commands) await client.call(name, ...args);
  });
}

/** Closes the connections of the gateway: a new one meets the fault. */
export const DISCONNECT: Command = ['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'];
