// A resource history for tests: events, looks and gaps, written as the gateway writes them, in a SQLite file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { AUDIT_MODULE } from '../../src/audit/module';
import type { Config } from '../../src/config/config';
import { encodeId } from '../../src/domain/ids';
import type { NewResourceEvent } from '../../src/domain/records/resource-event';
import type { ResourceRef } from '../../src/domain/resources';
import { HISTORY_CHANNEL, HISTORY_LOCK, HISTORY_MODULE } from '../../src/history/migrations';
import type { AwsList } from '../../src/domain/aws-list';
import { insertEvent } from '../../src/history/statements';
import { HistoryStore, type Gap } from '../../src/history/store';
import type { SqlDatabase } from '../../src/storage/sql/database';
import { openDatabase } from '../../src/storage/sql/open';
import { testConfig } from './gateway';
import { endWithFile } from './cleanup';

export type TestEvent = Partial<NewResourceEvent> & AwsList;

/** The status of a resource changed. */
export const STATUS_CHANGE = { field: 'status', before: 'RUNNING', after: 'COMPLETE', redacted: false };

const SAMPLE_IDS = {
  ClassificationJob: { jobId: '0123456789abcdef0123456789abcdef' },
  MacieMember: { accountId: '444455556666' },
  MailboxExportJob: { organizationId: `m-${'0'.repeat(32)}`, jobId: '0123' },
  SecurityCase: { caseId: '0123456789' },
} as const;

export function eventOf(event: TestEvent): NewResourceEvent {
  const { kind, target } = event;
  return {
    observedAt: new Date(),
    type: 'CHANGED',
    cause: 'OBSERVED',
    resourceId: encodeId({ kind, target, ...SAMPLE_IDS[kind] } as ResourceRef),
    changes: [STATUS_CHANGE],
    changeId: undefined,
    ...event,
  };
}

export class TestHistory {
  private readonly store: HistoryStore;

  private constructor(readonly database: SqlDatabase) {
    this.store = new HistoryStore(database);
  }

  /** @param databaseUrl the URL of a PostgreSQL database, which replaces the file. */
  static async open(databaseFile = ':memory:', databaseUrl?: string): Promise<TestHistory> {
    const modules = [AUDIT_MODULE, HISTORY_MODULE];
    const logger = pino({ level: 'silent' });
    const database = await openDatabase({ databaseUrl, databaseFile }, modules, logger);
    await startPositionsAtOne(database, databaseUrl !== undefined);
    return new TestHistory(database);
  }

  async append(...events: readonly TestEvent[]): Promise<void> {
    for (const event of events) await this.appendBy(undefined, event);
  }

  /** @param actor the caller for whom the gateway made the change. */
  async appendBy(actor: string | undefined, event: TestEvent): Promise<void> {
    await this.database.runAll([insertEvent(eventOf(event), actor)], {
      serializedBy: HISTORY_LOCK,
      notify: HISTORY_CHANNEL,
    });
  }

  /** Appends the events in one transaction, with one notification. */
  async appendTogether(events: readonly TestEvent[]): Promise<void> {
    await this.database.runAll(
      events.map((event) => insertEvent(eventOf(event), undefined)),
      { serializedBy: HISTORY_LOCK, notify: HISTORY_CHANNEL },
    );
  }

  /** Records a complete look at a list, with the gap before it. */
  async look(source: AwsList, asOf: Date, gap?: Gap, intervalSeconds = 60): Promise<void> {
    const claim = { holder: 'test', until: 0 };
    const { epoch = 0 } = (await this.store.acquire(source, claim, Date.now())) ?? {};
    const update = {
      events: [],
      isWithholding: false,
      remembered: [],
      forgotten: [],
      settled: new Map<string, undefined>(),
    };
    const look = { update, asOf, isComplete: true, isBaseline: true, gap, intervalSeconds };
    if (!(await this.store.commit(source, { ...claim, epoch }, look)))
      throw new Error('Another test holds the lease.');
  }

  /** Deletes the events up to a position, as the retention does. */
  async prune(position: number, observedAt: Date): Promise<void> {
    await this.database.runAll([
      { text: 'DELETE FROM history_events WHERE position <= $1', values: [position] },
      {
        text: 'UPDATE history_pruned SET position = $1, observed_at = $2',
        values: [position, observedAt.toISOString()],
      },
    ]);
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

/** Positions that a test can write by hand, for a history without events. */
async function startPositionsAtOne(database: SqlDatabase, isPostgres: boolean): Promise<void> {
  const events = await database.run({ text: 'SELECT 1 FROM history_events LIMIT 1', values: [] });
  if (events.length > 0) return;
  const restart = isPostgres
    ? 'ALTER SEQUENCE history_events_position_seq RESTART WITH 1'
    : `DELETE FROM sqlite_sequence WHERE name = 'history_events'`;
  await database.run({ text: restart, values: [] });
  await database.run({ text: 'UPDATE history_pruned SET position = 0', values: [] });
}

/** The settings of a gateway with a history that `write` fills before the gateway starts. */
export function useHistory(
  write: (history: TestHistory) => Promise<void>,
): Pick<Config, 'history' | 'databaseUrl' | 'databaseFile'> {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  const databaseFile = join(folder, 'history.sqlite');
  beforeAll(async () => {
    const history = await TestHistory.open(databaseFile);
    await write(history);
    await history.close();
  });
  // After the gateway, which rejects writes once its file is gone.
  endWithFile(() => {
    rmSync(folder, { recursive: true });
  });
  return { history: { ...testConfig().history, mode: 'listening' }, databaseUrl: undefined, databaseFile };
}
