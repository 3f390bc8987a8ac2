/** The direction of a sort order, and the description of orders that the gateway makes. */
import { Field, InputType } from 'type-graphql';
import type { OrderDirection } from '../../src/domain/records/order';
import { enumType } from './enum-type';

const OrderDirectionEnum = enumType<OrderDirection>('OrderDirection', 'The sort direction.', {
  ASC: 'The smallest or earliest value comes first.',
  DESC: 'The largest or latest value comes first.',
});

@InputType()
export abstract class OrderInput {
  @Field(() => OrderDirectionEnum, {
    nullable: true,
    defaultValue: 'ASC',
    description: 'The sort direction; null means ASC.',
  })
  readonly direction?: OrderDirection | null;
}

/** The description of an argument for an order that AWS does not have. @param calls the AWS calls for the whole list. */
export const sortedByGateway = (rows: string, calls: string) =>
  `The sort order of the ${rows} across all targets; missing values come last. AWS cannot sort them, so the first page costs the AWS calls for the whole list of every target (${calls}), and later pages within a minute cost none; a list beyond the scan limit is the error SORT_LIMIT_EXCEEDED.`;
