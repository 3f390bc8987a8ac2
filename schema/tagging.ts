/** Tagging resources and taking tags away. */
import { Field, InputType, ObjectType } from 'type-graphql';
import { Needs } from './shared/access';
import { MutationPayload, ResourceMutationInput } from './shared/mutation';
import { Node } from './shared/node';
import { TagInput } from './shared/tag';

@InputType({ description: 'Which resource to tag: a classification job, a member or a case.' })
export class TagResourceInput extends ResourceMutationInput {
  @Field(() => [TagInput], {
    description: 'The tags to give it; a key that it has already gets the new value.',
  })
  readonly tags!: readonly TagInput[];
}

@InputType({ description: 'Which resource to take tags from: a classification job, a member or a case.' })
export class UntagResourceInput extends ResourceMutationInput {
  @Field(() => [String], {
    description: 'The keys of the tags to take away; keys that it lacks do not matter.',
  })
  readonly tagKeys!: readonly string[];
}

@Needs('NOTHING')
@ObjectType({ description: 'What became of tagging a resource.' })
export class TagResourcePayload extends MutationPayload {
  @Field(() => Node, {
    nullable: true,
    description: 'The resource as read from AWS afterwards; null unless the outcome is APPLIED.',
  })
  readonly resource: Node | undefined;
}

@Needs('NOTHING')
@ObjectType({ description: 'What became of taking tags from a resource.' })
export class UntagResourcePayload extends MutationPayload {
  @Field(() => Node, {
    nullable: true,
    description: 'The resource as read from AWS afterwards; null unless the outcome is APPLIED.',
  })
  readonly resource: Node | undefined;
}
