/** The options of every connection to Valkey. */
import type { RedisOptions } from 'ioredis';

const CONNECT_TIMEOUT_MS = 1_000;

/** @param commandTimeout the time limit of a command, in milliseconds; undefined where the caller has a limit. */
export function valkeyOptions(commandTimeout: number | undefined) {
  return {
    ...(commandTimeout === undefined ? {} : { commandTimeout }),
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
  } satisfies RedisOptions;
}

/** The URL with a scheme that ioredis accepts: redis or rediss. */
export function redisUrl(url: string): string {
  return url.replace(/^valkey/, 'redis');
}
