/** Fields that AWS's list operations leave out: selecting one costs the resource's detail call, once per request. */
import { Field, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import type { WithDetail } from '../../src/records/detail';

type ReturnType = NonNullable<Parameters<typeof Field>[0]>;

/** A nullable field of a resource that is read from its detail record under the field's own name. */
export function DetailField(type: ReturnType, description: string): PropertyDecorator {
  const field = Field(type as () => StringConstructor, { description, nullable: true });
  const middleware = UseMiddleware(fromDetail);
  return (prototype, name) => {
    field(prototype, name as string);
    middleware(prototype, name);
  };
}

const fromDetail: MiddlewareFn = async ({ root, info }) => {
  const { detail } = root as WithDetail<object, Readonly<Record<string, unknown>>>;
  return (await detail())[info.fieldName];
};
