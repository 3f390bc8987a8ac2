/** The operations on members, and on the account's own Macie session. */
import type { z } from 'zod';
import { operation, type Call, type Output } from '../kernel/operation';
import { ascending, paginate } from '../kernel/paginate';
import { conflict, notFound } from './errors';
import { cancelJobsOf, changeMember, memberAccepts, memberIsAlready, type MacieStatus } from './rules';
import { memberDetail, sessionDetail } from './shapes';
import type { MacieState, Member } from './state';
import { LIST_MEMBERS_INPUT, MEMBER_ID_INPUT, NO_INPUT, UPDATE_MEMBER_SESSION_INPUT } from './validation';

type MacieCall = Call<MacieState>;

const DEFAULT_PAGE_SIZE = 25;

function listMembers(input: z.infer<typeof LIST_MEMBERS_INPUT>, call: MacieCall): Output {
  const { members } = call.state;
  const associated = call.kernel.behaviours.current.associatedRelationshipStatuses;
  const onlyAssociated = input.onlyAssociated !== 'false';
  const everyone = (): readonly Member[] =>
    members.sorted('by account', 'until-replaced', (a, b) => ascending([a.accountId], [b.accountId]));
  const current = (): readonly Member[] =>
    members.view(`associated ${associated.join()}`, 'until-status-changes', () =>
      everyone().filter((member) => associated.includes(member.relationshipStatus)),
    );
  const page = paginate(call, {
    rows: onlyAssociated ? current() : everyone(),
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
    if (memberIsAlready(member, requested) && call.kernel.behaviours.current.acceptSameStatus) return {};
    throw conflict(
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

function memberOf(call: MacieCall, id: string): Member {
  const member = call.state.members.get(id);
  if (member === undefined) throw notFound();
  return member;
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
