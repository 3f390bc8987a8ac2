/** The Relay interface Node: objects with a global id that `node` finds. */
import { Field, ID, InterfaceType } from 'type-graphql';
import type { NodeKind } from '../../src/domain/resources';

@InterfaceType({
  description: 'An object with a global id, which the queries node and nodes find.',
  resolveType: ({ kind }: { kind: NodeKind }) => kind,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'The global id: an opaque string, unique among all objects of the schema, that stays the same for as long as the object exists.',
  })
  readonly id?: string;
}
