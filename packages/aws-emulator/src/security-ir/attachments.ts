/** What becomes of a case's attachments: how they are added, verified, and what is in them. */
import type { Progress } from '../kernel/collection';
import { MINUTE } from '../kernel/clock';
import { conflict, quotaExceeded } from './errors';
import { recordEdit } from './edits';
import type { CaseAttachment, SecurityCase, SecurityIrState } from './state';

const MAX_ATTACHMENTS = 50;
const VERIFICATION_TAKES = MINUTE;

/** Throws unless a file of this name can be attached. */
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

/** Adds an uploaded file, which is Pending until it is verified. */
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
    verifiesAt: now + VERIFICATION_TAKES,
  });
  uploads.set(file.attachmentId, bytes);
  const message = `The attachment ${file.attachmentId} was uploaded.`;
  recordEdit(securityCase, 'Case Attachment Url Uploaded', message, file.creator, now);
  cases.changed(securityCase.caseId);
}

/** The uploaded bytes; a text that names the file for an attachment that was never uploaded here. */
export function contentOf({ uploads }: SecurityIrState, { attachmentId, fileName }: CaseAttachment): Buffer {
  return (
    uploads.get(attachmentId) ??
    Buffer.from(`This stands for ${fileName}, which the emulator made up with attachment ${attachmentId}.\n`)
  );
}

/** Uploads turn Verified by themselves. */
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
