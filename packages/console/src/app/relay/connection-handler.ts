/**
 * The handler of connections: it continues a list from `retryCursor`, so that the next page reads failed sources again, and
 * keeps what earlier pages lacked in `completeness`.
 */
import { ConnectionHandler, type RecordProxy } from 'relay-runtime';
import type { Handler } from 'relay-runtime/lib/store/RelayStoreTypes';
import { mergeGaps } from './history-completeness';

/** The types of Relay say that a linked record always exists. */
type Linked = RecordProxy | null | undefined;

const linked = (record: Linked, name: string) => record?.getLinkedRecord(name) as Linked;

const sourcesOf = (completeness: RecordProxy) =>
  (completeness.getLinkedRecords('sources') as readonly RecordProxy[] | null | undefined) ?? [];

const isUnreadable = (source: RecordProxy) => source.getValue('status') === 'UNREADABLE_ROWS';

const isSame = (a: RecordProxy, b: RecordProxy) =>
  ['status', 'kind'].every((name) => a.getValue(name) === b.getValue(name)) &&
  linked(a, 'target')?.getDataID() === linked(b, 'target')?.getDataID();

export const connectionHandler: Handler = {
  update(store, payload) {
    const list = () => linked(store.get(payload.dataID), payload.handleKey);
    const isLaterPage = (payload.args as { after?: unknown }).after != null;
    const earlier = isLaterPage ? linked(list(), 'completeness') : undefined;
    ConnectionHandler.update(store, payload);
    const latest = linked(list(), 'completeness');
    const retryCursor: unknown = latest?.getValue('retryCursor');
    if (typeof retryCursor === 'string') {
      linked(list(), 'pageInfo')?.setValue(retryCursor, 'endCursor').setValue(true, 'hasNextPage');
    }
    if (!earlier || !latest) return;
    if (latest.getType() === 'HistoryCompleteness') {
      mergeGaps(earlier, latest);
      return;
    }
    const unreadable = sourcesOf(earlier).filter(isUnreadable);
    const others = sourcesOf(latest).filter((source) => !unreadable.some((known) => isSame(known, source)));
    const fieldErrors = Number(earlier.getValue('fieldErrors')) + Number(latest.getValue('fieldErrors'));
    if (fieldErrors > 0 || unreadable.length > 0) latest.setValue(false, 'complete');
    latest.setValue(fieldErrors, 'fieldErrors').setLinkedRecords([...unreadable, ...others], 'sources');
  },
};
