/** The types of live updates: the messages of the subscriptions. */
import { ArgsType, createUnionType, Field, ObjectType } from 'type-graphql';
import type {
  GapReason,
  GapRecord,
  HeartbeatRecord,
  ResourceEventMessageRecord,
  ResourceMessageRecord,
  ResourceUpdateRecord,
} from '../src/domain/records/live-message';
import type { ResourceEventRecord } from '../src/domain/records/resource-event';
import type { ResourceRef } from '../src/domain/resources';
import { ResourceEvent, ResourceEventFilter } from './resource-event';
import { Needs } from './shared/access';
import { DateTime } from './shared/date-time';
import { enumType } from './shared/enum-type';
import { nullable } from './shared/nullable';

export const GapReasonEnum = enumType<GapReason>('GapReason', 'Why a subscriber did not get events.', {
  SLOW_READER: 'The subscriber read more slowly than events arrived: subscribe again with `after: from`.',
  PRUNED:
    'The gateway does not have the events: it deleted them because of their age, or its history begins later.',
});

@Needs('NOTHING')
@ObjectType({
  description:
    'Events that the subscriber did not get: those with positions behind `from`, up to and including `to`.',
})
export class Gap implements GapRecord {
  @Field(() => String, { description: 'The position behind which events are missing.' })
  readonly from!: string;

  @Field(() => String, { description: 'The position up to which events are missing.' })
  readonly to!: string;

  @Field(() => GapReasonEnum, { description: 'Why the events are missing.' })
  readonly reason!: GapReason;
}

@Needs('NOTHING')
@ObjectType({
  description:
    'A message every 12 seconds, and between the past events and the present: until `time`, the subscriber has every event up to `position`, apart from its gaps. A client that receives no message for 30 seconds should subscribe again.',
})
export class Heartbeat implements HeartbeatRecord {
  @Field(() => String, {
    description: 'The position to continue from, as the argument `after` of the next subscription.',
  })
  readonly position!: string;

  @Field(() => DateTime, { description: 'The time of the heartbeat.' })
  readonly time!: Date;

  readonly since: Date | undefined;
}

@Needs('SCOPE_OF_KIND')
@ObjectType({ description: 'A resource after a change.' })
export class ResourceUpdate implements ResourceUpdateRecord {
  readonly ref!: ResourceRef;

  @Field(
    () => ResourceEvent,
    nullable(
      'The change; null in the first update of a stream, and in an update that replaces those that a slow reader missed.',
    ),
  )
  readonly event: ResourceEventRecord | undefined;
}

export const ResourceEventMessage = createUnionType({
  name: 'ResourceEventMessage',
  description: 'A message of the subscription `resourceEvents`.',
  types: () => [ResourceEvent, Gap, Heartbeat] as const,
  resolveType: (message: ResourceEventMessageRecord) => {
    if ('reason' in message) return Gap.name;
    return 'changes' in message ? ResourceEvent.name : Heartbeat.name;
  },
});

export const ResourceMessage = createUnionType({
  name: 'ResourceMessage',
  description: 'A message of the subscription `resource`.',
  types: () => [ResourceUpdate, Heartbeat] as const,
  resolveType: (message: ResourceMessageRecord) => ('ref' in message ? ResourceUpdate.name : Heartbeat.name),
});

@ArgsType()
export class ResourceEventSubscriptionArgs {
  @Field(
    () => String,
    nullable(
      'The position of the last message that the subscriber received: the stream continues behind it. Without it, the stream begins with the next event.',
    ),
  )
  readonly after?: string | null;

  @Field(() => ResourceEventFilter, nullable('Selects the events to send; defaults to all events.'))
  readonly filter?: ResourceEventFilter | null;
}
