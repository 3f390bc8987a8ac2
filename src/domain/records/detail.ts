/** Rows of a list and the details behind them. */

/** A record from a list operation, which can fetch its own detail. */
export type WithDetail<Summary, Detail> = Summary & {
  /** Calls the detail operation, at most once per request. Throws AwsError when AWS cannot tell. */
  readonly detail: () => Promise<Detail>;
};
