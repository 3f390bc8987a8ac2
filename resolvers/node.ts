/** Resolvers of node and nodes: objects by global id. */
import { Arg, Ctx, ID, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../schema/shared/access';
import { ResolvedField } from '../schema/shared/cost';
import { Node } from '../schema/shared/node';
import type { Context } from '../src/graphql/context';
import { BadUserInputError } from '../src/domain/errors';
import { decodeId, encodeId } from '../src/domain/ids';
import { isNodeRef, OBJECTS, type NodeRef } from '../src/domain/resources';
import { findObject } from '../src/loaders/all';
import { findTarget } from './target';

const MAX_IDS = 100;

@Resolver(() => Node)
export class NodeResolver {
  @ResolvedField(() => ID, { cost: 'field' })
  id(@Root() ref: NodeRef): string {
    return encodeId(ref);
  }

  @Needs('SCOPE_OF_KIND')
  @Query(() => Node, {
    nullable: true,
    description:
      'The object with this global id; null when AWS or the audit trail does not have it. It needs the scope that the type of the object needs.',
  })
  node(@Arg('id', () => ID, { description: 'The global id.' }) id: string, @Ctx() context: Context) {
    return find(id, context);
  }

  @Needs('SCOPE_OF_KIND')
  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description:
      'The objects with these global ids, in the order of the ids; null for an object that AWS or the audit trail does not have.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `The global ids, at most ${MAX_IDS}.` }) ids: readonly string[],
    @Ctx() context: Context,
  ) {
    if (ids.length > MAX_IDS) {
      throw new BadUserInputError(`ids has ${ids.length} entries; at most ${MAX_IDS} are allowed.`);
    }
    return ids.map((id) => find(id, context));
  }
}

/** Async, so that an invalid id fails only its own entry of nodes. */
async function find(id: string, context: Context): Promise<unknown> {
  const ref = decodeId(id);
  if (!isNodeRef(ref)) {
    throw new BadUserInputError(
      `The id identifies an object of the type ${ref.kind}, which node does not find: read it in ${OBJECTS[ref.kind].readIn}.`,
    );
  }
  if (ref.kind === 'Target') return findTarget(ref.target, context);
  return await findObject(context.loaders, ref);
}
