/** Attachments of a case: the pre-signed URLs for moving them and their attributes. */
import type { CaseAttachmentStatus } from '../enums';

/** An attachment as GetCase lists it. */
export interface CaseAttachmentAttributes {
  /** Id of the attachment, a UUID. */
  attachmentId: string | undefined;
  /** 1 to 255 of `a-zA-Z0-9._-`. Sensitive. */
  fileName: string | undefined;
  /** Outcome of the check after the upload. */
  attachmentStatus: CaseAttachmentStatus | undefined;
  /** Who added it: an account id, an ARN or `AWS Responder`. */
  creator: string | undefined;
  /** When it was created. */
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
  /** Idempotency token, 1 to 255 characters. A fresh UUID per `send` when absent. */
  clientToken?: string | undefined;
}

/** Output of GetCaseAttachmentUploadUrl. */
export interface GetCaseAttachmentUploadUrlResponse {
  /** The URL. Sensitive: whoever holds it needs no credentials. */
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
  /** The URL. Sensitive: whoever holds it needs no credentials. */
  attachmentPresignedUrl: string | undefined;
}
