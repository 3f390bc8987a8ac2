/** The context of one GraphQL request. */
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import type { Changes, Commands } from '../changes/all';
import type { BulkChanges } from '../changes/bulk';
import type { Loaders } from '../loaders/all';
import type { CompletenessField } from '../domain/records/completeness';
import type { LiveUpdates } from '../live/live-updates';
import type { RequestRecord } from '../observability/requests/request-record';
import type { Targets } from '../domain/targets';
import type { StreamOpening } from './stream-opening';

export interface Context {
  readonly loaders: Loaders;
  readonly changes: Changes;
  readonly commands: Commands;
  readonly bulk: BulkChanges;
  /** The targets that the caller may access. */
  readonly targets: Targets;
  readonly audit: AuditLog;
  /** True when the targets are accounts of the emulator. */
  readonly emulated: boolean;
  /** The principal, the log and the bounds of AWS calls. */
  readonly call: CallContext;
  /** The selected fields of Completeness, which the response completes after the execution. */
  readonly completenessFields: CompletenessField[];
  /** The source of streams; undefined when the gateway keeps no history. */
  readonly live: LiveUpdates | undefined;
  /** The stream that the request opens; undefined for a transport without streams. */
  readonly opening: StreamOpening | undefined;
  /** The record of the request for the log and the metrics. */
  readonly record: RequestRecord;
}
