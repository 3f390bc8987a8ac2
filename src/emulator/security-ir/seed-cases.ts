/** The cases that an account starts with: all seven statuses for both resolver types. */
import { DAY, MINUTE } from '../kernel/clock';
import { unusedId, type Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { ADDRESS_RANGES, EVIDENCE_FILES, REGIONS, STORIES, WATCHERS } from './seed-stories';
import type { CaseAttachment, SecurityCase } from './state';

const STATUSES = [
  'Submitted',
  'Detection and Analysis',
  'Containment, Eradication and Recovery',
  'Post-incident Activities',
  'Closed',
  'Acknowledged',
  'Ready to Close',
] as const;

type Kind = readonly [resolverType: 'Self' | 'AWS', caseStatus: (typeof STATUSES)[number]];

const EVERY_KIND: readonly Kind[] = STATUSES.flatMap((status): Kind[] => [
  ['Self', status],
  ['AWS', status],
]);

const USUAL_KINDS: readonly [Kind, ...Kind[]] = [
  ['Self', 'Detection and Analysis'],
  ['Self', 'Containment, Eradication and Recovery'],
  ['Self', 'Closed'],
  ['AWS', 'Detection and Analysis'],
  ['AWS', 'Acknowledged'],
  ['AWS', 'Closed'],
  ['AWS', 'Closed'],
];

const CLOSURE_CODES = ['Investigation Completed', 'Not Resolved', 'False Positive', 'Duplicate'] as const;

/** @param accounts accounts that a case may impact, at least one */
export function seedCases(
  random: Random,
  scope: Scope,
  accounts: readonly [string, ...string[]],
  size: number,
  origin: number,
): Map<string, SecurityCase> {
  const cases = new Map<string, SecurityCase>();
  for (let index = 0; index < size; index += 1) {
    const caseId = unusedId(cases, () => random.digits(10));
    const kind = EVERY_KIND[index] ?? random.pick(USUAL_KINDS);
    cases.set(caseId, seedCase(caseId, kind, scope, accounts, random, origin));
  }
  return cases;
}

function seedCase(
  caseId: string,
  [resolverType, caseStatus]: Kind,
  { account, region }: Scope,
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
  return {
    caseId,
    caseArn: `arn:aws:security-ir:${region}:${account}:case/${caseId}`,
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
      ? [{ ipAddress: address(random), userAgent: 'aws-cli/2.15.0' }]
      : [],
    watchers: random.some(WATCHERS, 1, 2),
    caseAttachments: random.chance(0.3) ? [attachment(account, createdDate, random)] : [],
    caseMetadata: random.chance(0.3) ? [{ key: 'ticket', value: `SEC-${random.int(1_000, 9_999)}` }] : [],
  };
}

function address(random: Random): string {
  return `${random.pick(ADDRESS_RANGES)}.${random.int(1, 254)}`;
}

function attachment(creator: string, createdDate: number, random: Random): CaseAttachment {
  return {
    attachmentId: random.uuid(),
    fileName: random.pick(EVIDENCE_FILES),
    attachmentStatus: random.pick(['Verified', 'Verified', 'Pending', 'Failed']),
    creator,
    createdDate: createdDate + 5 * MINUTE,
  };
}
