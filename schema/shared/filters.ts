/** Filters on texts and times, which the filters of resources are made of. */
import { Field, GraphQLISODateTime, InputType } from 'type-graphql';
import type { DateTimeConditions, StringConditions } from '../../src/domain/records/conditions';

@InputType({ description: 'Conditions on a text, all of which must hold.' })
export class StringFilter implements StringConditions {
  @Field(() => String, { nullable: true, description: 'The text is this.' })
  readonly eq?: string | null;

  @Field(() => String, { nullable: true, description: 'The text contains this.' })
  readonly contains?: string | null;

  @Field(() => String, { nullable: true, description: 'The text starts with this.' })
  readonly startsWith?: string | null;
}

@InputType({ description: 'Conditions on a time, all of which must hold.' })
export class DateTimeFilter implements DateTimeConditions {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'At this time.' })
  readonly eq?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'After this time.' })
  readonly gt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'At or after this time.' })
  readonly gte?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Before this time.' })
  readonly lt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'At or before this time.' })
  readonly lte?: Date | null;
}
