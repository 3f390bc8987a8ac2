/**
 * The headers of the PUT that uploads an attachment of a case. AWS does not document them: AWS's samples send exactly
 * these with the presigned URL of GetCaseAttachmentUploadUrl.
 */

export interface HttpHeaderRecord {
  readonly name: string;
  readonly value: string;
}

/** `contentLength` is the size of the file in bytes, as in the input of GetCaseAttachmentUploadUrl. */
export function attachmentUploadHeaders(contentLength: number): readonly HttpHeaderRecord[] {
  return [
    { name: 'If-None-Match', value: '*' },
    { name: 'Content-Type', value: 'application/octet-stream' },
    { name: 'Content-Length', value: String(contentLength) },
  ];
}
