/** Finds members by account: by GetMember, once per account, or by reading through ListMembers, whichever costs fewer calls. */
import type { MacieMemberRef } from '../aws/adapters/macie-member';
import { AwsError } from '../domain/errors';
import type { MacieMemberRecord } from '../domain/records/macie-member';
import type { AwsPage } from '../domain/records/page';
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

type FoundMember = MacieMemberRecord | undefined | Error;

/** For one request. */
export class MemberFinder {
  private readonly walks = new Map<string, MemberListWalk>();

  constructor(
    private readonly reads: MemberReads,
    private readonly counts: MemberCounts,
  ) {}

  /** One answer or error for each ref, in their order; undefined for an account that has never been a member. */
  async find(refs: readonly MacieMemberRef[]): Promise<FoundMember[]> {
    const found = new Map<MacieMemberRef, FoundMember>();
    const targets = [...new Set(refs.map(({ target }) => target))];
    await Promise.all(
      targets.map(async (target) => {
        const wanted = refs.filter((ref) => ref.target === target);
        const walk = this.walkOf(target);
        await walk.seek(wanted.map(({ accountId }) => accountId));
        const missing = wanted.filter(({ accountId }) => !walk.knows(accountId));
        const single = await settled(missing, this.reads.get);
        for (const ref of wanted) found.set(ref, walk.resultFor(ref.accountId));
        for (const [index, ref] of missing.entries()) found.set(ref, single[index]);
      }),
    );
    return refs.map((ref) => found.get(ref));
  }

  /** Forgets what the lists have told. */
  clearAll(): void {
    this.walks.clear();
  }

  private walkOf(target: string): MemberListWalk {
    const walk =
      this.walks.get(target) ??
      new MemberListWalk((token) => this.reads.list(target, token), this.counts.pagesOf(target));
    this.walks.set(target, walk);
    return walk;
  }
}

/** Reads through one list of members as long as that is cheaper than asking for each account that is still missing. */
class MemberListWalk {
  private readonly found = new Map<string, MacieMemberRecord>();
  private readonly wanted = new Set<string>();
  private readonly missing = new Set<string>();
  private pages = 0;
  private token: string | undefined;
  private hasEnded = false;
  private failure: Error | undefined;
  private walking: Promise<void> | undefined;

  constructor(
    private readonly list: (token: string | undefined) => Promise<AwsPage<MacieMemberRecord>>,
    /** How many pages there are; undefined when that is not known. */
    private readonly length: number | undefined,
  ) {}

  /** True when the list told of the account, or cannot be asked. */
  knows(accountId: string): boolean {
    return this.hasEnded || this.failure !== undefined || this.found.has(accountId);
  }

  resultFor(accountId: string): FoundMember {
    return this.found.get(accountId) ?? this.failure;
  }

  /** Reads on until every account is found, the list ends, or it does not pay any more. */
  async seek(accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) {
      this.wanted.add(accountId);
      if (!this.found.has(accountId)) this.missing.add(accountId);
    }
    this.walking ??= this.walk();
    await this.walking;
  }

  private async walk(): Promise<void> {
    try {
      while (this.isWorthReadingOn()) await this.readPage();
    } catch (error) {
      // Where ListMembers is refused, GetMember may still be allowed; what else fails would fail for GetMember too.
      if (error instanceof AwsError && !error.retryable) return;
      this.failure = error as Error;
    } finally {
      this.walking = undefined;
    }
  }

  private isWorthReadingOn(): boolean {
    if (this.hasEnded || this.failure !== undefined) return false;
    // How long an unknown list is shows only on the way: it is begun when a page of it holds no more than is wanted.
    if (this.length === undefined && this.pages === 0) return this.missing.size > MEMBER_PAGE_SIZE;
    const pagesLeft = Math.max(1, (this.length ?? 0) - this.pages);
    return this.missing.size > pagesLeft && this.pages < this.wanted.size;
  }

  private async readPage(): Promise<void> {
    const { rows, nextToken } = await this.list(this.token);
    this.pages += 1;
    for (const member of rows) {
      this.missing.delete(member.accountId);
      // It may be wanted later, when the list has been read past it.
      this.found.set(member.accountId, member);
    }
    this.token = nextToken;
    this.hasEnded = nextToken === undefined;
  }
}
