/** The Relay interface Node: resources with a global id. */
import { Field, ID, InterfaceType } from 'type-graphql';
import type { ResourceKind } from '../../src/domain/resources';

@InterfaceType({
  description: 'A resource with a global id.',
  resolveType: ({ kind }: { kind: ResourceKind }) => kind,
})
export abstract class Node {
  @Field(() => ID, {
    description: 'The global id: an opaque string that stays the same for as long as AWS keeps the resource.',
  })
  readonly id?: string;
}
