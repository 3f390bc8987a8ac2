/** Commands on the tags of cases and memberships. */
import type { MetadataBearer } from '@smithy/types';

import type {
  ListTagsForResourceInput,
  ListTagsForResourceOutput,
  TagResourceInput,
  TagResourceOutput,
  UntagResourceInput,
  UntagResourceOutput,
} from '../models/tags';
import { ListTagsForResource$, TagResource$, UntagResource$ } from '../schemas/tags';
import { defineCommand } from './define-command';

export type TagResourceCommandInput = TagResourceInput;
export type TagResourceCommandOutput = TagResourceOutput & MetadataBearer;

/**
 * Adds or replaces tags.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class TagResourceCommand extends defineCommand<TagResourceCommandInput, TagResourceCommandOutput>(
  TagResource$,
) {}

export type UntagResourceCommandInput = UntagResourceInput;
export type UntagResourceCommandOutput = UntagResourceOutput & MetadataBearer;

/**
 * Removes tags by their keys.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class UntagResourceCommand extends defineCommand<
  UntagResourceCommandInput,
  UntagResourceCommandOutput
>(UntagResource$) {}

export type ListTagsForResourceCommandInput = ListTagsForResourceInput;
export type ListTagsForResourceCommandOutput = ListTagsForResourceOutput & MetadataBearer;

/**
 * Reads the tags of a case or membership.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListTagsForResourceCommand extends defineCommand<
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput
>(ListTagsForResource$) {}
