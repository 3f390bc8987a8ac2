/** The loader of audit trail pages. */
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
import type { PageArguments, RequestAccess } from './loader-access';

export interface AuditTrailArguments extends PageArguments {
  readonly filter?: AuditConditions | null | undefined;
}

const SCOPE: Scope = 'audit:read';

/** The name of the only list in a cursor of the audit trail. */
const LIST = 'auditTrail';

export class AuditTrailLoaders {
  private readonly principal: Principal;
  private readonly audit: AuditLog;
  private readonly cursors: Cursors;
  /** The targets that the caller may access; undefined for all. */
  private readonly targets: readonly string[] | undefined;
  private readonly log: Logger;

  constructor({ audit, cursors, call: { principal, log } }: RequestAccess) {
    this.principal = principal;
    this.audit = audit;
    this.cursors = cursors;
    this.targets = principal.targets === 'ALL' ? undefined : [...principal.targets];
    this.log = log;
  }

  /**
   * Returns the entry, or undefined when the audit trail has none or the caller may not access its target. Throws
   * ForbiddenError or AuditUnavailableError.
   */
  async find(changeId: string): Promise<AuditEntry | undefined> {
    if (!hasScope(this.principal, SCOPE)) throw new ForbiddenError([SCOPE]);
    const page = { first: 1, targets: this.targets };
    const { entries } = await this.audit.find({ changeId }, page, this.log);
    return entries[0];
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
}
