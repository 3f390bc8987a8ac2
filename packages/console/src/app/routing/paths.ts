/** The paths of the pages below the console. A link to a resource contains its global id, so it stays valid. */

/** The path of the list of each type. */
export const LIST_PATHS = {
  ClassificationJob: '/jobs',
  MacieMember: '/members',
  MailboxExportJob: '/exports',
  SecurityCase: '/cases',
} as const;

export type ResourceType = keyof typeof LIST_PATHS;

/** The titles of the lists. */
export const LIST_TITLES: Readonly<Record<ResourceType, string>> = {
  ClassificationJob: 'Classification jobs',
  MacieMember: 'Macie members',
  MailboxExportJob: 'Mailbox exports',
  SecurityCase: 'Security cases',
};

export function resourcePath(type: ResourceType, id: string): string {
  return `${LIST_PATHS[type]}/${encodeURIComponent(id)}`;
}

/** The path of the page of an AWS account, which concerns all services. */
export const ACCOUNTS_PATH = '/accounts';

export function accountPath(accountId: string): string {
  return `${ACCOUNTS_PATH}/${encodeURIComponent(accountId)}`;
}

export function isResourceType(type: string): type is ResourceType {
  return type in LIST_PATHS;
}
