/** The types of the resource history: what changed on resources, and whether the history has seen everything. */
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import type {
  HistoryCompletenessRecord,
  HistoryGapReason,
  HistoryGapRecord,
  HistorySourceRecord,
} from '../src/domain/records/history-completeness';
import type {
  FieldChangeRecord,
  ResourceEventCause,
  ResourceEventConditions,
  ResourceEventRecord,
  ResourceEventType,
} from '../src/domain/records/resource-event';
import type { ResourceKind } from '../src/domain/resources';
import { HistoryEntry } from './history-entry';
import { Needs } from './shared/access';
import { PageArgs, storedConnectionOf } from './shared/connection';
import { DateTime } from './shared/date-time';
import { enumType } from './shared/enum-type';
import { DateTimeFilter } from './shared/filters';
import { nullable } from './shared/nullable';
import { ResourceKindEnum } from './shared/resource-kind';

export const ResourceEventTypeEnum = enumType<ResourceEventType>(
  'ResourceEventType',
  'What happened to a resource.',
  {
    CREATED: 'The resource appeared in the list of AWS.',
    CHANGED: 'Fields of the resource changed.',
    DISAPPEARED: 'AWS does not have the resource any more.',
  },
);

export const ResourceEventCauseEnum = enumType<ResourceEventCause>(
  'ResourceEventCause',
  'Whether the gateway made a change.',
  {
    OBSERVED: 'The gateway saw the change in AWS and did not make it.',
    GATEWAY: 'The gateway made the change, or AWS made it together with a change of the gateway.',
  },
);

export const HistoryGapReasonEnum = enumType<HistoryGapReason>(
  'HistoryGapReason',
  'Why the history lacks events of a time.',
  {
    NOT_WATCHED: 'No gateway watched the list.',
    READ_FAILED: 'AWS did not let the gateway read the list.',
    PRUNED: 'The gateway deleted the events because of their age.',
  },
);

@Needs('SCOPE_OF_KIND')
@ObjectType({ description: 'The change of one field of a resource.' })
export class FieldChange implements FieldChangeRecord {
  @Field(() => String, {
    description:
      'The name of the field in the schema, such as status; a dot precedes the name of a nested field.',
  })
  readonly field!: string;

  @Field(
    () => String,
    nullable(
      'The value before the change as text: times by RFC 3339, lists and objects as JSON; null without a value, and for a redacted one.',
    ),
  )
  readonly before: string | undefined;

  @Field(
    () => String,
    nullable('The value after the change, as before; null without a value, and for a redacted one.'),
  )
  readonly after: string | undefined;

  @Field(() => Boolean, {
    description:
      'True for texts that people wrote, such as the title of a case: the history records only that they changed.',
  })
  readonly redacted!: boolean;
}

@Needs('SCOPE_OF_KIND')
@ObjectType({
  implements: HistoryEntry,
  description: 'An event of the resource history: something happened to a resource.',
})
export class ResourceEvent extends HistoryEntry implements ResourceEventRecord {
  @Field(() => String, {
    description: 'The position of the event in the history: an opaque string, unique among all events.',
  })
  readonly position!: string;

  @Field(() => DateTime, {
    description:
      'The time of the AWS response that showed the change, or of the change that the gateway made; a change happened between this time and the look before it.',
  })
  readonly observedAt!: Date;

  @Field(() => ResourceEventTypeEnum, { description: 'What happened to the resource.' })
  readonly type!: ResourceEventType;

  @Field(() => ResourceEventCauseEnum, { description: 'Whether the gateway made the change.' })
  readonly cause!: ResourceEventCause;

  @Field(() => ResourceKindEnum, { description: 'The kind of the resource.' })
  readonly kind!: ResourceKind;

  readonly target!: string;

  @Field(() => String, {
    description: 'The global id of the resource, also of one that AWS does not have any more.',
  })
  readonly resourceId!: string;

  @Field(() => [FieldChange], {
    description:
      'The fields that changed; for a new resource all fields with a value, and none when it disappeared.',
  })
  readonly changes!: readonly FieldChange[];

  readonly changeId: string | undefined;

  readonly actor: string | undefined;
}

@Needs('NOTHING')
@ObjectType({ description: 'A time for which the history lacks events of a list.' })
export class HistoryGap implements HistoryGapRecord {
  @Field(() => DateTime, { description: 'The time of the last look before the gap.' })
  readonly startedAt!: Date;

  @Field(
    () => DateTime,
    nullable('The time of the first look after the gap; null while nobody watches the list.'),
  )
  readonly endedAt: Date | undefined;

  @Field(() => HistoryGapReasonEnum, { description: 'Why events are missing.' })
  readonly reason!: HistoryGapReason;
}

@Needs('NOTHING')
@ObjectType({ description: 'A list of AWS that the history watches: one kind of resource in one target.' })
export class HistorySource implements HistorySourceRecord {
  readonly target!: string;

  @Field(() => ResourceKindEnum, { description: 'The kind of the resources in the list.' })
  readonly kind!: ResourceKind;

  @Field(
    () => DateTime,
    nullable(
      'The time of the first complete look at the list; null before it. The history has no earlier events.',
    ),
  )
  readonly watchedSince: Date | undefined;

  @Field(() => DateTime, nullable('The time of the last look at the list; null before the first one.'))
  readonly observedAt: Date | undefined;

  @Field(() => Int, nullable('The longest time between two looks, in seconds; null before the first one.'))
  readonly intervalSeconds: number | undefined;

  @Field(() => [HistoryGap], {
    description:
      'The gaps in the range of the page, newest first, at most the newest 50 beside the current one and that of deleted events.',
  })
  readonly gaps!: readonly HistoryGap[];
}

@Needs('NOTHING')
@ObjectType({
  description: 'The completeness of a page of events: since when and how often the lists are watched.',
})
export class HistoryCompleteness implements HistoryCompletenessRecord {
  @Field(() => Boolean, {
    description:
      'True only if every list that the filter covers is watched, is not late, and has no gap in the range. The range begins with the filter or where the cursor of the page before it ended; without both, with the oldest event.',
  })
  readonly complete!: boolean;

  @Field(() => [HistorySource], {
    description:
      'The lists that the filter covers, of the kinds and targets that the caller may read and that the gateway serves now.',
  })
  readonly sources!: readonly HistorySource[];
}

export const ResourceEventConnection = storedConnectionOf(ResourceEvent, HistoryCompleteness);

export const HistoryEntryConnection = storedConnectionOf(HistoryEntry, HistoryCompleteness);

@InputType({ description: 'Conditions that select the events that match all of them.' })
export class ResourceEventFilter implements ResourceEventConditions {
  @Field(() => [String], nullable('The target has one of these names.'))
  readonly targets?: readonly string[] | null;

  @Field(() => [ResourceKindEnum], nullable('The kind of the resource is one of these values.'))
  readonly kinds?: readonly ResourceKind[] | null;

  @Field(() => [ResourceEventTypeEnum], nullable('The type is one of these values.'))
  readonly types?: readonly ResourceEventType[] | null;

  @Field(() => [String], nullable('One of these fields changed, such as status.'))
  readonly fields?: readonly string[] | null;

  @Field(
    () => [String],
    nullable(
      'The gateway made the change for one of these callers, whose names are the actors of the audit trail; needs the scope audit:read.',
    ),
  )
  readonly actors?: readonly string[] | null;

  @Field(() => DateTimeFilter, nullable('Conditions on observedAt.'))
  readonly time?: DateTimeFilter | null;
}

@ArgsType()
export class ResourceEventsArgs extends PageArgs {
  @Field(() => ResourceEventFilter, nullable('Selects the events to return; defaults to all events.'))
  readonly filter?: ResourceEventFilter | null;
}
