/** The dependencies of loaders on the request and the process, and the arguments of connections. */
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import type { HistoryReader } from '../history/queries';
import type { AttentionThresholds } from '../domain/attention/table';
import type { Cursors } from '../paging/cursors';
import type { Snapshots } from '../paging/snapshots';
import type { CallerSnapshots } from './caller-snapshots';
import type { Targets } from '../domain/targets';
import type { RequestMemory } from './request-memory';
import type { SharedPasses } from './shared-passes';

export interface RequestAccess {
  readonly targets: Targets;
  readonly cursors: Cursors;
  /** The whole lists that earlier requests have read. */
  readonly snapshots: Snapshots;
  /** The passes over whole lists, which several requests share. */
  readonly passes: SharedPasses;
  readonly audit: AuditLog;
  /** True when the targets are accounts of the emulator. */
  readonly emulated: boolean;
  /** Undefined when the gateway keeps no history. */
  readonly history: HistoryReader | undefined;
  /** The times after which the reasons of the attention queue count. */
  readonly attention: AttentionThresholds;
  /** The principal, the log and the bounds of AWS calls. */
  readonly call: CallContext;
  /** Milliseconds to wait for a slow response before other reads start: the next source of a page, or a batch; 1,000 by default. */
  readonly maxWaitMs?: number | undefined;
}

export interface LoaderAccess extends RequestAccess {
  readonly callerSnapshots: CallerSnapshots;
  readonly memory: RequestMemory;
}

/** The arguments of every connection. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** What the selection of a request needs from a page. */
export interface PageNeeds<Row> {
  /** Called with every row as soon as it is on the page. */
  readonly onRow?: ((row: Row) => void) | undefined;
  /** True when the request selects totalCount. */
  readonly countsRows?: boolean;
}

/** The field with the resources that concern an account, and the targets in which it reads them. */
export interface AccountRelation {
  /** The type and the field, which bind the cursors. */
  readonly field: string;
  readonly targets: readonly string[];
  readonly accountId: string;
}

/** The arguments of connections over several targets. */
export interface ConnectionArguments extends PageArguments {
  /** Names of targets. Without it, all targets with the service. */
  readonly targets?: readonly string[] | null | undefined;
}
