/** The page of a connection from the response of a list operation. */
import type { AwsPage } from '../../domain/records/page';
import type { WithAsOf } from '../client/port';
import { UNREADABLE_ROWS } from '../client/response-reader';

/** @param output the response that the rows come from. */
export function pageOf<Row>(
  output: WithAsOf,
  rows: readonly Row[],
  nextToken: string | undefined,
): AwsPage<Row> {
  const { [UNREADABLE_ROWS]: unreadableRows = 0 } = output as { readonly [UNREADABLE_ROWS]?: number };
  return { rows, nextToken, asOf: output.asOf, unreadableRows };
}
