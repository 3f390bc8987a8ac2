/** The members of a case that `put` can set, with their AWS names. Lists are complete. */
import { z } from 'zod';
import { time } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';

/** The members of a membership that control can set. */
export const MEMBERSHIP_MEMBERS = z.strictObject({
  membershipName: z.string().optional(),
  membershipStatus: z.string().optional(),
  membershipActivationTimestamp: time().optional(),
  membershipDeactivationTimestamp: time().optional(),
  customerType: z.string().optional(),
  numberOfAccountsCovered: z.int().optional(),
  incidentResponseTeam: z
    .array(
      z.strictObject({
        name: z.string(),
        jobTitle: z.string(),
        email: z.string(),
        communicationPreferences: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  optInFeatures: z.array(z.strictObject({ featureName: z.string(), isEnabled: z.boolean() })).optional(),
  membershipAccountsConfigurations: z
    .strictObject({
      coverEntireOrganization: z.boolean().optional(),
      organizationalUnits: z.array(z.string()).optional(),
    })
    .optional(),
  tags: z.record(z.string(), z.string()).optional(),
});

/** @param now milliseconds, for times that are left out */
export function caseMembers({ account }: Scope, now: number) {
  const timeOrNow = time().default(now);
  const ownAccountByDefault = z.string().default(account);
  return z.strictObject({
    title: z.string().optional(),
    description: z.string().optional(),
    caseStatus: z.string().optional(),
    resolverType: z.string().optional(),
    engagementType: z.string().optional(),
    pendingAction: z.string().optional(),
    closureCode: z.string().optional(),
    createdDate: time().optional(),
    lastUpdatedDate: time().optional(),
    closedDate: time().optional(),
    reportedIncidentStartDate: time().optional(),
    actualIncidentStartDate: time().optional(),
    impactedAccounts: z.array(z.string()).optional(),
    impactedAwsRegions: z.array(z.strictObject({ region: z.string() })).optional(),
    impactedServices: z.array(z.string()).optional(),
    threatActorIpAddresses: z
      .array(z.strictObject({ ipAddress: z.string(), userAgent: z.string().optional() }))
      .optional(),
    watchers: z
      .array(
        z.strictObject({
          email: z.string(),
          name: z.string().optional(),
          jobTitle: z.string().optional(),
        }),
      )
      .optional(),
    caseMetadata: z.array(z.strictObject({ key: z.string(), value: z.string() })).optional(),
    caseAttachments: z
      .array(
        z.strictObject({
          attachmentId: z.string(),
          fileName: z.string(),
          attachmentStatus: z.string(),
          creator: ownAccountByDefault,
          createdDate: timeOrNow,
        }),
      )
      .optional(),
    comments: z
      .array(
        z.strictObject({
          commentId: z.string(),
          body: z.string(),
          creator: ownAccountByDefault,
          createdDate: timeOrNow,
          lastUpdatedBy: ownAccountByDefault,
          lastUpdatedDate: timeOrNow,
        }),
      )
      .optional(),
    edits: z
      .array(
        z.strictObject({
          action: z.string(),
          message: z.string(),
          principal: ownAccountByDefault,
          eventTimestamp: timeOrNow,
        }),
      )
      .optional(),
    investigations: z
      .array(
        z.strictObject({
          investigationId: z.string(),
          actionType: z.string(),
          title: z.string(),
          content: z.string(),
          status: z.string(),
          lastUpdated: timeOrNow,
          feedback: z
            .strictObject({
              usefulness: z.string(),
              comment: z.string().optional(),
              submittedAt: timeOrNow,
            })
            .optional(),
        }),
      )
      .optional(),
    tags: z.record(z.string(), z.string()).optional(),
  });
}
