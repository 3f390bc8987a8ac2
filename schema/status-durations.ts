/** The types of the time that a resource spent in each status. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { StatusDurationRecord, StatusDurationsRecord } from '../src/domain/records/status-durations';
import { HistoryCompleteness } from './resource-event';
import { Needs } from './shared/access';
import { DateTime } from './shared/date-time';
import { nullable } from './shared/nullable';

@Needs('NOTHING')
@ObjectType({ description: 'The time that a resource spent in one status.' })
export class StatusDuration implements StatusDurationRecord {
  @Field(() => String, { description: 'The status, as in the field status of the resource.' })
  readonly status!: string;

  @Field(() => Int, { description: 'The seconds of all stays in the status together, until now.' })
  readonly seconds!: number;
}

@Needs('NOTHING')
@ObjectType({
  description:
    'The time that a resource spent in each status, as far as its history knows it. Times are those of looks at AWS: a change happened up to one interval earlier.',
})
export class StatusDurations implements StatusDurationsRecord {
  @Field(
    () => DateTime,
    nullable('The time since which the durations count; null before the first look at the list.'),
  )
  readonly since: Date | undefined;

  @Field(() => [StatusDuration], {
    description: 'The statuses in the order in which the resource first had them.',
  })
  readonly durations!: readonly StatusDuration[];

  @Field(() => HistoryCompleteness, {
    description: 'Whether the list of the resource was watched all the time since then, with its gaps.',
  })
  readonly completeness!: HistoryCompleteness;
}
