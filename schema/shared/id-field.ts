/** The global id of objects that are no nodes. */
import { Field, ID, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import { encodeId } from '../../src/domain/ids';
import type { IdRef } from '../../src/domain/resources';

/** A field `id` that returns the global id of the record, for normalized caches; `node` does not find the object. */
export function IdField(description: string): PropertyDecorator {
  const field = Field(() => ID, { description });
  const middleware = UseMiddleware(fromKeys);
  return (prototype, name) => {
    field(prototype, name as string);
    middleware(prototype, name);
  };
}

const fromKeys: MiddlewareFn = ({ root }) => Promise.resolve(encodeId(root as IdRef));
