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
 * Returns a presigned URL for the upload of a file. A second file with the same name causes a ConflictException.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class GetCaseAttachmentUploadUrlCommand extends defineCommand<
  GetCaseAttachmentUploadUrlCommandInput,
  GetCaseAttachmentUploadUrlCommandOutput
>(GetCaseAttachmentUploadUrl$) {}

export type GetCaseAttachmentDownloadUrlCommandInput = GetCaseAttachmentDownloadUrlRequest;
export type GetCaseAttachmentDownloadUrlCommandOutput = GetCaseAttachmentDownloadUrlResponse & MetadataBearer;

/**
 * Returns a presigned URL for the download of an attachment.
 * @throws any of the nine subclasses of {@link SecurityIRServiceException}
 */
export class GetCaseAttachmentDownloadUrlCommand extends defineCommand<
  GetCaseAttachmentDownloadUrlCommandInput,
  GetCaseAttachmentDownloadUrlCommandOutput
>(GetCaseAttachmentDownloadUrl$) {}
