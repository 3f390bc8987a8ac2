/** The search for Macie members by account: GetMember per account or pages of ListMembers, whichever needs fewer calls. */
import type { MacieMemberRef } from '../aws/adapters/macie-member';
import { AwsError } from '../domain/errors';
import type { MacieMemberRecord } from '../domain/records/macie-member';
import type { AwsPage } from '../domain/records/page';
import { settled } from './settled';

/** The maximum of ListMembers. */
export const MEMBER_PAGE_SIZE = 25;

export interface MemberReads {
  readonly get: (ref: MacieMemberRef) => Promise<MacieMemberRecord | undefined>;
  /** Returns a page of all members, including former members. */
  readonly list: (target: string, token: string | undefined) => Promise<AwsPage<MacieMemberRecord>>;
}

type FoundMember = MacieMemberRecord | undefined | Error;

/** The finder of one request. */
export class MemberFinder {
  private readonly scans = new Map<string, MemberListScan>();

  constructor(private readonly reads: MemberReads) {}

  /** Returns one result or error per ref, in the same order; undefined for an account that has never been a member. */
  async find(refs: readonly MacieMemberRef[]): Promise<FoundMember[]> {
    const found = new Map<MacieMemberRef, FoundMember>();
    const targets = [...new Set(refs.map(({ target }) => target))];
    await Promise.all(
      targets.map(async (target) => {
        const wanted = refs.filter((ref) => ref.target === target);
        const scan = this.scanOf(target);
        await scan.seek(wanted.map(({ accountId }) => accountId));
        const missing = wanted.filter(({ accountId }) => !scan.hasResultFor(accountId));
        const singleResults = await settled(missing, this.reads.get);
        for (const ref of wanted) found.set(ref, scan.resultFor(ref.accountId));
        for (const [index, ref] of missing.entries()) found.set(ref, singleResults[index]);
      }),
    );
    return refs.map((ref) => found.get(ref));
  }

  /** Discards all list pages that were read. */
  clearAll(): void {
    this.scans.clear();
  }

  private scanOf(target: string): MemberListScan {
    const scan = this.scans.get(target) ?? new MemberListScan((token) => this.reads.list(target, token));
    this.scans.set(target, scan);
    return scan;
  }
}

/** A scan of one list of members that continues while it needs fewer calls than one GetMember per missing account. */
class MemberListScan {
  private readonly found = new Map<string, MacieMemberRecord>();
  private readonly wanted = new Set<string>();
  private readonly missing = new Set<string>();
  private pages = 0;
  private token: string | undefined;
  private hasEnded = false;
  private hasUnreadableRows = false;
  private failure: Error | undefined;
  private scanning: Promise<void> | undefined;

  constructor(private readonly list: (token: string | undefined) => Promise<AwsPage<MacieMemberRecord>>) {}

  /** True when the list contains the account, was read to the end without a gap, or cannot be read. */
  hasResultFor(accountId: string): boolean {
    const isWhole = this.hasEnded && !this.hasUnreadableRows;
    return isWhole || this.failure !== undefined || this.found.has(accountId);
  }

  resultFor(accountId: string): FoundMember {
    return this.found.get(accountId) ?? this.failure;
  }

  /** Continues the scan until every account is found, the list ends, or GetMember needs fewer calls. */
  async seek(accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) {
      this.wanted.add(accountId);
      if (!this.found.has(accountId)) this.missing.add(accountId);
    }
    this.scanning ??= this.scan();
    await this.scanning;
  }

  private async scan(): Promise<void> {
    try {
      while (this.isWorthContinuing()) await this.readPage();
    } catch (error) {
      // After a permanent error of ListMembers, GetMember may still be allowed. A retryable error would hit GetMember too.
      if (error instanceof AwsError && !error.retryable) return;
      this.failure = error as Error;
    } finally {
      this.scanning = undefined;
    }
  }

  private isWorthContinuing(): boolean {
    if (this.hasEnded || this.failure !== undefined) return false;
    // No AWS operation returns the length of the list. Start when more accounts are missing than fit on one page.
    if (this.pages === 0) return this.missing.size > MEMBER_PAGE_SIZE;
    return this.missing.size > 1 && this.pages < this.wanted.size;
  }

  private async readPage(): Promise<void> {
    const { rows, nextToken, unreadableRows } = await this.list(this.token);
    this.pages += 1;
    if (unreadableRows > 0) this.hasUnreadableRows = true;
    for (const member of rows) {
      this.missing.delete(member.accountId);
      // Keep every member: a later lookup may need one whose page was already read.
      this.found.set(member.accountId, member);
    }
    this.token = nextToken;
    this.hasEnded = nextToken === undefined;
  }
}
