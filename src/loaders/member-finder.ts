/** Finds members by account: by GetMember, once per account, or by reading through ListMembers, whichever costs fewer calls. */
import type { MacieMemberRef } from '../aws/macie-member';
import { AwsError } from '../errors';
import type { MacieMemberRecord } from '../records/macie-member';
import type { AwsPage } from '../records/page';
import { settled } from './settled';

/** The bound of ListMembers. */
export const MEMBER_PAGE_SIZE = 25;

/** How many members the targets were last seen to have, former ones too. AWS does not tell it otherwise. */
export class MemberCounts {
  private readonly counts = new Map<string, number>();

  learn(target: string, count: number): void {
    this.counts.set(target, count);
  }

  /** The calls that reading the whole list costs; undefined when it was never read to its end. */
  pagesOf(target: string): number | undefined {
    const count = this.counts.get(target);
    return count === undefined ? undefined : Math.max(1, Math.ceil(count / MEMBER_PAGE_SIZE));
  }
}

export interface MemberReads {
  readonly get: (ref: MacieMemberRef) => Promise<MacieMemberRecord | undefined>;
  /** A page of all members, former ones too. */
  readonly list: (target: string, token: string | undefined) => Promise<AwsPage<MacieMemberRecord>>;
}

type Finding = MacieMemberRecord | undefined | Error;

/** One answer or error for each ref, in their order; undefined for an account that has never been a member. */
export async function findMembers(
  refs: readonly MacieMemberRef[],
  reads: MemberReads,
  counts: MemberCounts,
): Promise<Finding[]> {
  const targets = [...new Set(refs.map(({ target }) => target))];
  const findings = new Map<MacieMemberRef, Finding>();
  await Promise.all(
    targets.map(async (target) => {
      const wanted = refs.filter((ref) => ref.target === target);
      const listed = await readList(target, wanted, reads, counts);
      const missing = wanted.filter((ref) => !listed.has(ref.accountId));
      const single = await settled(missing, reads.get);
      for (const ref of wanted) findings.set(ref, listed.get(ref.accountId));
      for (const [index, ref] of missing.entries()) findings.set(ref, single[index]);
    }),
  );
  return refs.map((ref) => findings.get(ref));
}

/** What the list tells of the accounts, as long as reading on is cheaper than asking for each that is still missing. */
async function readList(
  target: string,
  wanted: readonly MacieMemberRef[],
  { list }: MemberReads,
  counts: MemberCounts,
): Promise<Map<string, Finding>> {
  const findings = new Map<string, Finding>();
  const known = counts.pagesOf(target);
  // The length of an unknown list is found out only when a single page holds no more than is asked for.
  if (known === undefined ? wanted.length <= MEMBER_PAGE_SIZE : wanted.length <= known) return findings;
  const missing = new Set(wanted.map(({ accountId }) => accountId));
  let token: string | undefined;
  for (let pages = 1; ; pages += 1) {
    try {
      const page = await list(target, token);
      for (const member of page.rows) {
        if (missing.delete(member.accountId)) findings.set(member.accountId, member);
      }
      token = page.nextToken;
    } catch (error) {
      return giveUp(error, missing, findings);
    }
    if (token === undefined) {
      for (const accountId of missing) findings.set(accountId, undefined);
      return findings;
    }
    const pagesLeft = Math.max(1, (known ?? 0) - pages);
    if (missing.size <= pagesLeft || pages >= wanted.length) return findings;
  }
}

/** Where ListMembers is refused, GetMember may still be allowed; what else fails would fail for GetMember too. */
function giveUp(
  error: unknown,
  missing: ReadonlySet<string>,
  findings: Map<string, Finding>,
): Map<string, Finding> {
  if (error instanceof AwsError && !error.retryable) return findings;
  for (const accountId of missing) findings.set(accountId, error as Error);
  return findings;
}
