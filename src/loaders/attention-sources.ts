/** The sources of the attention queue: the lists of resources, reduced to the rows with a reason. */
import { rulesOf, type AnyRule, type AttentionReason } from '../domain/attention/all';
import type { AttentionContext } from '../domain/attention/table';
import type { AttentionItemRecord } from '../domain/attention/item';
import { encodeId } from '../domain/ids';
import { evaluate } from '../domain/records/unreadable';
import type { ResourceKind } from '../domain/resources';
import type { ClassificationJobStatus } from '../domain/transitions/classification-job';
import type { MacieMemberStatus } from '../domain/transitions/macie-member';
import type { MailboxExportJobStatus } from '../domain/transitions/mailbox-export-job';
import type { SecurityCaseStatus } from '../domain/transitions/security-case';
import { joinSources, mapSource, type MappedRows } from '../paging/mapped-source';
import type { Source } from '../paging/source';
import type { ExportProgress } from './attention-exports';
import { itemOf, keyOfItem } from './attention-item';
import { withoutDetail } from './caller-snapshots';
import type { LoadedClassificationJob } from './classification-job';
import type { LoadedResource, ResourceLoaders } from './present-resource';

export interface SourceRequest {
  readonly kind: ResourceKind;
  readonly target: string;
  /** The reasons of the kind. */
  readonly reasons: readonly AttentionReason[];
  readonly dueBefore: Date | undefined;
  readonly context: AttentionContext;
  readonly progress: Pick<ExportProgress, 'unchangedSince'>;
}

const MINUTE_MS = 60_000;

/** Reads only the rows that can have one of the reasons, where AWS can filter them. */
export function attentionSource(
  loaders: ResourceLoaders,
  request: SourceRequest,
): Source<AttentionItemRecord> {
  const { kind, target, reasons, context } = request;
  const itemsOfList = <Row extends LoadedResource>(list: Source<Row>) =>
    mapSource(list, { map: (rows) => findItems(rows, request), keyOf: keyOfItem });
  const rules = rulesOf(kind);
  const statuses = [...new Set(reasons.flatMap((reason) => rules[reason]?.statuses ?? []))];
  switch (kind) {
    case 'ClassificationJob':
      return itemsOfList(
        jobList(loaders.ClassificationJob, target, statuses as ClassificationJobStatus[], context),
      );
    case 'MacieMember':
      return itemsOfList(loaders[kind].list(target, { statuses: statuses as MacieMemberStatus[] }));
    case 'MailboxExportJob':
      return itemsOfList(loaders[kind].list(target, { statuses: statuses as MailboxExportJobStatus[] }));
    case 'SecurityCase':
      return itemsOfList(loaders[kind].list(target, { statuses: statuses as SecurityCaseStatus[] }));
  }
}

/** Completed jobs stay in the list for good, and few of them are recent. */
function jobList(
  jobs: ResourceLoaders['ClassificationJob'],
  target: string,
  statuses: readonly ClassificationJobStatus[],
  { now, thresholds }: AttentionContext,
): Source<LoadedClassificationJob> {
  const open = jobs.list(target, { statuses: statuses.filter((status) => status !== 'COMPLETE') });
  if (!statuses.includes('COMPLETE')) return open;
  // Rounded down, so that concurrent requests share the call. The rule of the reason is exact.
  const oldest = now.getTime() - thresholds.jobErrorsMs;
  const from = new Date(oldest - (oldest % MINUTE_MS));
  const createdAt = { gte: { from, until: from } };
  return joinSources(open, jobs.list(target, { statuses: ['COMPLETE'], createdAt }));
}

async function findItems(
  rows: readonly LoadedResource[],
  request: SourceRequest,
): Promise<MappedRows<AttentionItemRecord>> {
  const found = await Promise.all(rows.map((row) => itemsOf(row, request)));
  return {
    rows: found.flatMap(({ items }) => items),
    unreadableRows: found.filter(({ isUndecided }) => isUndecided).length,
  };
}

interface ItemsOfRow {
  readonly items: readonly AttentionItemRecord[];
  /** True when the gateway cannot read a field that one of the reasons needs. */
  readonly isUndecided: boolean;
}

async function itemsOf(
  row: LoadedResource,
  { kind, reasons, context, dueBefore, progress }: SourceRequest,
): Promise<ItemsOfRow> {
  const rules = rulesOf(kind);
  const items: AttentionItemRecord[] = [];
  let isUndecided = false;
  for (const reason of reasons) {
    const rule = rules[reason];
    if (rule === undefined) continue;
    const since =
      reason === 'EXPORT_STALLED' && row.kind === 'MailboxExportJob' && rule.statuses.includes(row.status)
        ? await progress.unchangedSince(row)
        : undefined;
    const found = evaluate(row, (readableRow) => ({
      item: findItem(row, readableRow, rule, { ...context, unchangedSince: since }, reason),
    }));
    isUndecided ||= found === undefined;
    const item = found?.item;
    const isDue = dueBefore === undefined || (item?.dueAt !== undefined && item.dueAt < dueBefore);
    if (item !== undefined && isDue) items.push(item);
  }
  return { items, isUndecided };
}

function findItem(
  row: LoadedResource,
  readableRow: LoadedResource,
  rule: AnyRule,
  context: Parameters<AnyRule['find']>[1],
  reason: AttentionReason,
): AttentionItemRecord | undefined {
  if (!rule.statuses.includes(readableRow.status)) return undefined;
  const finding = rule.find(readableRow, context);
  if (finding === undefined) return undefined;
  const facts = { reason, finding, summary: rule.summarize(row, finding) };
  return itemOf(facts, { id: encodeId(row), row: withoutDetail(row), entry: undefined });
}
