/** The scopes that changes need, and the reason why the caller may make none. */
import type { ResourceType } from '../routing/paths';
import type { ViewerData } from '../viewer/viewer';

const WRITE_SCOPES: Readonly<Record<ResourceType, string>> = {
  ClassificationJob: 'macie:write',
  MacieMember: 'macie:write',
  MailboxExportJob: 'workmail:write',
  SecurityCase: 'security-ir:write',
};

/** Returns undefined when the caller has the scope. Without an answer about the caller, the gateway decides. */
export function missingScope(viewer: ViewerData | undefined, type: ResourceType): string | undefined {
  const scope = WRITE_SCOPES[type];
  return viewer === undefined || viewer.scopes.includes(scope) ? undefined : `You need the scope ${scope}.`;
}
