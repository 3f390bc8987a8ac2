/** The sort orders of connections. */

export type OrderDirection = 'ASC' | 'DESC';

export interface Ordering<Field extends string> {
  readonly field: Field;
  /** Null means the default, ASC. */
  readonly direction?: OrderDirection | null | undefined;
}
