/** The total count of a connection: the rows of all its sources that match the filter. */
import type { RowCountRecord } from '../domain/records/page';
import { isListOf } from './order';
import type { ListOfRow } from './reader';
import type { Source } from './source';
import type { WholeLists } from './whole-list';

/** A row that the page has delivered. */
export interface CountedRow<Row> {
  readonly row: Row;
  readonly list: ListOfRow<Row>;
}

/**
 * Counts the rows of all sources, without those that `failed` leaves out.
 * @param delivered the rows of the page. All of them count, also those that a kept list does not have yet.
 */
export async function countRows<Row>(
  sources: readonly Source<Row>[],
  lists: WholeLists<Row>,
  failed: readonly string[],
  delivered: readonly CountedRow<Row>[],
): Promise<RowCountRecord> {
  const wholeLists = await Promise.all(
    sources.map((source) =>
      lists.read(source, { positions: {}, failed: failed.filter((key) => isListOf(source.name, key)) }),
    ),
  );
  const rowsByList = new Map(
    wholeLists.flatMap((whole) => whole.lists.map(({ key, rows }) => [key, rows] as const)),
  );
  const value = [...rowsByList.values()].reduce((sum, { size }) => sum + size, 0);
  const more = delivered.filter(({ row, list }) => rowsByList.get(list.key)?.has(list.keyOf(row)) !== true);
  const exact = wholeLists.every(
    ({ problem, unreadableRows }) => problem === undefined && unreadableRows === 0,
  );
  return { value: value + more.length, exact };
}
