/** The loader of audit entries and of audit trail pages. */
import DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { AuditLog } from '../audit/audit-log';
import { canonicalJson } from '../domain/canonical-json';
import { ForbiddenError } from '../domain/errors';
import { checkIdLength } from '../domain/ids';
import { hasScope, type Principal, type Scope } from '../domain/principal';
import { checkFirst } from '../paging/connection';
import type { ConnectionPage } from '../paging/connection-page';
import type { Cursors } from '../paging/cursors';
import { START, type Position } from '../paging/source';
import type { AuditConditions, AuditEntry } from '../domain/records/audit-entry';
import { canonicalFilter } from './filter';
import type { LoaderAccess, PageArguments } from './loader-access';

export interface AuditTrailArguments extends PageArguments {
  readonly filter?: AuditConditions | null | undefined;
}

const SCOPE: Scope = 'audit:read';

/** The name of the only list in a cursor of the audit trail. */
const LIST = 'auditTrail';

/** The maximum number of entries that one statement looks for. */
const MAX_BATCH_SIZE = 200;

export class AuditTrailLoaders {
  private readonly principal: Principal;
  private readonly audit: AuditLog;
  private readonly cursors: Cursors;
  /** The targets that the caller may access; undefined for all. */
  private readonly targets: readonly string[] | undefined;
  private readonly log: Logger;
  private readonly entries: DataLoader<string, AuditEntry | undefined>;

  constructor({ audit, cursors, memory, call: { principal, log } }: LoaderAccess) {
    this.principal = principal;
    this.audit = audit;
    this.cursors = cursors;
    this.targets = principal.targets === 'ALL' ? undefined : [...principal.targets];
    this.log = log;
    this.entries = memory.keep(
      new DataLoader<string, AuditEntry | undefined>((ids) => this.findAll(ids), {
        maxBatchSize: MAX_BATCH_SIZE,
      }),
    );
  }

  /**
   * Returns the entry, or undefined when the audit trail has none or the caller may not access its target. Throws
   * ForbiddenError or AuditUnavailableError.
   */
  async find(changeId: string): Promise<AuditEntry | undefined> {
    if (!hasScope(this.principal, SCOPE)) throw new ForbiddenError([SCOPE]);
    return this.entries.load(changeId);
  }

  /** Returns a page of audit entries, newest first, which ends early after 1 MB of rows. Throws BadUserInputError, CursorInvalidError or AuditUnavailableError. */
  async connection({ first, after, ...args }: AuditTrailArguments): Promise<ConnectionPage<AuditEntry>> {
    const filter = canonicalFilter(args.filter);
    checkFirst(first);
    if (filter?.resourceId != null) checkIdLength(filter.resourceId);
    const binding = canonicalJson({ query: { field: LIST, filter } });
    const start = (after == null ? undefined : this.cursors.open(after, binding).positions[LIST]) ?? START;
    const token = typeof start === 'object' && 'token' in start ? start.token : undefined;
    const page = { first, after: token, targets: this.targets };
    const { entries, hasNext } = await this.audit.find(filter ?? {}, page, this.log);
    const seal = (position: Position) => this.cursors.seal({ positions: { [LIST]: position } }, binding);
    const edges = entries.map((node) => ({
      node,
      cursor: seal({ token: node.position, offset: 0 }),
    }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: hasNext,
        hasPreviousPage: after != null,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor ?? seal(start),
      },
      completeness: { complete: true, fieldErrors: 0, asOf: undefined, sources: [] },
    };
  }

  private async findAll(changeIds: readonly string[]): Promise<(AuditEntry | undefined)[]> {
    const found = new Map<string, AuditEntry>();
    let after: string | undefined;
    let hasNext = true;
    // A page ends early after 1 MB of rows.
    while (hasNext) {
      const request = { first: changeIds.length, after, targets: this.targets };
      const page = await this.audit.find({ changeIds }, request, this.log);
      for (const entry of page.entries) found.set(entry.changeId, entry);
      after = page.entries.at(-1)?.position;
      hasNext = page.hasNext;
    }
    return changeIds.map((changeId) => found.get(changeId));
  }
}
