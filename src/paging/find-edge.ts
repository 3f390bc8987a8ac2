/** The search for the edge of one row of a list, with the cursor that the connection of the list would give it. */
import { UnreadableFieldError } from '../domain/errors';
import { bindingOf, type ConnectionRequest } from './connection';
import type { ConnectionEdge } from './connection-page';
import type { Cursors } from './cursors';
import { ScanBudgets } from './reader';
import type { Source } from './source';
import { SourceReader } from './source-reader';

export interface EdgeRequest<Row> extends Pick<ConnectionRequest<Row>, 'query'> {
  /** The name of the list for error messages. */
  readonly field: string;
  readonly matches: (row: Row) => boolean;
}

/**
 * Reads the list from its start to the row. Returns undefined when the list does not have the row, or not within the scan
 * limit. Throws AwsError, and UnreadableFieldError when a row that the gateway cannot read may be the row.
 */
export async function findEdge<Row>(
  cursors: Cursors,
  source: Source<Row>,
  { query, field, matches }: EdgeRequest<Row>,
): Promise<ConnectionEdge<Row> | undefined> {
  const reader = new SourceReader(
    source,
    { positions: {}, failed: [] },
    new ScanBudgets([source]).of(source),
    'FULL_PAGES',
  );
  for (;;) {
    const row = reader.bufferedRow ?? (await reader.peek(Infinity));
    if (row === undefined) break;
    reader.take();
    if (!matches(row)) continue;
    return { node: row, cursor: cursors.seal(reader.progress, bindingOf([source], { query })) };
  }
  const { problem, unreadableRows } = reader;
  if (problem instanceof Error) throw problem;
  if (unreadableRows > 0) throw new UnreadableFieldError(field);
  return undefined;
}
