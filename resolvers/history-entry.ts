/** Resolvers of the time line of a resource. */
import { Args, Ctx, Resolver, Root } from 'type-graphql';
import { HistoryEntry } from '../schema/history-entry';
import { HistoryEntryConnection } from '../schema/resource-event';
import { PageArgs } from '../schema/shared/connection';
import { ResolvedField } from '../schema/shared/cost';
import { DateTime } from '../schema/shared/date-time';
import { Resource } from '../schema/shared/resource';
import { StatusDurations } from '../schema/status-durations';
import type { ResourceRef } from '../src/domain/resources';
import type { TransitionState } from '../src/domain/transitions/available';
import type { Context } from '../src/graphql/context';
import { timeOf, type HistoryEntryRecord } from '../src/loaders/resource-history';

@Resolver(() => HistoryEntry)
export class HistoryEntryResolver {
  @ResolvedField(() => DateTime, {
    cost: 'field',
    description:
      'The time of the entry on the time line of a resource: observedAt of an event, createdAt of an audit entry.',
  })
  recordedAt(@Root() entry: HistoryEntryRecord): Date {
    return timeOf(entry);
  }
}

@Resolver(() => Resource)
export class ResourceHistoryResolver {
  @ResolvedField(() => HistoryEntryConnection, {
    cost: 'call',
    nullable: true,
    description:
      'The time line of the resource, newest first: its events, and for callers with the scope audit:read the mutations that callers requested for it; without the scope only the events. A page ends early once its entries exceed 1 MB. Without a history, it fails with HISTORY_OFF.',
  })
  history(@Root() ref: ResourceRef, @Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: Context) {
    return loaders.resourceHistory.connection(ref, args);
  }

  @ResolvedField(() => StatusDurations, {
    cost: 'call',
    nullable: true,
    description:
      'The time that the resource spent in each status, from its newest 1,000 events. Without a history, it fails with HISTORY_OFF.',
  })
  statusDurations(@Root() resource: ResourceRef & TransitionState, @Ctx() { loaders }: Context) {
    return loaders.resourceHistory.statusDurations(resource, resource.status);
  }
}
