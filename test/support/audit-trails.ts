// The audit trail of the gateways of a suite: one PostgreSQL database, or one SQLite file per gateway without a PostgreSQL server.
import type { DatabaseLocation } from '../../src/storage/sql/open';
import type { AuditEntry } from '../../src/domain/records/audit-entry';
import { entriesOf } from './audit-records';
import { openLog, postgresPlaces, sqlitePlaces, type AuditPlaces } from './audit-stores';
import { hasPostgres } from './postgres';

export class AuditTrails {
  private readonly stores: DatabaseLocation[] = [];

  private constructor(private readonly places: AuditPlaces) {}

  static async open(): Promise<AuditTrails> {
    return new AuditTrails(hasPostgres ? await postgresPlaces() : sqlitePlaces());
  }

  /** The environment variables of the next gateway. */
  async next(): Promise<NodeJS.ProcessEnv> {
    const [shared] = this.stores;
    if (shared?.databaseUrl !== undefined) return { DATABASE_URL: shared.databaseUrl };
    const { store } = await this.places.newPlace();
    this.stores.push(store);
    const { databaseUrl, databaseFile } = store;
    return databaseUrl === undefined ? { DATABASE_FILE: databaseFile } : { DATABASE_URL: databaseUrl };
  }

  /** The entries of all gateways. The gateways must have ended. */
  async entries(): Promise<AuditEntry[]> {
    const found: AuditEntry[] = [];
    for (const store of this.stores) {
      const log = await openLog(store);
      found.push(...(await entriesOf(log)));
      await log.close();
    }
    return found;
  }

  close(): Promise<void> {
    return this.places.close();
  }
}
