/** The type of targets: the AWS accounts and regions that the gateway serves. */
import { Field, ObjectType } from 'type-graphql';
import type { ServiceName } from '../../src/domain/services';
import { Needs } from './access';
import { AwsServiceEnum } from './aws-service';
import { Node } from './node';
import { AwsAccountId } from './scalars';

@Needs('NOTHING')
@ObjectType({ implements: Node, description: 'An AWS account and region that the gateway serves.' })
export class Target extends Node {
  readonly kind!: 'Target';
  readonly target!: string;

  @Field(() => String, { description: 'The name of the target, which arguments and filters use.' })
  readonly name!: string;

  @Field(() => AwsAccountId, {
    nullable: true,
    description:
      'The id of the AWS account, from the configuration of the target; null when the configuration does not state it. The gateway makes no AWS call for it.',
  })
  readonly accountId: string | undefined;

  @Field(() => String, { description: 'The AWS region.' })
  readonly region!: string;

  @Field(() => [AwsServiceEnum], { description: 'The AWS services that the gateway calls in this target.' })
  readonly services!: readonly ServiceName[];

  @Field(() => Boolean, {
    description: 'True when the gateway runs on its AWS emulator, which generates the data.',
  })
  readonly emulated!: boolean;
}
