/** Status changes: the common input and payload fields, and the change with its outcome. */
import { Field, InputType, ObjectType } from 'type-graphql';
import type { ConsequenceCode } from '../../src/domain/transitions/table';
import { Needs } from './access';
import { MutationPayload, ResourceMutationInput } from './mutation';
import { Consequence, ConsequenceCodeEnum } from './transition';

@Needs('NOTHING')
@ObjectType({ description: 'A requested status change.' })
export class StatusChange {
  @Field(() => String, { description: 'The status before the change, read from AWS for this request.' })
  readonly from!: string;

  @Field(() => String, { description: 'The requested status.' })
  readonly to!: string;

  @Field(() => [Consequence], {
    description: 'The consequences of the change; empty when the current status does not allow the change.',
  })
  readonly consequences!: readonly Consequence[];
}

@InputType()
export abstract class StatusChangeInput extends ResourceMutationInput {
  @Field(() => [ConsequenceCodeEnum], {
    nullable: true,
    description:
      'The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT.',
  })
  readonly acknowledge?: readonly ConsequenceCode[] | null;
}

@ObjectType({ implements: MutationPayload })
export abstract class StatusChangePayload extends MutationPayload {
  @Field(() => StatusChange, {
    nullable: true,
    description: 'The change; null when the gateway could not read the status of the resource.',
  })
  readonly change: StatusChange | undefined;
}
