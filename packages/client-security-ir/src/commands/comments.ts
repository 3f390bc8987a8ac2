/** Commands on the comments of a case. */
import type { MetadataBearer } from '@smithy/types';

import type {
  CreateCaseCommentRequest,
  CreateCaseCommentResponse,
  ListCommentsRequest,
  ListCommentsResponse,
  UpdateCaseCommentRequest,
  UpdateCaseCommentResponse,
} from '../models/comments';
import { CreateCaseComment$, ListComments$, UpdateCaseComment$ } from '../schemas/comments';
import { defineCommand } from './define-command';

export type CreateCaseCommentCommandInput = CreateCaseCommentRequest;
export type CreateCaseCommentCommandOutput = CreateCaseCommentResponse & MetadataBearer;

/**
 * Adds a comment to a case.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class CreateCaseCommentCommand extends defineCommand<
  CreateCaseCommentCommandInput,
  CreateCaseCommentCommandOutput
>(CreateCaseComment$) {}

export type UpdateCaseCommentCommandInput = UpdateCaseCommentRequest;
export type UpdateCaseCommentCommandOutput = UpdateCaseCommentResponse & MetadataBearer;

/**
 * Replaces the text of a comment.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class UpdateCaseCommentCommand extends defineCommand<
  UpdateCaseCommentCommandInput,
  UpdateCaseCommentCommandOutput
>(UpdateCaseComment$) {}

export type ListCommentsCommandInput = ListCommentsRequest;
export type ListCommentsCommandOutput = ListCommentsResponse & MetadataBearer;

/**
 * Lists the comments of a case, page by page.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class ListCommentsCommand extends defineCommand<ListCommentsCommandInput, ListCommentsCommandOutput>(
  ListComments$,
) {}
