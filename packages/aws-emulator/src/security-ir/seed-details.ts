/** The details of a seeded case: members with and without values, comments, edits, investigations and tags. */
import type { Random } from '../kernel/random';
import type { CaseTimeline, CaseKind } from './seed-timeline';
import { moreAttachments, moreThreatActorIps } from './seed-evidence';
import { seedComments, seedEdits } from './seed-history';
import { seedInvestigations } from './seed-investigations';
import { BARE_WATCHERS, ENVIRONMENTS, METADATA, TEAMS } from './seed-stories';
import { AWS_RESPONDER, type SecurityCase } from './state';

export function seedDetails(
  securityCase: SecurityCase,
  kind: CaseKind,
  isBusy: boolean,
  account: string,
  random: Random,
): Partial<SecurityCase> {
  const { createdDate, lastUpdatedDate: latest } = securityCase;
  const timeline: CaseTimeline = { kind, isBusy, account, createdDate, latest };
  const uploader = kind[0] === 'AWS' && random.chance(0.5) ? AWS_RESPONDER : account;
  const caseAttachments = [
    ...securityCase.caseAttachments,
    ...moreAttachments(isBusy, uploader, createdDate, random),
  ];
  const comments = seedComments(timeline, random);
  const edits = seedEdits(timeline, comments, caseAttachments, random);
  return {
    lastUpdatedDate: edits.at(-1)?.eventTimestamp ?? latest,
    impactedAccounts: impactedAccounts(securityCase, account, random),
    impactedAwsRegions: random.chance(0.2) ? [] : securityCase.impactedAwsRegions,
    impactedServices: random.chance(0.2) ? [] : securityCase.impactedServices,
    threatActorIpAddresses: [...securityCase.threatActorIpAddresses, ...moreThreatActorIps(random)],
    watchers: random.chance(0.2) ? [] : [...securityCase.watchers, ...random.some(BARE_WATCHERS, 0, 2)],
    caseMetadata: [...securityCase.caseMetadata, ...random.some(METADATA, 0, 1)],
    caseAttachments,
    comments,
    edits,
    investigations: seedInvestigations(timeline, random),
    tags: random.chance(0.6) ? { Team: random.pick(TEAMS), Environment: random.pick(ENVIRONMENTS) } : {},
  };
}

/** No account, the given accounts, or also the own account, which is not a Macie member of itself. */
function impactedAccounts(
  { impactedAccounts: accounts }: SecurityCase,
  account: string,
  random: Random,
): readonly string[] {
  if (random.chance(0.2)) return [];
  return random.chance(0.3) ? [...new Set([account, ...accounts])] : accounts;
}
