/** The record of a tag of an AWS resource. */

export interface TagRecord {
  readonly key: string;
  readonly value: string;
}
