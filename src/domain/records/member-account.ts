/** Records of accounts that other resources name, with their membership of a Macie administrator. */
import type { CompletenessReport } from './completeness';

export type MemberAccountStatus = 'MEMBER' | 'NOT_A_MEMBER' | 'UNKNOWN';

/** The distinct accounts that a resource names. Access to `member` or `completeness` starts the reads of the members. */
export interface MemberAccountsRecord<Member> {
  readonly nodes: readonly MemberAccountRecord<Member>[];
  readonly completeness: Promise<CompletenessReport>;
}

export interface MemberAccountRecord<Member> {
  readonly accountId: string;
  /** Undefined when Macie has no record of the account. Rejects with GatewayError when the read failed. */
  readonly member: Promise<Member | undefined>;
}
