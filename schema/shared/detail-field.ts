/** Fields that AWS's list operations leave out: selecting one costs the resource's detail call, once per request. */
import { Extensions, Field, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import type { WithDetail } from '../../src/domain/records/detail';

/** Marks a field that needs the resource's detail, in the extensions of the GraphQL schema: resolvers look ahead for it. */
export const NEEDS_DETAIL = { needsDetail: true } as const;

type ReturnType = NonNullable<Parameters<typeof Field>[0]>;

/** A nullable field of a resource that is read from its detail record under the field's own name. */
export function DetailField(type: ReturnType, description: string): PropertyDecorator {
  const field = Field(type as () => StringConstructor, { description, nullable: true });
  const middleware = UseMiddleware(fromDetail);
  const mark = Extensions(NEEDS_DETAIL);
  return (prototype, name) => {
    field(prototype, name as string);
    middleware(prototype, name);
    mark(prototype, name as string);
  };
}

const fromDetail: MiddlewareFn = async ({ root, info }) => {
  const { detail } = root as WithDetail<object, Readonly<Record<string, unknown>>>;
  return (await detail())[info.fieldName];
};
