/** The changes of UpdateCase: new values for single members, entries to delete and to add for lists. */
import type { z } from 'zod';
import type { ConstraintFailure } from '../kernel/validation';
import { LIST_LIMITS, type UPDATE_CASE_INPUT } from './case-validation';
import type { SecurityCase } from './state';

type UpdateCaseInput = z.infer<typeof UPDATE_CASE_INPUT>;

/** The members that UpdateCase can change. */
export type CaseChanges = Pick<
  SecurityCase,
  | 'title'
  | 'description'
  | 'reportedIncidentStartDate'
  | 'actualIncidentStartDate'
  | 'engagementType'
  | 'caseMetadata'
  | keyof typeof LIST_LIMITS
>;

/** The values of these members after the change. Entries are deleted before entries are added. */
export function changesOf(securityCase: SecurityCase, input: UpdateCaseInput): CaseChanges {
  return {
    title: input.title ?? securityCase.title,
    description: input.description ?? securityCase.description,
    reportedIncidentStartDate: input.reportedIncidentStartDate ?? securityCase.reportedIncidentStartDate,
    actualIncidentStartDate: input.actualIncidentStartDate ?? securityCase.actualIncidentStartDate,
    engagementType: input.engagementType ?? securityCase.engagementType,
    caseMetadata: input.caseMetadata ?? securityCase.caseMetadata,
    watchers: editList(
      securityCase.watchers,
      input.watchersToDelete,
      input.watchersToAdd,
      ({ email }) => email,
    ),
    threatActorIpAddresses: editList(
      securityCase.threatActorIpAddresses,
      input.threatActorIpAddressesToDelete,
      input.threatActorIpAddressesToAdd,
      ({ ipAddress }) => ipAddress,
    ),
    impactedServices: editList(
      securityCase.impactedServices,
      input.impactedServicesToDelete,
      input.impactedServicesToAdd,
      (service) => service,
    ),
    impactedAwsRegions: editList(
      securityCase.impactedAwsRegions,
      input.impactedAwsRegionsToDelete,
      input.impactedAwsRegionsToAdd,
      ({ region }) => region,
    ),
    impactedAccounts: editList(
      securityCase.impactedAccounts,
      input.impactedAccountsToDelete,
      input.impactedAccountsToAdd,
      (account) => account,
    ),
  };
}

/** The names of the members whose values differ after the changes. */
export function changedMembers(securityCase: SecurityCase, changes: CaseChanges): string[] {
  const names = Object.keys(changes) as (keyof CaseChanges)[];
  return names.filter((name) => JSON.stringify(changes[name]) !== JSON.stringify(securityCase[name]));
}

/** A failure for each list that would exceed its limit because of the changes. */
export function overlongLists(securityCase: SecurityCase, changes: CaseChanges): ConstraintFailure[] {
  const names = Object.keys(LIST_LIMITS) as (keyof typeof LIST_LIMITS)[];
  return names
    .filter((name) => changes[name].length > Math.max(LIST_LIMITS[name], securityCase[name].length))
    .map((name) => ({
      member: `${name}ToAdd`,
      message: `Value at '${name}ToAdd' failed to satisfy constraint: The case would have ${changes[name].length} ${name}, and may have ${LIST_LIMITS[name]}`,
    }));
}

/** Deletes and adds entries. An added entry with an existing key replaces that entry at its position. */
function editList<Entry>(
  entries: readonly Entry[],
  toDelete: readonly Entry[] | undefined,
  toAdd: readonly Entry[] | undefined,
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  for (const entry of toDelete ?? []) byKey.delete(keyOf(entry));
  for (const entry of toAdd ?? []) byKey.set(keyOf(entry), entry);
  return [...byKey.values()];
}
