/** A source of a connection: one or more lists of an AWS service in one target. WorkMail has one list per organization. */
import type { AwsList } from '../domain/aws-list';
import type { ResourceKind } from '../domain/resources';
import type { AwsPage, PageRequest } from '../domain/records/page';
import type { LastRow, SortValue } from './order';

/** The filter that selects the rows of a connection where the list operation of AWS cannot filter. */
export interface RowFilter<Row> {
  /** Decides from the row alone. */
  readonly matches: (row: Row) => boolean;
  /** Decides about a matching row with one more AWS call. Throws AwsError. */
  readonly confirms?: ((row: Row) => Promise<boolean>) | undefined;
}

/** One list that AWS returns page by page. */
export interface Partition<Row> {
  /** The name of the list inside a cursor, unique among all partitions of a connection. */
  readonly key: string;
  readonly maxPageSize: number;
  readonly fetch: (page: PageRequest) => Promise<AwsPage<Row>>;
  /** Returns the key of the row. Its last 12 characters must be unique in a list that the gateway does not sort. */
  readonly keyOf: (row: Row) => string;
  /** Without it, all rows belong to the connection. */
  readonly filter?: RowFilter<Row> | undefined;
}

export interface Source<Row> {
  /** The name of the source inside a cursor, unique among the sources of a connection. The key of each of its lists is the name, or begins with it and a slash. */
  readonly name: string;
  /** What the source reads, as completeness names it; undefined for rows of the gateway's own database. */
  readonly reads: AwsList | undefined;
  /** Returns the lists of the source in a stable order. Throws AwsError when it needs an AWS call that fails. */
  readonly partitions: () => Promise<readonly Partition<Row>[]>;
}

/** The place to continue from, or the end. */
export type Position = Place | SortedPlace | 'END';

export interface Place {
  /** The AWS token of the page, undefined for the first page. */
  readonly token: string | undefined;
  /** The number of handled rows of the page. */
  readonly offset: number;
  /** The marks of the last handled rows. */
  readonly marks?: readonly string[];
}

/** The place in a list that the gateway sorts: behind a row, whether or not the list still has it. */
export interface SortedPlace {
  readonly value: SortValue;
  readonly key: string;
}

/** The progress of a walk, as a cursor keeps it. */
export interface WalkProgress {
  readonly positions: Positions;
  /** The keys of the failed lists, and the names of the failed sources, that later pages leave out. */
  readonly failed?: readonly string[];
  readonly lastRows?: readonly LastRow[];
}

/** Positions by partition key. Once all partitions of a source are read, the only entry of the source is 'END' by its name. */
export type Positions = Readonly<Record<string, Position>>;

export const START = { token: undefined, offset: 0 } as const satisfies Place;

/** Creates a source with one list, named after its target. */
export function singleList<Row>(
  target: string,
  kind: ResourceKind,
  list: Omit<Partition<Row>, 'key'>,
): Source<Row> {
  const partitions = [{ ...list, key: target }];
  return { name: target, reads: { target, kind }, partitions: () => Promise.resolve(partitions) };
}
