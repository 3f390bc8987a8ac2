/** Accounts that other resources name, seen as members of a Macie administrator. */
import type { CompletenessReport } from './completeness';

export type MemberAccountState = 'MEMBER' | 'NOT_A_MEMBER' | 'UNKNOWN';

/** The accounts that a resource names, each once; reading the members starts when `member` or `completeness` is asked for. */
export interface MemberAccountsRecord<Member> {
  readonly nodes: readonly MemberAccountRecord<Member>[];
  readonly completeness: Promise<CompletenessReport>;
}

export interface MemberAccountRecord<Member> {
  readonly accountId: string;
  /** Undefined when Macie has no record of the account. Throws GatewayError when Macie could not be asked. */
  readonly member: Promise<Member | undefined>;
}
