/** Look-ahead: it derives from the selection which details the rows of a connection need, and fetches them while other rows are still being read. */
import { getArgumentValues, type GraphQLResolveInfo } from 'graphql';
import type { Context } from '../src/graphql/context';
import { withDefaults } from '../src/graphql/argument-defaults';
import { maySelect } from '../src/graphql/field-rules';
import { fetchAhead } from '../src/loaders/item-loader';
import type { WithDetail } from '../src/domain/records/detail';
import { planOf } from './selection-plan';

/** A selected field of a node. */
export interface Selection {
  readonly args: Readonly<Record<string, unknown>>;
  /** The names of the fields selected below it, at any depth. */
  readonly fieldNames: ReadonlySet<string>;
}

/** The fetch for each field of a node that has one. Look-ahead ignores rejections, because the resolver of the field receives them again. */
export type Relations<Row> = Readonly<Record<string, (row: Row, selection: Selection) => Promise<unknown>>>;

/** A function to call for every row; undefined when the selected fields need no further calls. */
export function lookAhead<Row extends WithDetail<object, unknown>>(
  info: GraphQLResolveInfo,
  { call: { principal } }: Context,
  relations: Relations<Row> = {},
): ((row: Row) => void) | undefined {
  const { detailFields, parents } = planOf(info);
  const steps: ((row: Row) => void)[] = [];
  // Fields that the caller may not select are not fetched.
  if (detailFields.some((field) => maySelect(principal, field))) steps.push(fetchAhead);
  for (const { field, node, fieldNames } of parents) {
    const relation = relations[field.name];
    if (relation === undefined || !maySelect(principal, field)) continue;
    const args = withDefaults(field.args, getArgumentValues(field, node, info.variableValues));
    steps.push((row) => void relation(row, { args, fieldNames }).catch(() => undefined));
  }
  if (steps.length === 0) return undefined;
  return (row) => {
    for (const step of steps) step(row);
  };
}

/** True when the request selects the total count of a connection. */
export function selectsTotalCount(info: GraphQLResolveInfo): boolean {
  return planOf(info).selectsTotalCount;
}
