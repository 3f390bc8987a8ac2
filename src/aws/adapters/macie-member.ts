/** The adapter of the member accounts of a Macie administrator: ListMembers, GetMember, CreateMember, UpdateMemberSession, DisassociateMember, DeleteMember. */
import {
  CreateMemberCommand,
  DeleteMemberCommand,
  DisassociateMemberCommand,
  GetMemberCommand,
  ListMembersCommand,
  UpdateMemberSessionCommand,
  type GetMemberResponse,
  type Member,
  type RelationshipStatus,
} from '@aws-sdk/client-macie2';
import type { RefOf } from '../../domain/resources';
import type { MacieMemberRecord, NewMacieMember } from '../../domain/records/macie-member';
import type { AwsPage, PageRequest } from '../../domain/records/page';
import type { MacieMemberStatus, RequestableMemberStatus } from '../../domain/transitions/macie-member';
import type { CallContext } from '../client/call-context';
import type { AwsClients } from '../client/clients';
import { MACIE_MEMBER_OPERATIONS as OPERATIONS } from './macie-member-operations';
import { enumMap } from './enum-map';
import { orUndefined } from './not-found';
import { pageOf } from './page-of';
import type { WithAsOf } from '../client/port';
import { toAwsTags, toTags } from './tags';
import { unreadableFields } from './unreadable-fields';

const statuses = enumMap({
  Enabled: 'ENABLED',
  Paused: 'PAUSED',
  Invited: 'INVITED',
  Created: 'CREATED',
  Removed: 'REMOVED',
  Resigned: 'RESIGNED',
  EmailVerificationInProgress: 'EMAIL_VERIFICATION_IN_PROGRESS',
  EmailVerificationFailed: 'EMAIL_VERIFICATION_FAILED',
  RegionDisabled: 'REGION_DISABLED',
  AccountSuspended: 'ACCOUNT_SUSPENDED',
} as const satisfies Record<RelationshipStatus, MacieMemberStatus>);

export type MacieMemberRef = RefOf<'MacieMember'>;

export class MacieMemberAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListMembers. */
  async list(
    target: string,
    onlyAssociated: boolean,
    page: PageRequest,
    call: CallContext,
  ): Promise<AwsPage<MacieMemberRecord>> {
    // The type of onlyAssociated in ListMembers is string.
    const input = {
      onlyAssociated: String(onlyAssociated),
      nextToken: page.token,
      maxResults: page.size,
    };
    const output = await this.clients
      .port('macie2', target)
      .read(OPERATIONS.ListMembers, new ListMembersCommand(input), call);
    const rows = (output.members ?? []).map((member) =>
      toRecord(target, member.accountId ?? '', member, output),
    );
    return pageOf(output, rows, output.nextToken);
  }

  /** GetMember; undefined when Macie has no record of the account. */
  async get(ref: MacieMemberRef, call: CallContext): Promise<MacieMemberRecord | undefined> {
    const { target, accountId } = ref;
    const output = await orUndefined(
      this.clients
        .port('macie2', target)
        .read(OPERATIONS.GetMember, new GetMemberCommand({ id: accountId }), call),
    );
    return output && toRecord(target, accountId, output, output);
  }

  /** CreateMember. Throws AwsError. */
  async create(
    target: string,
    { accountId, email, tags }: NewMacieMember,
    call: CallContext,
  ): Promise<MacieMemberRef> {
    const input = { account: { accountId, email }, ...(tags != null && { tags: toAwsTags(tags) }) };
    await this.clients
      .port('macie2', target)
      .write(OPERATIONS.CreateMember, new CreateMemberCommand(input), call);
    return { kind: 'MacieMember', target, accountId };
  }

  /** DisassociateMember. */
  async disassociate({ target, accountId }: MacieMemberRef, call: CallContext): Promise<void> {
    await this.clients
      .port('macie2', target)
      .write(OPERATIONS.DisassociateMember, new DisassociateMemberCommand({ id: accountId }), call);
  }

  /** DeleteMember. */
  async delete({ target, accountId }: MacieMemberRef, call: CallContext): Promise<void> {
    await this.clients
      .port('macie2', target)
      .write(OPERATIONS.DeleteMember, new DeleteMemberCommand({ id: accountId }), call);
  }

  /** UpdateMemberSession. */
  async update(
    { target, accountId }: MacieMemberRef,
    status: RequestableMemberStatus,
    call: CallContext,
  ): Promise<void> {
    await this.clients
      .port('macie2', target)
      .write(OPERATIONS.UpdateMemberSession, new UpdateMemberSessionCommand({ id: accountId, status }), call);
  }
}

function toRecord(
  target: string,
  accountId: string,
  member: Member | GetMemberResponse,
  { asOf }: WithAsOf,
): MacieMemberRecord {
  return {
    kind: 'MacieMember',
    target,
    accountId,
    administratorAccountId: member.administratorAccountId,
    masterAccountId: member.masterAccountId,
    arn: member.arn,
    email: member.email,
    status: statuses.fromAws(member.relationshipStatus) ?? 'UNRECOGNIZED',
    awsStatus: member.relationshipStatus,
    invitedAt: member.invitedAt,
    updatedAt: member.updatedAt,
    tags: toTags(member.tags),
    asOf,
    ...unreadableFields({ relationshipStatus: ['status', 'awsStatus'] }, member),
  };
}
