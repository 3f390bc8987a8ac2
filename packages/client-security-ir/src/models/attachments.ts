/** Attachments of a case: their attributes, and presigned URLs for uploads and downloads. */
import type { CaseAttachmentStatus } from './enums';

/** An attachment as GetCase lists it. */
export interface CaseAttachmentAttributes {
  /** Id of the attachment, a UUID. */
  attachmentId: string | undefined;
  /** 1 to 255 of `a-zA-Z0-9._-`. Sensitive. */
  fileName: string | undefined;
  /** The result of the check after the upload. */
  attachmentStatus: CaseAttachmentStatus | undefined;
  /** The uploader: an account id, an ARN or `AWS Responder`. */
  creator: string | undefined;
  /** Time of creation. */
  createdDate: Date | undefined;
}

/** Input of GetCaseAttachmentUploadUrl. */
export interface GetCaseAttachmentUploadUrlRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** 1 to 255 of `a-zA-Z0-9._-`. Sensitive. */
  fileName: string | undefined;
  /** Size in bytes, 1 to 104857600. */
  contentLength: number | undefined;
  /** Idempotency token, 1 to 255 characters. Default: a new UUID per `send`. */
  clientToken?: string | undefined;
}

/** Output of GetCaseAttachmentUploadUrl. */
export interface GetCaseAttachmentUploadUrlResponse {
  /** The URL. Sensitive: it grants access without credentials. */
  attachmentPresignedUrl: string | undefined;
}

/** Input of GetCaseAttachmentDownloadUrl. */
export interface GetCaseAttachmentDownloadUrlRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Id of the attachment, a UUID. */
  attachmentId: string | undefined;
}

/** Output of GetCaseAttachmentDownloadUrl. */
export interface GetCaseAttachmentDownloadUrlResponse {
  /** The URL. Sensitive: it grants access without credentials. */
  attachmentPresignedUrl: string | undefined;
}
