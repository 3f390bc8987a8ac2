/** The operations that return presigned URLs for uploads and downloads of attachments. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { operation, type Output } from '../kernel/operation';
import type { Grant } from '../kernel/presigned-urls';
import { attach, checkCanAttach, contentOf } from './attachments';
import { caseOf, checkAcceptsUpdates, oncePerToken, post, type SecurityIrCall } from './call';
import { conflict, notFound } from './errors';
import { DOWNLOAD_URL_INPUT, UPLOAD_URL_INPUT } from './validation';

function getCaseAttachmentUploadUrl(input: z.infer<typeof UPLOAD_URL_INPUT>, call: SecurityIrCall): Output {
  const { caseId, fileName, contentLength, clientToken } = input;
  const securityCase = caseOf(call, caseId);
  const url = oncePerToken(call, caseId, clientToken, () => {
    checkAcceptsUpdates(call, securityCase);
    checkCanAttach(securityCase, fileName);
    const file = { attachmentId: randomUUID(), fileName, creator: call.scope.account };
    return presignedUrl(call, file.attachmentId, {
      method: 'PUT',
      contentLength,
      store: (bytes, now) => {
        attach(call.state, caseOf(call, caseId), file, bytes, now);
      },
    });
  });
  return { attachmentPresignedUrl: url };
}

function getCaseAttachmentDownloadUrl(
  input: z.infer<typeof DOWNLOAD_URL_INPUT>,
  call: SecurityIrCall,
): Output {
  const { caseId, attachmentId } = input;
  const securityCase = caseOf(call, caseId);
  const attachment = securityCase.caseAttachments.find(
    (candidate) => candidate.attachmentId === attachmentId,
  );
  if (attachment === undefined) throw notFound(`The attachment ${attachmentId} of case ${caseId}`);
  const { attachmentStatus } = attachment;
  if (attachmentStatus !== 'Verified') {
    throw conflict(securityCase, `The attachment ${attachmentId} is ${attachmentStatus}, not Verified.`);
  }
  const url = presignedUrl(call, attachmentId, {
    method: 'GET',
    read: () => contentOf(call.state, attachment),
  });
  return { attachmentPresignedUrl: url };
}

function presignedUrl({ origin, kernel, now }: SecurityIrCall, attachmentId: string, grant: Grant): string {
  return origin + kernel.presignedUrls.issue(attachmentId, grant, now);
}

export const ATTACHMENT_OPERATIONS = [
  operation(
    'GetCaseAttachmentUploadUrl',
    post('/v1/cases/{caseId}/get-presigned-url', 201),
    UPLOAD_URL_INPUT,
    getCaseAttachmentUploadUrl,
  ),
  operation(
    'GetCaseAttachmentDownloadUrl',
    { method: 'GET', path: '/v1/cases/{caseId}/get-presigned-url/{attachmentId}', status: 201 },
    DOWNLOAD_URL_INPUT,
    getCaseAttachmentDownloadUrl,
  ),
];
