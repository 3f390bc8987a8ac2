/** The adapter of the tags of Macie and Security Incident Response resources: ListTagsForResource, TagResource, UntagResource. */
import {
  ListTagsForResourceCommand as ListMacieTagsCommand,
  TagResourceCommand as TagMacieResourceCommand,
  UntagResourceCommand as UntagMacieResourceCommand,
} from '@aws-sdk/client-macie2';
import {
  ListTagsForResourceCommand as ListSecurityIrTagsCommand,
  TagResourceCommand as TagSecurityIrResourceCommand,
  UntagResourceCommand as UntagSecurityIrResourceCommand,
} from '@aws-sdk/client-security-ir';
import type { TagRecord } from '../../domain/records/tag';
import { readable } from '../../domain/records/unreadable';
import type { CallContext } from '../client/call-context';
import type { AwsClients } from '../client/clients';
import { MACIE_TAG_OPERATIONS, SECURITY_IR_TAG_OPERATIONS } from './tag-operations';

/** The services with tags; WorkMail mailbox export jobs have none. */
export type TaggingService = 'macie2' | 'security-ir';

export interface TaggedResource {
  readonly target: string;
  readonly service: TaggingService;
  readonly arn: string;
}

export class TagAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListTagsForResource. */
  async list({ target, service, arn }: TaggedResource, call: CallContext): Promise<TagRecord[]> {
    const input = { resourceArn: arn };
    const output =
      service === 'macie2'
        ? await this.clients
            .port('macie2', target)
            .read(MACIE_TAG_OPERATIONS.ListTagsForResource, new ListMacieTagsCommand(input), call)
        : await this.clients
            .port('security-ir', target)
            .read(SECURITY_IR_TAG_OPERATIONS.ListTagsForResource, new ListSecurityIrTagsCommand(input), call);
    return toTags(readable(output, 'tags')) ?? [];
  }

  /** TagResource, which adds tags and replaces the values of existing keys. */
  async tag(
    { target, service, arn }: TaggedResource,
    tags: readonly TagRecord[],
    call: CallContext,
  ): Promise<void> {
    const input = { resourceArn: arn, tags: toAwsTags(tags) };
    if (service === 'macie2') {
      await this.clients
        .port('macie2', target)
        .write(MACIE_TAG_OPERATIONS.TagResource, new TagMacieResourceCommand(input), call);
    } else {
      await this.clients
        .port('security-ir', target)
        .write(SECURITY_IR_TAG_OPERATIONS.TagResource, new TagSecurityIrResourceCommand(input), call);
    }
  }

  /** UntagResource, which ignores keys that the resource does not have. */
  async untag(
    { target, service, arn }: TaggedResource,
    tagKeys: readonly string[],
    call: CallContext,
  ): Promise<void> {
    const input = { resourceArn: arn, tagKeys: [...tagKeys] };
    if (service === 'macie2') {
      await this.clients
        .port('macie2', target)
        .write(MACIE_TAG_OPERATIONS.UntagResource, new UntagMacieResourceCommand(input), call);
    } else {
      await this.clients
        .port('security-ir', target)
        .write(SECURITY_IR_TAG_OPERATIONS.UntagResource, new UntagSecurityIrResourceCommand(input), call);
    }
  }
}

/** The tags of an AWS response, sorted by key; undefined when the response has none. */
export function toTags(tags: Readonly<Record<string, string>> | undefined): TagRecord[] | undefined {
  if (tags === undefined) return undefined;
  const entries = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, value]) => ({ key, value }));
}

export function toAwsTags(tags: readonly TagRecord[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}
