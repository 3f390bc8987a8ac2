/** The loader of the attention queue: what needs a person, over all kinds of resources and the requested changes. */
import { CHANGE_REASONS, rulesOf, type AttentionReason } from '../domain/attention/all';
import type { AttentionContext } from '../domain/attention/table';
import { canonicalJson } from '../domain/canonical-json';
import { ForbiddenError } from '../domain/errors';
import { hasScope, type Scope } from '../domain/principal';
import type {
  AttentionConditions,
  AttentionItemRecord,
  UnavailableReasonCode,
  UnavailableReasonRecord,
} from '../domain/attention/item';
import type { CompletenessReport } from '../domain/records/completeness';
import type { RowCountRecord } from '../domain/records/page';
import { RESOURCE_KINDS, type ResourceKind } from '../domain/resources';
import type { AwsList } from '../domain/aws-list';
import { readConnection } from '../paging/connection';
import type { SourcesEdge, SourcesPage } from '../paging/connection-page';
import { storedRows } from '../paging/mapped-source';
import type { KeptLists } from '../paging/whole-list';
import { readChanges, type AttentionChanges } from './attention-changes';
import { exportProgress, type ExportProgress } from './attention-exports';
import { ATTENTION_ORDER, keyOfItem } from './attention-item';
import { attentionSource } from './attention-sources';
import { canonicalFilter } from './filter';
import type { LoaderAccess, PageArguments, PageNeeds } from './loader-access';
import type { ResourceLoaders } from './present-resource';
import { checkNamedKinds, readableKinds, requireReadScope, selectLists } from './selected-lists';

export interface AttentionArguments extends PageArguments {
  readonly filter?: AttentionConditions | null | undefined;
}

const AUDIT_SCOPE: Scope = 'audit:read';

const NO_CHANGES: AttentionChanges = { items: [], unavailable: [] };

/** The codes of failures, in contrast to reasons that the configuration or the caller does not offer. */
const FAILURES: readonly UnavailableReasonCode[] = [
  'HISTORY_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  'TOO_MANY_CHANGES',
];

export class AttentionLoaders {
  constructor(
    private readonly loaders: ResourceLoaders,
    private readonly access: LoaderAccess,
  ) {}

  /**
   * Returns a page of the queue, by due time and then by the time since which the reason holds. Throws ForbiddenError,
   * BadUserInputError, UnknownTargetError or CursorInvalidError.
   */
  async connection(
    { first, after, ...args }: AttentionArguments,
    { countsRows }: PageNeeds<AttentionItemRecord> = {},
  ): Promise<AttentionPage> {
    const { call, cursors, maxWaitMs } = this.access;
    const filter = canonicalFilter(args.filter) ?? {};
    const selected = this.listsFor(filter);
    const kinds = filter.kinds ?? readableKinds(call.principal);
    const context = { now: new Date(), thresholds: this.access.attention };
    const [changes, progress] = await Promise.all([
      this.changes(filter, kinds, context),
      exportProgress(this.access.history, stallableTargets(selected, filter), context, call.log),
    ]);
    const sources = selected.flatMap(({ kind, target }) => {
      const reasons = reasonsFor(kind, filter).filter(
        (reason) => reason !== 'EXPORT_STALLED' || progress.covers(target),
      );
      if (reasons.length === 0) return [];
      const dueBefore = filter.dueBefore ?? undefined;
      return [attentionSource(this.loaders, { kind, target, reasons, context, dueBefore, progress })];
    });
    const page = await readConnection(
      cursors,
      [...sources, storedRows('changes', changes.items, keyOfItem)],
      {
        first,
        after,
        query: { field: 'attention', filter },
        order: ATTENTION_ORDER,
        kept: this.kept(progress),
        countsRows,
        maxWaitMs,
      },
    );
    return new AttentionPage(page, [...changes.unavailable, ...progress.unavailable]);
  }

  /** The lists that the filter covers. Throws ForbiddenError for a kind or reason outside of the scopes of the caller, and UnknownTargetError. */
  private listsFor(filter: AttentionConditions): readonly AwsList[] {
    const { call, targets } = this.access;
    const { reasons = [] } = filter;
    requireReadScope(call.principal);
    checkNamedKinds(
      RESOURCE_KINDS.filter((kind) => reasons?.some((reason) => rulesOf(kind)[reason] !== undefined)),
      readableKinds(call.principal),
    );
    const namesChanges = CHANGE_REASONS.some((reason) => reasons?.includes(reason));
    if (namesChanges && !hasScope(call.principal, AUDIT_SCOPE)) throw new ForbiddenError([AUDIT_SCOPE]);
    return selectLists(call.principal, targets, filter);
  }

  private async changes(
    filter: AttentionConditions,
    kinds: readonly ResourceKind[],
    context: AttentionContext,
  ): Promise<AttentionChanges> {
    const { audit, call } = this.access;
    // Changes have no due time.
    const reasons = CHANGE_REASONS.filter(
      (reason) => filter.dueBefore == null && (filter.reasons?.includes(reason) ?? true),
    );
    if (reasons.length === 0) return NO_CHANGES;
    if (!hasScope(call.principal, AUDIT_SCOPE)) return { items: [], unavailable: reasons.map(forbidden) };
    const { targets: visible } = call.principal;
    const targets = filter.targets ?? (visible === 'ALL' ? undefined : [...visible]);
    return readChanges(audit, { reasons, kinds, targets, context }, call.log);
  }

  /** An export job that is read without the history is not found stalled, so a later page with the history reads its list again. */
  private kept(progress: ExportProgress): KeptLists<AttentionItemRecord> {
    const lists = this.access.callerSnapshots.ofRecords<AttentionItemRecord>();
    const unchecked = () => canonicalJson(progress.unavailable.map(({ code, target }) => ({ code, target })));
    return {
      lookUp: (list, query) => {
        if (list.kind !== 'MailboxExportJob') return lists.lookUp(list, query);
        const before = unchecked();
        const lookup = lists.lookUp(list, `${query} ${before}`);
        return {
          ...lookup,
          keep: (found) => {
            if (unchecked() === before) lookup.keep(found);
          },
        };
      },
    };
  }
}

/** A page of the queue, with the reasons that the gateway could not check. */
export class AttentionPage implements SourcesPage<AttentionItemRecord> {
  readonly nodes: SourcesPage<AttentionItemRecord>['nodes'];
  readonly pageInfo: SourcesPage<AttentionItemRecord>['pageInfo'];
  readonly completeness: CompletenessReport;
  private readonly hasFailures: boolean;

  constructor(
    private readonly page: SourcesPage<AttentionItemRecord>,
    readonly unavailableReasons: readonly UnavailableReasonRecord[],
  ) {
    this.nodes = page.nodes;
    this.pageInfo = page.pageInfo;
    this.hasFailures = unavailableReasons.some(({ code }) => FAILURES.includes(code));
    this.completeness = this.hasFailures ? new IncompleteReport(page.completeness) : page.completeness;
  }

  get edges(): readonly SourcesEdge<AttentionItemRecord>[] {
    return this.page.edges;
  }

  get totalCount(): Promise<RowCountRecord> {
    return this.page.totalCount.then(({ value, exact }) => ({ value, exact: exact && !this.hasFailures }));
  }
}

/** The report of a page for which a store failed, although AWS responded. */
class IncompleteReport implements CompletenessReport {
  readonly complete = false;
  readonly fieldErrors: 0;
  readonly asOf: CompletenessReport['asOf'];
  readonly sources: CompletenessReport['sources'];

  constructor(private readonly report: CompletenessReport) {
    this.fieldErrors = report.fieldErrors;
    this.asOf = report.asOf;
    this.sources = report.sources;
  }

  get retryCursor(): string | undefined {
    return this.report.retryCursor;
  }
}

/** The reasons of a kind that the filter selects. Only some reasons have a due time. */
function reasonsFor(
  kind: ResourceKind,
  { reasons, dueBefore }: AttentionConditions,
): readonly AttentionReason[] {
  return (Object.entries(rulesOf(kind)) as [AttentionReason, { readonly hasDueTime?: true }][])
    .filter(
      ([reason, { hasDueTime }]) => (reasons?.includes(reason) ?? true) && (dueBefore == null || hasDueTime),
    )
    .map(([reason]) => reason);
}

/** The targets whose exports can be stalled by the filter. */
function stallableTargets(lists: readonly AwsList[], filter: AttentionConditions): readonly string[] {
  if (!reasonsFor('MailboxExportJob', filter).includes('EXPORT_STALLED')) return [];
  return lists.filter(({ kind }) => kind === 'MailboxExportJob').map(({ target }) => target);
}

function forbidden(reason: AttentionReason): UnavailableReasonRecord {
  const message = `The reason needs the scope ${AUDIT_SCOPE}.`;
  return { reason, code: 'FORBIDDEN', target: undefined, message };
}
