/** The types of tags of AWS resources. */
import { Field, InputType, ObjectType } from 'type-graphql';
import type { TagRecord } from '../../src/domain/records/tag';
import { Needs } from './access';

@Needs('NOTHING')
@ObjectType({ description: 'A tag of an AWS resource.' })
export class Tag implements TagRecord {
  @Field(() => String, { description: 'The tag key, unique within the resource.' })
  readonly key!: string;

  @Field(() => String, { description: 'The tag value, which may be empty.' })
  readonly value!: string;
}

@InputType({ description: 'A tag to add to an AWS resource.' })
export class TagInput implements TagRecord {
  @Field(() => String, { description: 'The tag key, 1 to 128 characters.' })
  readonly key!: string;

  @Field(() => String, { description: 'The tag value, up to 256 characters.' })
  readonly value!: string;
}
