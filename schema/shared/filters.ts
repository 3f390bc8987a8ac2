/** Filters on strings and times, for the filters of resources. */
import { Field, InputType } from 'type-graphql';
import { DateTime } from './date-time';
import type { DateTimeConditions, StringConditions } from '../../src/domain/records/conditions';

@InputType({ description: 'Conditions on a string; all of them must match.' })
export class StringFilter implements StringConditions {
  @Field(() => String, { nullable: true, description: 'The string equals this value.' })
  readonly eq?: string | null;

  @Field(() => String, { nullable: true, description: 'The string contains this value.' })
  readonly contains?: string | null;

  @Field(() => String, { nullable: true, description: 'The string starts with this value.' })
  readonly startsWith?: string | null;
}

@InputType({ description: 'Conditions on a time; all of them must match.' })
export class DateTimeFilter implements DateTimeConditions {
  @Field(() => DateTime, { nullable: true, description: 'The time equals this value.' })
  readonly eq?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The time is after this value.' })
  readonly gt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The time is at or after this value.' })
  readonly gte?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The time is before this value.' })
  readonly lt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The time is at or before this value.' })
  readonly lte?: Date | null;
}
