/** What a connection reads from: in every target one list of an AWS service, or several (WorkMail has one per organization). */
import type { ServiceName } from '../domain/services';
import type { AwsPage, PageRequest } from '../domain/records/page';

/** Which rows of a list belong to a connection, where AWS cannot be asked for those alone. */
export interface RowFilter<Row> {
  /** Tells from the row itself. */
  readonly matches: (row: Row) => boolean;
  /** Tells by one more AWS call, of rows that match. Throws AwsError. */
  readonly confirms?: ((row: Row) => Promise<boolean>) | undefined;
}

/** One list that AWS hands out page by page. */
export interface Partition<Row> {
  /** Names the list inside a cursor; unique among all partitions of a connection. */
  readonly key: string;
  readonly maxPageSize: number;
  readonly fetch: (page: PageRequest) => Promise<AwsPage<Row>>;
  /** Tells a row from all others of the list, by its last twelve characters. */
  readonly keyOf: (row: Row) => string;
  /** All rows belong to the connection without it. */
  readonly filter?: RowFilter<Row> | undefined;
}

export interface Source<Row> {
  readonly target: string;
  readonly service: ServiceName;
  /** The lists of this target, in an order that does not change. Throws AwsError when AWS has to be asked and fails. */
  readonly partitions: () => Promise<readonly Partition<Row>[]>;
}

/** Where reading goes on, or the end. */
export type Position = Place | 'END';

/** The token that AWS gave for a page, how many rows of that page have been dealt with, and the marks of the last of them. */
export interface Place {
  readonly token: string | undefined;
  readonly offset: number;
  readonly marks?: readonly string[];
}

/** Positions by partition key, and 'END' by target name once all partitions of a target are read. */
export type Positions = Readonly<Record<string, Position>>;

export const START = { token: undefined, offset: 0 } as const satisfies Place;

/** A source that is one list. */
export function singleList<Row>(
  target: string,
  service: ServiceName,
  list: Omit<Partition<Row>, 'key'>,
): Source<Row> {
  const partitions = [{ ...list, key: target }];
  return { target, service, partitions: () => Promise.resolve(partitions) };
}
