/** Resolvers of the resource history, and of the objects that an event concerns. */
import { Args, Ctx, Query, Resolver, Root } from 'type-graphql';
import { AuditEntry } from '../schema/audit-entry';
import {
  HistorySource,
  ResourceEvent,
  ResourceEventConnection,
  ResourceEventsArgs,
} from '../schema/resource-event';
import { Needs } from '../schema/shared/access';
import { ResolvedField } from '../schema/shared/cost';
import { Resource } from '../schema/shared/resource';
import { Target } from '../schema/shared/target';
import type { ResourceEventRecord } from '../src/domain/records/resource-event';
import type { Context } from '../src/graphql/context';
import { findServedResource } from '../src/loaders/all';
import { findTarget, targetResolverOf } from './target';

@Resolver()
export class ResourceEventsResolver {
  @Needs('SCOPE_OF_KIND')
  @Query(() => ResourceEventConnection, {
    nullable: true,
    description:
      'The events of the resources that the caller may read, oldest first: it needs the read scope of one service, and returns only events of kinds within the scopes of the caller. A page ends early once its events exceed 1 MB. The query reads no AWS service; without a history, it fails with HISTORY_OFF.',
  })
  resourceEvents(@Args(() => ResourceEventsArgs) args: ResourceEventsArgs, @Ctx() { loaders }: Context) {
    return loaders.resourceEvents.connection(args);
  }
}

@Resolver(() => ResourceEvent)
export class ResourceEventResolver {
  @ResolvedField(() => Target, {
    cost: 'field',
    nullable: true,
    description: 'The target that the resource belongs to; null when the target no longer exists.',
  })
  target(@Root() { target }: ResourceEventRecord, @Ctx() context: Context) {
    return findTarget(target, context);
  }

  @ResolvedField(() => Resource, {
    cost: 'call',
    nullable: true,
    description:
      'The resource as it is now; null when AWS does not have it any more, and when the gateway no longer serves it.',
  })
  resource(@Root() { resourceId }: ResourceEventRecord, @Ctx() { loaders, targets }: Context) {
    return findServedResource(loaders, targets, resourceId);
  }

  @ResolvedField(() => AuditEntry, {
    cost: 'call',
    nullable: true,
    description:
      'The mutation of the gateway that made the change; null when the gateway did not make it, and when the audit trail no longer has the mutation.',
  })
  auditEntry(@Root() { changeId }: ResourceEventRecord, @Ctx() { loaders }: Context) {
    return changeId === undefined ? undefined : loaders.auditTrail.find(changeId);
  }
}

export const HistorySourceTargetResolver = targetResolverOf(() => HistorySource, 'The target of the list.');
