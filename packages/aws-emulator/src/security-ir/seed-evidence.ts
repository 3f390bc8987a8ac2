/** The evidence of seeded cases: attached files and addresses of threat actors. */
import { MINUTE } from '../kernel/clock';
import type { Random } from '../kernel/random';
import type { CaseAttachment, ThreatActorIp } from './state';

/** Address ranges that are reserved for documentation (RFC 5737). */
const IPV4_RANGES = ['192.0.2', '198.51.100', '203.0.113'] as const;

const USER_AGENTS = [
  'curl/8.5.0',
  'Boto3/1.34.2 md/Botocore#1.34.2',
  'Mozilla/5.0 (X11; Linux x86_64)',
] as const;

const EVIDENCE_FILES = [
  'cloudtrail-extract.json',
  'guardduty-finding.json',
  'host-memory.lime',
  'timeline.csv',
] as const;

const MORE_FILES = ['flow-logs.parquet', 'sign-in-page.png', 'mail-headers.txt'] as const;

const EVERY_STATUS = ['Verified', 'Pending', 'Failed'] as const;

export function seedAttachment(creator: string, createdDate: number, random: Random): CaseAttachment {
  return {
    attachmentId: random.uuid(),
    fileName: random.pick(EVIDENCE_FILES),
    attachmentStatus: random.pick(['Verified', 'Verified', 'Pending', 'Failed']),
    creator,
    createdDate: createdDate + 5 * MINUTE,
  };
}

/** Additional files with other names; for the busy case, one file in each status. */
export function moreAttachments(
  isBusy: boolean,
  creator: string,
  createdDate: number,
  random: Random,
): CaseAttachment[] {
  const files = isBusy ? MORE_FILES : random.some(MORE_FILES, 0, 1);
  return files.map((fileName, index) => ({
    attachmentId: random.uuid(),
    fileName,
    attachmentStatus: (isBusy ? EVERY_STATUS[index] : undefined) ?? random.pick(EVERY_STATUS),
    creator,
    createdDate: createdDate + random.int(6, 25) * MINUTE,
  }));
}

export function moreThreatActorIps(random: Random): ThreatActorIp[] {
  return Array.from({ length: random.int(0, 2) }, () => {
    const ipAddress = random.chance(0.3) ? seedIpv4(random) : ipv6(random);
    return random.chance(0.4) ? { ipAddress, userAgent: random.pick(USER_AGENTS) } : { ipAddress };
  });
}

export function seedIpv4(random: Random): string {
  return `${random.pick(IPV4_RANGES)}.${random.int(1, 254)}`;
}

/** An address in the only IPv6 form that the service model accepts: uppercase, without abbreviation. */
function ipv6(random: Random): string {
  const group = (): string => random.int(0, 0xffff).toString(16).toUpperCase();
  return `2001:DB8:0:${group()}:0:0:${group()}:${group()}`;
}
