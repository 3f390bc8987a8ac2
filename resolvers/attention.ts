/** Resolvers of the attention queue. */
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver, Root } from 'type-graphql';
import {
  AttentionArgs,
  AttentionItem,
  AttentionItemConnection,
  UnavailableReason,
} from '../schema/attention';
import { AuditEntry } from '../schema/audit-entry';
import { Needs } from '../schema/shared/access';
import { Costs, ResolvedField } from '../schema/shared/cost';
import { Resource } from '../schema/shared/resource';
import { Target } from '../schema/shared/target';
import { Transition } from '../schema/shared/transition';
import type { AttentionItemRecord, UnavailableReasonRecord } from '../src/domain/attention/item';
import { availableTransitions } from '../src/domain/transitions/available';
import type { Context } from '../src/graphql/context';
import { findServedResource } from '../src/loaders/all';
import { presentResource, type LoadedResource } from '../src/loaders/present-resource';
import { selectsTotalCount } from './look-ahead';
import { findTarget } from './target';
import { toTransitions } from './transitions';

@Resolver(() => AttentionItem)
export class AttentionResolver {
  @Needs('SCOPE_OF_KIND')
  @Costs('overview')
  @Query(() => AttentionItemConnection, {
    nullable: true,
    description:
      'What needs a person, by dueAt and then by since, both with null last: one item for each reason of a resource or change. The gateway reads the lists that the reasons need, once each and without details (ListClassificationJobs, ListMembers, ListOrganizations, ListMailboxExportJobs, ListCases), at most 100 pages of each kind and one of each target. It needs the read scope of one service, and returns only items of kinds within the scopes of the caller.',
  })
  attention(
    @Args(() => AttentionArgs) args: AttentionArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.attention.connection(args, { countsRows: selectsTotalCount(info) });
  }

  @ResolvedField(() => Resource, {
    cost: 'detail',
    nullable: true,
    description:
      'The resource; null for a change that created none or whose resource AWS does not have any more. Only the resources of changes need a call.',
  })
  resource(@Root() item: AttentionItemRecord, @Ctx() context: Context) {
    return resourceOf(item, context);
  }

  @ResolvedField(() => [Transition], {
    cost: 'detail',
    description:
      'The changes that callers may request for the resource now; empty without a resource. Only the resources of changes need a call.',
  })
  async availableTransitions(
    @Root() item: AttentionItemRecord,
    @Ctx() context: Context,
  ): Promise<Transition[]> {
    const resource = await resourceOf(item, context);
    return resource === undefined ? [] : toTransitions(availableTransitions(resource));
  }

  @ResolvedField(() => AuditEntry, {
    cost: 'field',
    nullable: true,
    description: 'The requested change; null for the reasons of resources.',
  })
  auditEntry(@Root() { entry }: AttentionItemRecord) {
    return entry;
  }
}

@Resolver(() => UnavailableReason)
export class UnavailableReasonResolver {
  @ResolvedField(() => Target, {
    cost: 'field',
    nullable: true,
    description: 'The target in which the gateway could not check the reason; null for all targets.',
  })
  target(@Root() { target }: UnavailableReasonRecord, @Ctx() context: Context) {
    return target === undefined ? undefined : findTarget(target, context);
  }
}

/** The row of the list, or the resource that a change concerns or created. */
async function resourceOf(
  { row, entry }: AttentionItemRecord,
  { loaders, targets }: Context,
): Promise<LoadedResource | undefined> {
  if (row !== undefined) return presentResource(loaders, row);
  const resourceId = entry?.resourceId;
  return resourceId === undefined ? undefined : findServedResource(loaders, targets, resourceId);
}
