/** Input schemas of CreateCase and UpdateCase, with the limits of the service model. */
import { z } from 'zod';
import { SECOND } from '../kernel/clock';
import { text } from '../kernel/validation';
import { AWS_REGIONS } from './aws-regions';
import { CASE_ID, CLIENT_TOKEN, RESOLVER_TYPE, TAGS } from './validation';

const TITLE = text({ min: 1, max: 300 });
const DESCRIPTION = text({ min: 1, max: 8000 });
const ENGAGEMENT_TYPE = z.enum(['Security Incident', 'Investigation']);
const TIMESTAMP = z.number().transform((seconds) => Math.round(seconds * SECOND));

const WATCHER = z.object({
  email: text({
    min: 6,
    max: 254,
    pattern: /^(?:[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*)$/s,
  }),
  name: text({ min: 1, max: 50 }).optional(),
  jobTitle: text({ min: 1, max: 50 }).optional(),
});

const THREAT_ACTOR_IP = z.object({
  ipAddress: text({
    pattern:
      /^(?:(?:(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?))|(?:(?:[A-F0-9]{1,4}:){7}[A-F0-9]{1,4})|(?:(?:[A-F0-9]{1,4}:){6}(?:(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?))))$/s,
  }),
  userAgent: text({ min: 1, max: 500 }).optional(),
});

/** The maximum number of entries in each list of a case. */
export const LIST_LIMITS = {
  watchers: 30,
  threatActorIpAddresses: 200,
  impactedServices: 600,
  impactedAwsRegions: 50,
  impactedAccounts: 200,
} as const;

const WATCHERS = z.array(WATCHER).max(LIST_LIMITS.watchers);
const THREAT_ACTOR_IPS = z.array(THREAT_ACTOR_IP).max(LIST_LIMITS.threatActorIpAddresses);
const SERVICES = z
  .array(text({ min: 2, max: 50, pattern: /^(?:[a-zA-Z0-9 -.():]+)$/s }))
  .max(LIST_LIMITS.impactedServices);
const REGIONS = z.array(z.object({ region: z.enum(AWS_REGIONS) })).max(LIST_LIMITS.impactedAwsRegions);
const ACCOUNTS = z
  .array(text({ min: 12, max: 12, pattern: /^(?:[0-9]{12})$/s }))
  .max(LIST_LIMITS.impactedAccounts);
const METADATA = z
  .array(z.object({ key: text({ min: 1, max: 500 }), value: text({ min: 1, max: 2000 }) }))
  .min(1)
  .max(30);

export const CREATE_CASE_INPUT = z.object({
  clientToken: CLIENT_TOKEN.optional(),
  resolverType: RESOLVER_TYPE,
  title: TITLE,
  description: DESCRIPTION,
  engagementType: ENGAGEMENT_TYPE,
  reportedIncidentStartDate: TIMESTAMP,
  impactedAccounts: ACCOUNTS,
  watchers: WATCHERS,
  threatActorIpAddresses: THREAT_ACTOR_IPS.optional(),
  impactedServices: SERVICES.optional(),
  impactedAwsRegions: REGIONS.optional(),
  tags: TAGS.optional(),
});

export const UPDATE_CASE_INPUT = z.object({
  caseId: CASE_ID,
  title: TITLE.optional(),
  description: DESCRIPTION.optional(),
  reportedIncidentStartDate: TIMESTAMP.optional(),
  actualIncidentStartDate: TIMESTAMP.optional(),
  engagementType: ENGAGEMENT_TYPE.optional(),
  watchersToAdd: WATCHERS.optional(),
  watchersToDelete: WATCHERS.optional(),
  threatActorIpAddressesToAdd: THREAT_ACTOR_IPS.optional(),
  threatActorIpAddressesToDelete: THREAT_ACTOR_IPS.optional(),
  impactedServicesToAdd: SERVICES.optional(),
  impactedServicesToDelete: SERVICES.optional(),
  impactedAwsRegionsToAdd: REGIONS.optional(),
  impactedAwsRegionsToDelete: REGIONS.optional(),
  impactedAccountsToAdd: ACCOUNTS.optional(),
  impactedAccountsToDelete: ACCOUNTS.optional(),
  caseMetadata: METADATA.optional(),
});
