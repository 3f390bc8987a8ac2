/** Resolvers of the subscriptions: they open streams, and resolve the messages of streams. */
import { Arg, Args, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import {
  Heartbeat,
  ResourceEventMessage,
  ResourceEventSubscriptionArgs,
  ResourceMessage,
  ResourceUpdate,
} from '../schema/live';
import { HistoryCompleteness } from '../schema/resource-event';
import { Needs } from '../schema/shared/access';
import { ResolvedField } from '../schema/shared/cost';
import { Resource } from '../schema/shared/resource';
import { BadUserInputError } from '../src/domain/errors';
import { HistoryOffError } from '../src/domain/history-errors';
import { decodeId } from '../src/domain/ids';
import type {
  HeartbeatRecord,
  ResourceEventMessageRecord,
  ResourceMessageRecord,
  ResourceUpdateRecord,
} from '../src/domain/records/live-message';
import { isResourceKind, serviceOf, type ResourceRef } from '../src/domain/resources';
import type { Context } from '../src/graphql/context';
import { callerKey } from '../src/graphql/query-limits/rate-limit';
import type { LiveUpdates, Subscriber } from '../src/live/live-updates';
import type { Stream } from '../src/live/stream';
import { findResource } from '../src/loaders/all';

/** The input that TypeGraphQL passes to `subscribe`. */
interface Subscribe<Arguments> {
  readonly args: Arguments;
  readonly context: Context;
}

@Resolver()
export class LiveResolver {
  @Needs('SCOPE_OF_KIND')
  @Subscription(() => ResourceEventMessage, {
    subscribe: openEvents,
    description:
      'The events of the resources that the caller may read, in order: those behind `after`, and then each event a moment after it was recorded. A reconnect with the last position repeats and loses nothing. It needs the read scope of one service; without a history, it fails with HISTORY_OFF.',
  })
  resourceEvents(
    @Root() message: ResourceEventMessageRecord,
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- declares the arguments, which openEvents gets.
    @Args(() => ResourceEventSubscriptionArgs) _args: ResourceEventSubscriptionArgs,
  ): ResourceEventMessageRecord {
    return message;
  }

  @Needs('SCOPE_OF_KIND')
  @Subscription(() => ResourceMessage, {
    subscribe: openResource,
    description:
      'The resource as it is, from a read of the last second, and again after each of its changes. It needs the read scope of the service of the resource; without a history, it fails with HISTORY_OFF.',
  })
  resource(
    @Root() message: ResourceMessageRecord,
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- declares the argument, which openResource gets.
    @Arg('id', () => ID, { description: 'The global id of the resource.' }) _id: string,
  ): ResourceMessageRecord {
    return message;
  }
}

@Resolver(() => ResourceUpdate)
export class ResourceUpdateResolver {
  @ResolvedField(() => Resource, {
    cost: 'call',
    nullable: true,
    description: 'The resource as AWS shows it after the change; null when AWS does not have it any more.',
  })
  resource(@Root() { ref }: ResourceUpdateRecord, @Ctx() { loaders }: Context) {
    return findResource(loaders, ref);
  }
}

@Resolver(() => Heartbeat)
export class HeartbeatResolver {
  @ResolvedField(() => HistoryCompleteness, {
    cost: 'call',
    nullable: true,
    description:
      'The completeness of the lists that the caller may read, from the heartbeat before, or from the position behind which the stream began; null with an error when the history cannot be read.',
  })
  completeness(@Root() { since }: HeartbeatRecord, @Ctx() { loaders }: Context) {
    return loaders.resourceEvents.completenessSince(since);
  }
}

async function openEvents({ args, context }: Subscribe<ResourceEventSubscriptionArgs>): Promise<Stream> {
  const selection = context.loaders.resourceEvents.selection(args.filter);
  return liveOf(context).events(subscriberOf(context), selection, args.after);
}

async function openResource({ args: { id }, context }: Subscribe<{ readonly id: string }>): Promise<Stream> {
  const ref = resourceRef(id);
  const { services } = context.targets.describe(ref.target);
  if (!services.includes(serviceOf(ref.kind)))
    throw new BadUserInputError('The gateway does not serve the service of the resource in its target.');
  const { access } = context.loaders.resourceEvents.selection({ kinds: [ref.kind] });
  return liveOf(context).resource(subscriberOf(context), ref, access);
}

/** Throws BadUserInputError for an id of something else. */
function resourceRef(id: string): ResourceRef {
  const ref = decodeId(id);
  if (isResourceKind(ref.kind)) return ref as ResourceRef;
  throw new BadUserInputError(
    `The id identifies a ${ref.kind}: subscribe to a job, a member, a mailbox export job or a case.`,
  );
}

function liveOf({ live }: Context): LiveUpdates {
  if (live === undefined) throw new HistoryOffError();
  return live;
}

function subscriberOf({ call: { principal, sourceAddress } }: Context): Subscriber {
  return { principal, caller: callerKey({ principal, address: sourceAddress }) };
}
