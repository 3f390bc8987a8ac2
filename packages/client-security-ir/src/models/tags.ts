/** Tags on cases and memberships. */

/** Input of TagResource. */
export interface TagResourceInput {
  /** ARN of a case or membership. */
  resourceArn: string | undefined;
  /** At most 200; keys of 1 to 128, values of 0 to 256 characters. */
  tags: Record<string, string> | undefined;
}

/** Output of TagResource: nothing. */
export type TagResourceOutput = object;

/** Input of UntagResource. */
export interface UntagResourceInput {
  /** ARN of a case or membership. */
  resourceArn: string | undefined;
  /** Keys of 1 to 128 characters. */
  tagKeys: string[] | undefined;
}

/** Output of UntagResource: nothing. */
export type UntagResourceOutput = object;

/** Input of ListTagsForResource. */
export interface ListTagsForResourceInput {
  /** ARN of a case or membership. */
  resourceArn: string | undefined;
}

/** Output of ListTagsForResource. */
export interface ListTagsForResourceOutput {
  /** At most 200; keys of 1 to 128, values of 0 to 256 characters. */
  tags: Record<string, string> | undefined;
}
