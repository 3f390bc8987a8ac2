/** Filters on strings and times, for the filters of resources. */
import { Field, InputType } from 'type-graphql';
import { DateOrDateTime } from './date-time';
import type { DateTimeConditions, StringConditions, TimeRange } from '../../src/domain/records/conditions';

@InputType({ description: 'Conditions on a string; all of them must match.' })
export class StringFilter implements StringConditions {
  @Field(() => String, { nullable: true, description: 'The string equals this value.' })
  readonly eq?: string | null;

  @Field(() => String, { nullable: true, description: 'The string contains this value.' })
  readonly contains?: string | null;

  @Field(() => String, { nullable: true, description: 'The string starts with this value.' })
  readonly startsWith?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True to compare without regard to case; the gateway then evaluates the conditions.',
  })
  readonly ignoreCase?: boolean | null;
}

@InputType({
  description: 'Conditions on a time; all of them must match. A date means the whole day in UTC.',
})
export class DateTimeFilter implements DateTimeConditions {
  @Field(() => DateOrDateTime, {
    nullable: true,
    description: 'The time equals this value, or is on this date.',
  })
  readonly eq?: TimeRange | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: 'The time is after this value, or after this date.',
  })
  readonly gt?: TimeRange | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: 'The time is at or after this value, or on or after this date.',
  })
  readonly gte?: TimeRange | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: 'The time is before this value, or before this date.',
  })
  readonly lt?: TimeRange | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: 'The time is at or before this value, or on or before this date.',
  })
  readonly lte?: TimeRange | null;
}
