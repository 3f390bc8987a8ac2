/** Resolvers of node and nodes: resources by global id. */
import { Arg, Ctx, ID, Query, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { Node } from '../schema/shared/node';
import type { Context } from '../src/graphql/context';
import { BadUserInputError } from '../src/domain/errors';
import { decodeId, encodeId } from '../src/domain/ids';
import { type ResourceRef } from '../src/domain/resources';
import { findResource } from '../src/loaders/all';

const MAX_IDS = 100;

@Resolver(() => Node)
export class NodeResolver {
  @ResolvedField(() => ID, { cost: 'field' })
  id(@Root() ref: ResourceRef): string {
    return encodeId(ref);
  }

  @Query(() => Node, {
    nullable: true,
    description: 'The resource with this global id; null when AWS does not have it.',
  })
  node(@Arg('id', () => ID, { description: 'The global id.' }) id: string, @Ctx() { loaders }: Context) {
    return findResource(loaders, decodeId(id));
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description:
      'The resources with these global ids, in the order of the ids; null for a resource that AWS does not have.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `The global ids, at most ${MAX_IDS}.` }) ids: readonly string[],
    @Ctx() { loaders }: Context,
  ) {
    if (ids.length > MAX_IDS) {
      throw new BadUserInputError(`ids has ${ids.length} entries; at most ${MAX_IDS} are allowed.`);
    }
    // An async function per id, so that an invalid id fails only its own entry.
    return ids.map(async (id) => findResource(loaders, decodeId(id)));
  }
}
