/** The type of an AWS account: what all targets of the caller know about it. */
import { Field, ObjectType } from 'type-graphql';
import { Needs } from './shared/access';
import { AwsAccountId } from './shared/scalars';

@Needs('NOTHING')
@ObjectType({
  description:
    'An AWS account and the resources that concern it, over all targets of the caller. Each field makes the AWS calls that it needs; the account itself needs none.',
})
export class AwsAccount {
  @Field(() => AwsAccountId, { description: 'The id of the account.' })
  readonly accountId!: string;
}
