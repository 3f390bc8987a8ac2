/** List records that load their detail on demand. */

/** A record from a list operation, with a function that loads its detail. */
export type WithDetail<Summary, Detail> = Summary & {
  /** Calls the detail operation, at most once per request. Rejects with AwsError when the call fails. */
  readonly detail: () => Promise<Detail>;
};
