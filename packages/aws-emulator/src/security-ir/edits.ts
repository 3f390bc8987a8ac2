/** The record of changes that ListCaseEdits shows. */
import type { SecurityCase } from './state';

/** AWS documents no names of actions; these are what it calls the notifications of the same changes. */
export type EditAction =
  | 'Case Created'
  | 'Case Updated'
  | 'Case Status Updated'
  | 'Case Updated To Service Managed'
  | 'Case Closed'
  | 'Case Attachment Url Uploaded'
  | 'Case Comment Added'
  | 'Case Comment Updated';

/** Whatever is recorded is also the latest update of the case. */
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
