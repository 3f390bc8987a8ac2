/** The orders of connections, from the argument `orderBy`. */
import type { OrderDirection, Ordering } from '../domain/records/order';
import type { RowOrder, SortValue } from '../paging/order';

/** The value of a row for each field of an order. */
export type SortValues<Row, Field extends string> = Readonly<Record<Field, (row: Row) => SortValue>>;

/** An order with its direction. */
export interface ResolvedOrdering<Field extends string> extends Ordering<Field> {
  readonly direction: OrderDirection;
}

/** Returns undefined without an order. */
export function resolveOrdering<Field extends string>(
  orderBy: Ordering<Field> | null | undefined,
): ResolvedOrdering<Field> | undefined {
  return orderBy == null ? undefined : { field: orderBy.field, direction: orderBy.direction ?? 'ASC' };
}

/** Returns the order and its identity for the cursors; nothing without an order. */
export function orderOf<Row, Field extends string>(
  ordering: Ordering<Field> | null | undefined,
  values: SortValues<Row, Field>,
  facts: Pick<RowOrder<Row>, 'sortedBy' | 'narrowBy'>,
): { readonly orderBy?: unknown; readonly order?: RowOrder<Row> } {
  const orderBy = resolveOrdering(ordering);
  if (orderBy === undefined) return {};
  const { field, direction } = orderBy;
  return { orderBy, order: { ...facts, valueOf: values[field], direction } };
}

/** Texts are sorted without regard to case. */
export function textValue(text: string | undefined): SortValue {
  return text?.toLowerCase();
}

export function timeValue(time: Date | undefined): SortValue {
  return time?.getTime();
}
