/** The completeness of a time line of several pages: each page reports the gaps of its range only. */
import type { RecordProxy } from 'relay-runtime';

const linkedOf = (record: RecordProxy, name: string) =>
  (record.getLinkedRecords(name) as readonly RecordProxy[] | null | undefined) ?? [];

const linked = (record: RecordProxy, name: string) => record.getLinkedRecord(name) as RecordProxy | null;

const keyOf = (gap: RecordProxy) =>
  ['startedAt', 'reason'].map((name) => String(gap.getValue(name))).join(' ');

/** Adds the gaps of the earlier pages to those of the latest page. */
export function mergeGaps(earlier: RecordProxy, latest: RecordProxy): void {
  for (const source of linkedOf(latest, 'sources')) {
    const before = linkedOf(earlier, 'sources').find(
      (known) =>
        known.getValue('kind') === source.getValue('kind') &&
        linked(known, 'target')?.getDataID() === linked(source, 'target')?.getDataID(),
    );
    const known = before === undefined ? [] : linkedOf(before, 'gaps');
    const keys = new Set(known.map(keyOf));
    source.setLinkedRecords(
      [...known, ...linkedOf(source, 'gaps').filter((gap) => !keys.has(keyOf(gap)))],
      'gaps',
    );
  }
  if (earlier.getValue('complete') !== true) latest.setValue(false, 'complete');
}
