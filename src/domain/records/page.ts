/** Pages: of AWS's list operations, and of the schema's connections. */

/** One page of a list operation. */
export interface AwsPage<Row> {
  readonly rows: readonly Row[];
  readonly nextToken: string | undefined;
  /** When AWS was asked for it; undefined when it did not have to be. */
  readonly asOf: Date | undefined;
}

export interface PageRequest {
  readonly token: string | undefined;
  readonly size: number;
}

/** Bounds of `first` in every connection. */
export const MAX_FIRST = 200;
export const DEFAULT_FIRST = 20;
