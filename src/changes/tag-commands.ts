/** Tagging resources and taking tags away, whatever their kind. */
import type { Adapters } from '../aws/adapters/all';
import { withFreshReads, type CallContext } from '../aws/client/call-context';
import type { TaggedResource } from '../aws/adapters/tags';
import { AwsError, BadUserInputError } from '../domain/errors';
import { decodeId } from '../domain/ids';
import { serviceOf, type RefOf } from '../domain/resources';
import { taggingLimits, untaggingLimits } from '../input-rules/tags';
import type { TagRecord } from '../domain/records/tag';
import type { ResourceInput, CommandResult, CommandRunner } from './command-runner';

/** Milliseconds for reading the ARN of the resource. */
const READ_DEADLINE = 10_000;

export type TaggedRef = RefOf<'ClassificationJob'> | RefOf<'MacieMember'> | RefOf<'SecurityCase'>;

export class TagCommands {
  constructor(
    private readonly adapters: Adapters,
    private readonly runner: CommandRunner,
  ) {}

  /** TagResource, after a look at the resource for its ARN. */
  tag(
    input: ResourceInput & { readonly tags: readonly TagRecord[] },
    call: CallContext,
  ): Promise<CommandResult<TaggedRef>> {
    return this.runner.change(
      {
        mutation: 'tagResource',
        operation: 'TagResource',
        find: taggedRef,
        input,
        limits: taggingLimits,
        prepare: (ref, readCall) => this.locate(ref, readCall),
        send: async ({ ref, resource }, _clientToken, sendCall) => {
          await this.adapters.tags.tag(resource, input.tags, sendCall);
          return ref;
        },
      },
      call,
    );
  }

  /** UntagResource, after a look at the resource for its ARN. */
  untag(
    input: ResourceInput & { readonly tagKeys: readonly string[] },
    call: CallContext,
  ): Promise<CommandResult<TaggedRef>> {
    return this.runner.change(
      {
        mutation: 'untagResource',
        operation: 'UntagResource',
        find: taggedRef,
        input,
        limits: untaggingLimits,
        prepare: (ref, readCall) => this.locate(ref, readCall),
        send: async ({ ref, resource }, _clientToken, sendCall) => {
          await this.adapters.tags.untag(resource, input.tagKeys, sendCall);
          return ref;
        },
      },
      call,
    );
  }

  private async locate(
    ref: TaggedRef,
    call: CallContext,
  ): Promise<{ readonly ref: TaggedRef; readonly resource: TaggedResource }> {
    const { target } = ref;
    const service = serviceOf(ref.kind);
    const arn = await this.readArn(ref, withFreshReads(call, AbortSignal.timeout(READ_DEADLINE)));
    if (arn !== undefined) return { ref, resource: { target, service, arn } };
    throw new AwsError('AWS_NOT_FOUND', { service, operation: 'TagResource', target, notApplied: true });
  }

  private async readArn(ref: TaggedRef, call: CallContext): Promise<string | undefined> {
    switch (ref.kind) {
      case 'ClassificationJob':
        return (await this.adapters.ClassificationJob.get(ref, call))?.arn;
      case 'MacieMember':
        return (await this.adapters.MacieMember.get(ref, call))?.arn;
      case 'SecurityCase':
        return (await this.adapters.SecurityCase.get(ref, call))?.arn;
    }
  }
}

function taggedRef(id: string): TaggedRef {
  const ref = decodeId(id);
  if (ref.kind === 'MailboxExportJob') throw new BadUserInputError("WorkMail's export jobs have no tags.");
  return ref;
}
