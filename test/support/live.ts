// Live updates over a test history, without a gateway.
import pino from 'pino';
import type { Principal } from '../../src/domain/principal';
import type { ResourceEventConditions } from '../../src/domain/records/resource-event';
import { HISTORY_CHANNEL } from '../../src/history/migrations';
import { ALL_EVENTS, HistoryReader } from '../../src/history/queries';
import { LiveUpdates, type LiveDependencies } from '../../src/live/live-updates';
import type { Payload } from '../../src/live/messages';
import type { Stream } from '../../src/live/stream';
import type { SqlDatabase } from '../../src/storage/sql/database';
import { endWithFile } from './cleanup';

export interface TestLive {
  readonly live: LiveUpdates;
  /** The streams that were announced to the history and have not ended. */
  readonly listeners: () => number;
}

/** Ended with the file. */
export function liveUpdates(database: SqlDatabase, overrides: Partial<LiveDependencies> = {}): TestLive {
  let listeners = 0;
  const live = new LiveUpdates({
    reader: new HistoryReader(database, pino({ level: 'silent' })),
    listen: (onAppend) => database.listen(HISTORY_CHANNEL, onAppend),
    limits: { total: 10_000, perCaller: 10_000 },
    listeners: {
      add: () => {
        listeners += 1;
      },
      remove: () => {
        listeners -= 1;
      },
    },
    ...overrides,
  });
  endWithFile(() => {
    live.close();
  });
  return { live, listeners: () => listeners };
}

export const subscriber = (principal: Partial<Principal> = {}) => ({
  principal: { name: 'token:ann', scopes: new Set<never>(), targets: 'ALL' as const, ...principal },
  caller: 'by:token:ann',
});

/** A stream of all events that match the conditions. */
export function streamOf(
  { live }: TestLive,
  after?: string,
  conditions: ResourceEventConditions = {},
): Promise<Stream> {
  return live.events(subscriber(), { conditions, access: ALL_EVENTS }, after);
}

/** The payload of the next message. Throws when the stream has ended. */
export async function payloadOf(stream: Stream): Promise<Payload> {
  const { value } = await stream.next();
  if (value === undefined) throw new Error('The stream has ended.');
  return value.payload;
}

/** Reads until there are this many events, and returns their positions. */
export async function readPositions(stream: Stream, count: number): Promise<readonly string[]> {
  const positions: string[] = [];
  while (positions.length < count) {
    const payload = await payloadOf(stream);
    if ('changes' in payload) positions.push(payload.position);
  }
  return positions;
}
