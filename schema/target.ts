/** The type of targets: the AWS accounts and regions that the gateway serves. */
import { Field, ObjectType } from 'type-graphql';
import type { ServiceName } from '../src/domain/services';
import { Needs } from './shared/access';
import { AwsServiceEnum } from './shared/aws-service';

@Needs('NOTHING')
@ObjectType({ description: 'An AWS account and region that the gateway serves.' })
export class Target {
  @Field(() => String, { description: 'The name of the target.' })
  readonly name!: string;

  @Field(() => String, { description: 'The AWS region.' })
  readonly region!: string;

  @Field(() => [AwsServiceEnum], { description: 'The AWS services that the gateway calls in this target.' })
  readonly services!: readonly ServiceName[];

  @Field(() => Boolean, {
    description: 'True when the gateway runs on its AWS emulator, which generates the data.',
  })
  readonly emulated!: boolean;
}
