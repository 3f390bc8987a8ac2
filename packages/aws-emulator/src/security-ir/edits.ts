/** The record of changes, which ListCaseEdits returns. */
import type { SecurityCase } from './state';

/**
 * AWS documents no action names. These are the names of the notifications about the same changes
 * (CommunicationType).
 */
export type EditAction =
  | 'Case Created'
  | 'Case Updated'
  | 'Case Status Updated'
  | 'Case Updated To Service Managed'
  | 'Case Closed'
  | 'Case Attachment Url Uploaded'
  | 'Case Comment Added'
  | 'Case Comment Updated';

/** Records a change, and sets lastUpdatedDate of the case to its time. */
export function recordEdit(
  securityCase: SecurityCase,
  action: EditAction,
  message: string,
  principal: string,
  now: number,
): void {
  securityCase.edits.push({ eventTimestamp: now, principal, action, message });
  securityCase.lastUpdatedDate = now;
}
