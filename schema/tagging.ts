/** The inputs and payloads of tagResource and untagResource. */
import { Field, InputType, ObjectType } from 'type-graphql';
import { Needs } from './shared/access';
import { MutationPayload, ResourceMutationInput } from './shared/mutation';
import { Resource } from './shared/resource';
import { TagInput } from './shared/tag';

@InputType({ description: 'The classification job, member or case to tag.' })
export class TagResourceInput extends ResourceMutationInput {
  @Field(() => [TagInput], {
    description: 'The tags to add; an existing key gets the new value.',
  })
  readonly tags!: readonly TagInput[];
}

@InputType({ description: 'The classification job, member or case to remove tags from.' })
export class UntagResourceInput extends ResourceMutationInput {
  @Field(() => [String], {
    description: 'The keys of the tags to remove; keys that the resource does not have are ignored.',
  })
  readonly tagKeys!: readonly string[];
}

@Needs('NOTHING')
@ObjectType({ implements: MutationPayload, description: 'The result of tagResource.' })
export class TagResourcePayload extends MutationPayload {
  @Field(() => Resource, {
    nullable: true,
    description: 'The resource, read from AWS after the mutation; null unless the outcome is APPLIED.',
  })
  readonly resource: Resource | undefined;
}

@Needs('NOTHING')
@ObjectType({ implements: MutationPayload, description: 'The result of untagResource.' })
export class UntagResourcePayload extends MutationPayload {
  @Field(() => Resource, {
    nullable: true,
    description: 'The resource, read from AWS after the mutation; null unless the outcome is APPLIED.',
  })
  readonly resource: Resource | undefined;
}
