/** The types of searches: the resources that a text finds, and the value that matched. */
import { ArgsType, Field, ObjectType } from 'type-graphql';
import type { SearchHitField } from '../src/domain/records/search-hit';
import type { ResourceKind } from '../src/domain/resources';
import { Needs } from './shared/access';
import { ConnectionArgs, foundConnectionOf } from './shared/connection';
import { enumType } from './shared/enum-type';
import { nullable } from './shared/nullable';
import { ResourceKindEnum } from './shared/resource-kind';

export const SearchHitFieldEnum = enumType<SearchHitField>(
  'SearchHitField',
  'What a search compares with its text.',
  {
    ID: 'The global id, or the AWS id of a classification job, a mailbox export job or a case.',
    ARN: 'The ARN of the resource.',
    ACCOUNT_ID: 'The account id of a Macie member.',
    NAME: 'The name of a classification job.',
    TITLE: 'The title of a case.',
    EMAIL: 'The email address of a Macie member.',
    BUCKET_NAME:
      'A bucket that a classification job names in bucketDefinitions, or by S3_BUCKET_NAME in bucketCriteria, or to which a mailbox export job writes.',
    ENTITY_ID: 'The id of the user or resource whose mailbox a mailbox export job exports (EntityId).',
  },
);

@Needs('SCOPE_OF_KIND')
@ObjectType({ description: 'A resource that a search found.' })
export class SearchHit {
  @Field(() => SearchHitFieldEnum, {
    description: 'What matched the text: of several matches, the best one in the order of search.',
  })
  readonly matchedField!: SearchHitField;

  @Field(() => String, {
    description:
      'The value that matched, as AWS spells it, such as one of the buckets of a job; for ID, ARN and a look-up of an account, the text of the search.',
  })
  readonly matchedText!: string;
}

export const SearchHitConnection = foundConnectionOf(SearchHit);

@ArgsType()
export class SearchArgs extends ConnectionArgs {
  @Field(() => String, {
    description:
      'The text to find, 2 to 200 characters without the white space around it. Case does not matter, except in ids.',
  })
  readonly text!: string;

  @Field(
    () => [ResourceKindEnum],
    nullable('The kinds of resources to find; defaults to all kinds that the caller may read.'),
  )
  readonly kinds?: readonly ResourceKind[] | null;
}
