/** Filter conditions on strings and times; a value must match all conditions that are present. */

export interface StringConditions {
  readonly eq?: string | null | undefined;
  readonly contains?: string | null | undefined;
  readonly startsWith?: string | null | undefined;
  /** Compares without regard to case. */
  readonly ignoreCase?: boolean | null | undefined;
}

/** An instant, whose bounds are equal, or a day in UTC. Both bounds belong to the range. */
export interface TimeRange {
  readonly from: Date;
  readonly until: Date;
}

/** A time after a range is later than its end, a time before it is earlier than its start. */
export interface DateTimeConditions {
  readonly eq?: TimeRange | null | undefined;
  readonly gt?: TimeRange | null | undefined;
  readonly gte?: TimeRange | null | undefined;
  readonly lt?: TimeRange | null | undefined;
  readonly lte?: TimeRange | null | undefined;
}
