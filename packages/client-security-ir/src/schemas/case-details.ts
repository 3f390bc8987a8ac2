/** Schemas of models/case-details.ts. */
import { STRING, sensitiveString, structure } from './shapes';

export const Watcher$ = structure('Watcher', {
  email: sensitiveString('EmailAddress'),
  name: sensitiveString('PersonName'),
  jobTitle: sensitiveString('JobTitle'),
});

export const ThreatActorIp$ = structure('ThreatActorIp', {
  ipAddress: sensitiveString('IPAddress'),
  userAgent: STRING,
});

export const ImpactedAwsRegion$ = structure('ImpactedAwsRegion', { region: STRING });

export const CaseMetadataEntry$ = structure('CaseMetadataEntry', { key: STRING, value: STRING });
