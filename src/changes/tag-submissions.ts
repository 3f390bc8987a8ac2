/** Tagging resources and taking tags away, whatever their kind. */
import type { Adapters } from '../aws/all';
import type { TaggedResource } from '../aws/tags';
import { AwsError, BadUserInputError } from '../errors';
import { decodeId, SERVICE_OF_KIND, type RefOf } from '../ids';
import { taggingLimits, untaggingLimits } from '../limits/tags';
import type { TagRecord } from '../records/tag';
import type { ResourceInput, SubmissionResult, Submitter } from './submission';

/** Milliseconds for reading the ARN of the resource. */
const READ_DEADLINE = 10_000;

export type TaggedRef = RefOf<'ClassificationJob'> | RefOf<'MacieMember'> | RefOf<'SecurityCase'>;

export class TagSubmissions {
  constructor(
    private readonly adapters: Adapters,
    private readonly submitter: Submitter,
  ) {}

  /** TagResource, after a look at the resource for its ARN. */
  tag(input: ResourceInput & { readonly tags: readonly TagRecord[] }): Promise<SubmissionResult<TaggedRef>> {
    return this.submitter.change({
      find: taggedRef,
      input,
      limits: taggingLimits,
      send: async (ref) => {
        await this.adapters.tags.tag(await this.locate(ref), input.tags);
        return ref;
      },
    });
  }

  /** UntagResource, after a look at the resource for its ARN. */
  untag(
    input: ResourceInput & { readonly tagKeys: readonly string[] },
  ): Promise<SubmissionResult<TaggedRef>> {
    return this.submitter.change({
      find: taggedRef,
      input,
      limits: untaggingLimits,
      send: async (ref) => {
        await this.adapters.tags.untag(await this.locate(ref), input.tagKeys);
        return ref;
      },
    });
  }

  /** Throws AwsError that says that nothing was applied: nothing has been sent by then. */
  private async locate(ref: TaggedRef): Promise<TaggedResource> {
    const { target } = ref;
    const service = SERVICE_OF_KIND[ref.kind];
    const arn = await this.readArn(ref).catch((error: unknown) => {
      if (!(error instanceof AwsError)) throw error;
      throw new AwsError(error.code, { ...error.details, notApplied: true }, { cause: error });
    });
    if (arn !== undefined) return { target, service, arn };
    throw new AwsError('AWS_NOT_FOUND', { service, operation: 'TagResource', target, notApplied: true });
  }

  private async readArn(ref: TaggedRef): Promise<string | undefined> {
    const signal = AbortSignal.timeout(READ_DEADLINE);
    switch (ref.kind) {
      case 'ClassificationJob':
        return (await this.adapters.ClassificationJob.get(ref, signal))?.arn;
      case 'MacieMember':
        return (await this.adapters.MacieMember.get(ref, signal))?.arn;
      case 'SecurityCase':
        return (await this.adapters.SecurityCase.get(ref, signal))?.arn;
    }
  }
}

function taggedRef(id: string): TaggedRef {
  const ref = decodeId(id);
  if (ref.kind === 'MailboxExportJob') throw new BadUserInputError("WorkMail's export jobs have no tags.");
  return ref;
}
