/** Records of accounts that other resources name, with their membership of a Macie administrator. */

export type MemberAccountStatus = 'MEMBER' | 'NOT_A_MEMBER' | 'UNKNOWN';

/** Access to `member` starts the read of the member. */
export interface MemberAccountRecord<Member> {
  readonly accountId: string;
  /** Undefined when Macie has no record of the account. Rejects with GatewayError when the read failed. */
  readonly member: Promise<Member | undefined>;
}
