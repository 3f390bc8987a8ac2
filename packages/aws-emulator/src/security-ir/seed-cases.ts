/** The seeded cases of an account: all seven statuses with both resolver types. */
import { DAY, MINUTE } from '../kernel/clock';
import { Random, unusedId } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { newCase } from './new-case';
import { EVERY_KIND, COMMON_KINDS, type CaseKind } from './seed-timeline';
import { seedDetails } from './seed-details';
import { seedAttachment, seedIpv4 } from './seed-evidence';
import { REGIONS, STORIES, WATCHERS } from './seed-stories';
import type { SecurityCase } from './state';

/**
 * The index of the case that has several pages of each list. AWS resolves it; its status is Detection and Analysis.
 */
const BUSY_CASE = 3;

const CLOSURE_CODES = ['Investigation Completed', 'Not Resolved', 'False Positive', 'Duplicate'] as const;

/**
 * Ids and basic members come from one random sequence, the details of each case from a sequence of its own.
 * @param members accounts that a case can impact in addition to its own account
 */
export function seedCases(
  seed: string,
  scope: Scope,
  members: readonly string[],
  size: number,
  origin: number,
): Map<string, SecurityCase> {
  const random = new Random(seed, scope.account, scope.region, 'cases');
  const cases = new Map<string, SecurityCase>();
  for (let index = 0; index < size; index += 1) {
    const caseId = unusedId(cases, () => random.digits(10));
    const kind = EVERY_KIND[index] ?? random.pick(COMMON_KINDS);
    const securityCase = seedCase(caseId, kind, scope, [scope.account, ...members], random, origin);
    const detailRandom = new Random(seed, scope.account, scope.region, 'case', caseId);
    Object.assign(
      securityCase,
      seedDetails(securityCase, kind, index === BUSY_CASE, scope.account, detailRandom),
    );
    cases.set(caseId, securityCase);
  }
  return cases;
}

function seedCase(
  caseId: string,
  [resolverType, caseStatus]: CaseKind,
  scope: Scope,
  accounts: readonly [string, ...string[]],
  random: Random,
  origin: number,
): SecurityCase {
  const { title, description, services } = random.pick(STORIES);
  const closed = caseStatus === 'Closed';
  const createdDate =
    origin - random.int(closed ? 10 : 1, closed ? 180 : 9) * DAY - random.int(0, 1_439) * MINUTE;
  const closedDate = closed ? createdDate + random.int(1, 9) * DAY : undefined;
  const latest = closedDate ?? createdDate + random.int(30, 1_400) * MINUTE;
  const reportedIncidentStartDate = createdDate - random.int(10, 600) * MINUTE;
  const members = {
    title,
    description,
    caseStatus,
    resolverType,
    engagementType: random.chance(0.7) ? 'Security Incident' : 'Investigation',
    pendingAction: resolverType === 'AWS' && !closed && random.chance(0.4) ? 'Customer' : 'None',
    closureCode: closed ? random.pick(CLOSURE_CODES) : undefined,
    createdDate,
    lastUpdatedDate: latest,
    closedDate,
    reportedIncidentStartDate,
    actualIncidentStartDate: random.chance(0.6)
      ? reportedIncidentStartDate - random.int(1, 48) * 60 * MINUTE
      : undefined,
    impactedAccounts: [...new Set(Array.from({ length: random.int(1, 3) }, () => random.pick(accounts)))],
    impactedAwsRegions: random.some(REGIONS, 1, 2).map((impacted) => ({ region: impacted })),
    impactedServices: services,
    threatActorIpAddresses: random.chance(0.5)
      ? [{ ipAddress: seedIpv4(random), userAgent: 'aws-cli/2.15.0' }]
      : [],
    watchers: random.some(WATCHERS, 1, 2),
    caseAttachments: random.chance(0.3) ? [seedAttachment(scope.account, createdDate, random)] : [],
    caseMetadata: random.chance(0.3) ? [{ key: 'ticket', value: `SEC-${random.int(1_000, 9_999)}` }] : [],
  };
  return newCase(caseId, members, scope, createdDate);
}
