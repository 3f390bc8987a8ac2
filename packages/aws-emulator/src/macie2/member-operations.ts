/** The operations on members, and on the Macie session of the account. */
import type { z } from 'zod';
import { operation, type Call, type Output } from '../kernel/operation';
import { ascending, paginate } from '../kernel/paginate';
import { conflict, notAMember, notFound, rejectedChange, validation } from './errors';
import {
  cancelJobsOf,
  changeMember,
  isDeletable,
  memberAccepts,
  memberHasStatus,
  type MacieStatus,
} from './rules';
import { memberDetail, sessionDetail } from './shapes';
import type { MacieState, Member } from './state';
import { checkTagCount } from './tag-operations';
import {
  CREATE_MEMBER_INPUT,
  LIST_MEMBERS_INPUT,
  MEMBER_ID_INPUT,
  NO_INPUT,
  UPDATE_MEMBER_SESSION_INPUT,
} from './validation';

type MacieCall = Call<MacieState>;

const DEFAULT_PAGE_SIZE = 25;

function listMembers(input: z.infer<typeof LIST_MEMBERS_INPUT>, call: MacieCall): Output {
  const { members } = call.state;
  const associated = call.kernel.behaviors.current.associatedRelationshipStatuses;
  const onlyAssociated = input.onlyAssociated !== 'false';
  const allMembers = (): readonly Member[] =>
    members.sorted('by account', 'until-replaced', (a, b) => ascending([a.accountId], [b.accountId]));
  const associatedMembers = (): readonly Member[] =>
    members.view(`associated ${associated.join()}`, 'until-status-changes', () =>
      allMembers().filter((member) => associated.includes(member.relationshipStatus)),
    );
  const page = paginate(call, {
    rows: onlyAssociated ? associatedMembers() : allMembers(),
    orderKey: (member) => [member.accountId],
    compare: ascending,
    boundTo: [onlyAssociated],
    nextToken: input.nextToken,
    pageSize: input.maxResults ?? DEFAULT_PAGE_SIZE,
  });
  return { members: page.rows.map(memberDetail), nextToken: page.nextToken };
}

function getMember({ id }: { id: string }, call: MacieCall): Output {
  return memberDetail(memberOf(call, id));
}

function updateMemberSession(input: { id: string; status: MacieStatus }, call: MacieCall): Output {
  const { id, status: requested } = input;
  const member = memberOf(call, id);
  if (!memberAccepts(member, requested)) {
    if (memberHasStatus(member, requested) && call.kernel.behaviors.current.acceptSameStatus) return {};
    throw rejectedChange(
      call,
      `Macie can't be ${requested} for an account whose status is ${member.relationshipStatus}.`,
    );
  }
  changeMember(member, requested, call.now);
  call.state.members.changed(id);
  const memberState = call.stateOf({ account: id, region: call.scope.region });
  memberState.session.status = requested;
  memberState.session.updatedAt = call.now;
  if (requested === 'PAUSED') cancelJobsOf(member, call.state, memberState, call.now);
  return {};
}

/** Adds or replaces the record of an account. Rejects current members and the account of the administrator. */
function createMember({ account, tags }: z.infer<typeof CREATE_MEMBER_INPUT>, call: MacieCall): Output {
  const { members } = call.state;
  const { accountId, email } = account;
  if (accountId === call.scope.account) throw validation("The administrator can't be its own member.");
  const { associatedRelationshipStatuses, createdMemberStatus } = call.kernel.behaviors.current;
  const existing = members.get(accountId);
  if (existing !== undefined && associatedRelationshipStatuses.includes(existing.relationshipStatus)) {
    throw conflict('The account is a member already.');
  }
  checkTagCount(tags);
  const member: Member = {
    accountId,
    administratorAccountId: call.scope.account,
    arn: `arn:aws:macie2:${call.scope.region}:${call.scope.account}:member/${accountId}`,
    email,
    invitedAt: undefined,
    relationshipStatus: createdMemberStatus,
    tags: tags ?? {},
    updatedAt: call.now,
  };
  members.put(accountId, member);
  return { arn: member.arn };
}

/** Keeps the record of the account with the status Removed. The jobs of the account continue. */
function disassociateMember({ id }: { id: string }, call: MacieCall): Output {
  const member = memberOf(call, id);
  const { disassociableRelationshipStatuses } = call.kernel.behaviors.current;
  if (!disassociableRelationshipStatuses.includes(member.relationshipStatus)) {
    throw rejectedChange(
      call,
      `An account whose status is ${member.relationshipStatus} can't be disassociated.`,
    );
  }
  member.relationshipStatus = 'Removed';
  member.updatedAt = call.now;
  call.state.members.changed(id);
  return {};
}

function deleteMember({ id }: { id: string }, call: MacieCall): Output {
  const member = memberOf(call, id);
  if (!isDeletable(member)) {
    throw rejectedChange(call, `An account whose status is ${member.relationshipStatus} can't be deleted.`);
  }
  call.state.members.delete(id);
  return {};
}

function memberOf(call: MacieCall, id: string): Member {
  const member = call.state.members.get(id);
  if (member !== undefined) return member;
  const { nonMemberError } = call.kernel.behaviors.current;
  throw nonMemberError === 'ValidationException'
    ? notAMember(call.operation, id, call.scope.account)
    : notFound();
}

export const MEMBER_OPERATIONS = [
  operation(
    'ListMembers',
    {
      method: 'GET',
      path: '/members',
      status: 200,
      query: { maxResults: 'integer', nextToken: 'string', onlyAssociated: 'string' },
    },
    LIST_MEMBERS_INPUT,
    listMembers,
  ),
  operation(
    'CreateMember',
    { method: 'POST', path: '/members', status: 200 },
    CREATE_MEMBER_INPUT,
    createMember,
  ),
  operation(
    'DisassociateMember',
    { method: 'POST', path: '/members/disassociate/{id}', status: 200 },
    MEMBER_ID_INPUT,
    disassociateMember,
  ),
  operation(
    'DeleteMember',
    { method: 'DELETE', path: '/members/{id}', status: 200 },
    MEMBER_ID_INPUT,
    deleteMember,
  ),
  operation('GetMember', { method: 'GET', path: '/members/{id}', status: 200 }, MEMBER_ID_INPUT, getMember),
  operation(
    'UpdateMemberSession',
    { method: 'PATCH', path: '/macie/members/{id}', status: 200 },
    UPDATE_MEMBER_SESSION_INPUT,
    updateMemberSession,
  ),
  operation(
    'GetMacieSession',
    { method: 'GET', path: '/macie', status: 200 },
    NO_INPUT,
    (_input, call: MacieCall) => sessionDetail(call.state.session),
  ),
];
