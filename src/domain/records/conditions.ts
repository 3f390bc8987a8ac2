/** Filter conditions on strings and times; a value must match all conditions that are present. */

export interface StringConditions {
  readonly eq?: string | null | undefined;
  readonly contains?: string | null | undefined;
  readonly startsWith?: string | null | undefined;
}

export interface DateTimeConditions {
  readonly eq?: Date | null | undefined;
  readonly gt?: Date | null | undefined;
  readonly gte?: Date | null | undefined;
  readonly lt?: Date | null | undefined;
  readonly lte?: Date | null | undefined;
}
