/** What one GraphQL request carries. */
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import type { Changes, Commands } from '../changes/all';
import type { BulkChanges } from '../changes/bulk';
import type { Loaders } from '../loaders/all';
import type { RequestRecord } from '../observability/requests/request-record';
import type { Targets } from '../domain/targets';

export interface Context {
  readonly loaders: Loaders;
  readonly changes: Changes;
  readonly commands: Commands;
  readonly bulk: BulkChanges;
  /** Those that there are for whoever asks. */
  readonly targets: Targets;
  readonly audit: AuditLog;
  /** True when the targets are accounts of the emulator. */
  readonly emulated: boolean;
  /** On whose behalf AWS is called, and within which bounds. */
  readonly call: CallContext;
  /** What the log and the metrics will tell. */
  readonly record: RequestRecord;
}
