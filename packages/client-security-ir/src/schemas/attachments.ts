/** Schemas of models/attachments.ts, and of the operations on them. */
import {
  NUMBER,
  STRING,
  TIMESTAMP,
  idempotencyToken,
  label,
  operation,
  sensitiveString,
  structure,
} from './shapes';

export const CaseAttachmentAttributes$ = structure('CaseAttachmentAttributes', {
  attachmentId: STRING,
  fileName: sensitiveString('FileName'),
  attachmentStatus: STRING,
  creator: STRING,
  createdDate: TIMESTAMP,
});

export const GetCaseAttachmentUploadUrlRequest$ = structure('GetCaseAttachmentUploadUrlRequest', {
  caseId: label,
  fileName: sensitiveString('FileName'),
  contentLength: NUMBER,
  clientToken: idempotencyToken,
});

export const GetCaseAttachmentUploadUrlResponse$ = structure('GetCaseAttachmentUploadUrlResponse', {
  attachmentPresignedUrl: sensitiveString('Url'),
});

export const GetCaseAttachmentDownloadUrlRequest$ = structure('GetCaseAttachmentDownloadUrlRequest', {
  caseId: label,
  attachmentId: label,
});

export const GetCaseAttachmentDownloadUrlResponse$ = structure('GetCaseAttachmentDownloadUrlResponse', {
  attachmentPresignedUrl: sensitiveString('Url'),
});

export const GetCaseAttachmentUploadUrl$ = operation(
  'GetCaseAttachmentUploadUrl',
  ['POST', '/v1/cases/{caseId}/get-presigned-url', 201],
  GetCaseAttachmentUploadUrlRequest$,
  GetCaseAttachmentUploadUrlResponse$,
);

export const GetCaseAttachmentDownloadUrl$ = operation(
  'GetCaseAttachmentDownloadUrl',
  ['GET', '/v1/cases/{caseId}/get-presigned-url/{attachmentId}', 201],
  GetCaseAttachmentDownloadUrlRequest$,
  GetCaseAttachmentDownloadUrlResponse$,
);
