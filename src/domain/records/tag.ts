/** Tags of AWS resources. */

export interface TagRecord {
  readonly key: string;
  readonly value: string;
}
