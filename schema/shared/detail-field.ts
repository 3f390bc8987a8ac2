/** Detail fields, which AWS list operations omit. Selecting any of them costs one detail call per resource and request. */
import { Extensions, Field, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import type { WithDetail } from '../../src/domain/records/detail';
import { readable } from '../../src/domain/records/unreadable';

/** The mark of detail fields in the extensions of the GraphQL schema, which the look-ahead of the resolvers reads. */
export const NEEDS_DETAIL = { needsDetail: true } as const;

type ReturnType = NonNullable<Parameters<typeof Field>[0]>;

/** A nullable field that returns the member of the same name of the resource's detail record. */
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
  return readable(await detail(), info.fieldName);
};
