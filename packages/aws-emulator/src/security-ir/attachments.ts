/** Attachments of cases: upload, verification and content. */
import type { Progress } from '../kernel/collection';
import { MINUTE } from '../kernel/clock';
import { conflict, quotaExceeded } from './errors';
import { recordEdit } from './edits';
import type { CaseAttachment, SecurityCase, SecurityIrState } from './state';

const MAX_ATTACHMENTS = 50;
const VERIFICATION_MS = MINUTE;

/**
 * Throws ConflictException for a used file name, and ServiceQuotaExceededException for a case with 50 attachments.
 */
export function checkCanAttach(securityCase: SecurityCase, fileName: string): void {
  const { caseAttachments } = securityCase;
  if (caseAttachments.some((attachment) => attachment.fileName === fileName)) {
    throw conflict(securityCase, `The case has an attachment of the name ${fileName} already.`);
  }
  if (caseAttachments.length >= MAX_ATTACHMENTS) {
    const message = `The case has ${MAX_ATTACHMENTS} attachments already.`;
    throw quotaExceeded(securityCase.caseId, message, 'attachments-per-case');
  }
}

/** Adds an uploaded file with the status Pending. Throws like `checkCanAttach`. */
export function attach(
  { cases, uploads }: SecurityIrState,
  securityCase: SecurityCase,
  file: Pick<CaseAttachment, 'attachmentId' | 'fileName' | 'creator'>,
  bytes: Buffer,
  now: number,
): void {
  checkCanAttach(securityCase, file.fileName);
  securityCase.caseAttachments.push({
    ...file,
    attachmentStatus: 'Pending',
    createdDate: now,
    verifiesAt: now + VERIFICATION_MS,
  });
  uploads.set(file.attachmentId, bytes);
  const message = `The attachment ${file.attachmentId} was uploaded.`;
  recordEdit(securityCase, 'Case Attachment Url Uploaded', message, file.creator, now);
  cases.changed(securityCase.caseId);
}

/** The uploaded bytes. Seeded attachments have a short text with their file name instead. */
export function contentOf({ uploads }: SecurityIrState, { attachmentId, fileName }: CaseAttachment): Buffer {
  return (
    uploads.get(attachmentId) ??
    Buffer.from(`Generated content of ${fileName} (attachment ${attachmentId}).\n`)
  );
}

/** Automatic changes of cases: uploads become Verified. */
export const CASE_PROGRESS: Progress<SecurityCase> = {
  nextChange({ caseAttachments }) {
    const times = caseAttachments.flatMap(({ verifiesAt }) => verifiesAt ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  },

  advance({ caseAttachments }, now) {
    for (const attachment of caseAttachments) {
      if (attachment.verifiesAt === undefined || attachment.verifiesAt > now) continue;
      attachment.attachmentStatus = 'Verified';
      attachment.verifiesAt = undefined;
    }
  },
};
