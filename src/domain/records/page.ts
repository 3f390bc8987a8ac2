/** Pages of AWS list operations and of the connections of the schema. */

/** One page of a list operation. */
export interface AwsPage<Row> {
  readonly rows: readonly Row[];
  readonly nextToken: string | undefined;
  /** The time of the AWS call; undefined when no call was necessary. */
  readonly asOf: Date | undefined;
  /** The number of rows that AWS sent and the gateway cannot read. */
  readonly unreadableRows: number;
}

/** The number of rows of a connection. */
export interface RowCountRecord {
  readonly value: number;
  /** False when rows may be missing from the count. */
  readonly exact: boolean;
}

export interface PageRequest {
  readonly token: string | undefined;
  readonly size: number;
}

/** The maximum and the default of `first` in every connection. */
export const MAX_FIRST = 200;
export const DEFAULT_FIRST = 20;
