/** What every resource's loaders need of the request and the process. */
import type { AuditLog } from '../audit/audit-log';
import type { CallContext } from '../aws/client/call-context';
import type { Cursors } from '../paging/cursors';
import type { Targets } from '../domain/targets';
import type { MemberCounts } from './member-finder';
import type { RequestMemory } from './request-memory';

export interface RequestAccess {
  readonly targets: Targets;
  readonly cursors: Cursors;
  readonly memberCounts: MemberCounts;
  readonly audit: AuditLog;
  /** On whose behalf AWS is called. */
  readonly call: CallContext;
}

export interface LoaderAccess extends RequestAccess {
  readonly memory: RequestMemory;
}

/** Arguments that all connections take. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Arguments of connections over targets. */
export interface ConnectionArguments extends PageArguments {
  /** Names of targets; all that have the service when left out. */
  readonly targets?: readonly string[] | null | undefined;
}
