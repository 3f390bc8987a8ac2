/** The scopes that changes of each type need. */
import type { ResourceType } from '../routing/paths';

export const WRITE_SCOPES: Readonly<Record<ResourceType, string>> = {
  ClassificationJob: 'macie:write',
  MacieMember: 'macie:write',
  MailboxExportJob: 'workmail:write',
  SecurityCase: 'security-ir:write',
};
