/** Commands on the attachments of a case. */
import type { MetadataBearer } from '@smithy/types';

import type {
  GetCaseAttachmentDownloadUrlRequest,
  GetCaseAttachmentDownloadUrlResponse,
  GetCaseAttachmentUploadUrlRequest,
  GetCaseAttachmentUploadUrlResponse,
} from '../models/attachments';
import { GetCaseAttachmentDownloadUrl$, GetCaseAttachmentUploadUrl$ } from '../schemas/attachments';
import { defineCommand } from './define-command';

export type GetCaseAttachmentUploadUrlCommandInput = GetCaseAttachmentUploadUrlRequest;
export type GetCaseAttachmentUploadUrlCommandOutput = GetCaseAttachmentUploadUrlResponse & MetadataBearer;

/**
 * Gives a pre-signed URL to upload a file to. A second file of the same name is a ConflictException.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class GetCaseAttachmentUploadUrlCommand extends defineCommand<
  GetCaseAttachmentUploadUrlCommandInput,
  GetCaseAttachmentUploadUrlCommandOutput
>(GetCaseAttachmentUploadUrl$) {}

export type GetCaseAttachmentDownloadUrlCommandInput = GetCaseAttachmentDownloadUrlRequest;
export type GetCaseAttachmentDownloadUrlCommandOutput = GetCaseAttachmentDownloadUrlResponse & MetadataBearer;

/**
 * Gives a pre-signed URL to download an attachment from.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class GetCaseAttachmentDownloadUrlCommand extends defineCommand<
  GetCaseAttachmentDownloadUrlCommandInput,
  GetCaseAttachmentDownloadUrlCommandOutput
>(GetCaseAttachmentDownloadUrl$) {}
