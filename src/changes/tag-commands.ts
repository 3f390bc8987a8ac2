/** Commands on the tags of resources of all kinds: tag and untag. */
import type { Adapters } from '../aws/adapters/all';
import { withFreshReads, type CallContext } from '../aws/client/call-context';
import { MACIE_TAG_OPERATIONS, SECURITY_IR_TAG_OPERATIONS } from '../aws/adapters/tag-operations';
import type { TaggedResource } from '../aws/adapters/tags';
import { AwsError, BadUserInputError } from '../domain/errors';
import { decodeResourceId } from '../domain/ids';
import type { RefOf, ResourceRef } from '../domain/resources';
import { taggingRules, untaggingRules } from '../input-rules/tags';
import { readable } from '../domain/records/unreadable';
import type { TagRecord } from '../domain/records/tag';
import type { ResourceInput, CommandResult, CommandRunner } from './command-runner';

/** Milliseconds for the read of the ARN of the resource. */
const READ_DEADLINE_MS = 10_000;

export type TaggedRef = RefOf<'ClassificationJob'> | RefOf<'MacieMember'> | RefOf<'SecurityCase'>;

/** The operations on tags, for each kind of resource that has tags. */
const TAG_OPERATIONS = {
  ClassificationJob: MACIE_TAG_OPERATIONS,
  MacieMember: MACIE_TAG_OPERATIONS,
  SecurityCase: SECURITY_IR_TAG_OPERATIONS,
} as const satisfies Record<TaggedRef['kind'], unknown>;

function operationsOf(name: 'TagResource' | 'UntagResource') {
  const { ClassificationJob, MacieMember, SecurityCase } = TAG_OPERATIONS;
  return {
    ClassificationJob: ClassificationJob[name],
    MacieMember: MacieMember[name],
    SecurityCase: SecurityCase[name],
  };
}

export class TagCommands {
  constructor(
    private readonly adapters: Adapters,
    private readonly runner: CommandRunner,
  ) {}

  /** TagResource, after a read of the ARN of the resource. */
  tag(
    input: ResourceInput & { readonly tags: readonly TagRecord[] },
    call: CallContext,
  ): Promise<CommandResult<TaggedRef>> {
    return this.runner.change(
      {
        mutation: 'tagResource',
        operations: operationsOf('TagResource'),
        find: taggedRef,
        input,
        rules: taggingRules,
        prepare: (ref, readCall) => this.locate(ref, readCall),
        send: async ({ ref, resource }, _clientToken, sendCall) => {
          await this.adapters.tags.tag(resource, input.tags, sendCall);
          return ref;
        },
      },
      call,
    );
  }

  /** UntagResource, after a read of the ARN of the resource. */
  untag(
    input: ResourceInput & { readonly tagKeys: readonly string[] },
    call: CallContext,
  ): Promise<CommandResult<TaggedRef>> {
    return this.runner.change(
      {
        mutation: 'untagResource',
        operations: operationsOf('UntagResource'),
        find: taggedRef,
        input,
        rules: untaggingRules,
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
    const service = TAG_OPERATIONS[ref.kind].TagResource.service;
    const arn = await this.readArn(ref, withFreshReads(call, AbortSignal.timeout(READ_DEADLINE_MS)));
    if (arn !== undefined) return { ref, resource: { target, service, arn } };
    throw new AwsError('AWS_NOT_FOUND', { service, operation: 'TagResource', target, notApplied: true });
  }

  private async readArn(ref: TaggedRef, call: CallContext): Promise<string | undefined> {
    switch (ref.kind) {
      case 'ClassificationJob':
        return arnOf(await this.adapters.ClassificationJob.get(ref, call));
      case 'MacieMember':
        return arnOf(await this.adapters.MacieMember.get(ref, call));
      case 'SecurityCase':
        return arnOf(await this.adapters.SecurityCase.get(ref, call));
    }
  }
}

function taggedRef(id: string): TaggedRef {
  const ref = decodeResourceId(id);
  if (!isTagged(ref)) throw new BadUserInputError(`A ${ref.kind} has no tags.`);
  return ref;
}

function isTagged(ref: ResourceRef): ref is TaggedRef {
  return Object.hasOwn(TAG_OPERATIONS, ref.kind);
}

function arnOf(resource: { readonly arn?: string | undefined } | undefined): string | undefined {
  return resource && readable(resource, 'arn');
}
