/** Resolvers of the tag mutations for all resource kinds. */
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Needs } from '../schema/shared/access';
import { INPUT_ARGUMENT } from '../schema/shared/arguments';
import {
  TagResourceInput,
  TagResourcePayload,
  UntagResourceInput,
  UntagResourcePayload,
} from '../schema/tagging';
import type { TaggedRef } from '../src/changes/tag-commands';
import type { CommandResult } from '../src/changes/command-runner';
import type { Context } from '../src/graphql/context';
import { findResource } from '../src/loaders/all';
import { toCommandPayload } from './command-payload';

@Resolver()
export class TaggingResolver {
  @Needs('SCOPE_OF_KIND')
  @Mutation(() => TagResourcePayload, {
    nullable: true,
    description: 'Adds tags to a resource, or changes the values of its tags (TagResource).',
  })
  async tagResource(
    @Arg('input', () => TagResourceInput, INPUT_ARGUMENT) input: TagResourceInput,
    @Ctx() context: Context,
  ) {
    return toPayload(await context.commands.tags.tag(input, context.call), context);
  }

  @Needs('SCOPE_OF_KIND')
  @Mutation(() => UntagResourcePayload, {
    nullable: true,
    description: 'Removes tags from a resource (UntagResource).',
  })
  async untagResource(
    @Arg('input', () => UntagResourceInput, INPUT_ARGUMENT) input: UntagResourceInput,
    @Ctx() context: Context,
  ) {
    return toPayload(await context.commands.tags.untag(input, context.call), context);
  }
}

function toPayload(result: CommandResult<TaggedRef>, { loaders }: Context) {
  return {
    ...toCommandPayload(result, loaders),
    get resource() {
      return result.value && findResource(loaders, result.value);
    },
  };
}
