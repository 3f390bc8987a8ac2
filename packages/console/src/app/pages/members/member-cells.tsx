/** The cells of the list of Macie members. */
import { StatusBadge } from '../../components/status-badge';
import { Time } from '../../components/time';
import { NameCell, PlainText } from '../../lists/resource-columns';
import type { Cells } from '../../lists/resource-table';
import type { membersPage_list$data } from './__generated__/membersPage_list.graphql';
import { MEMBER_TONES } from './member-labels';
import type { MEMBERS_VIEW } from './members-view';

type MemberRow = NonNullable<membersPage_list$data['macieMembers']>['edges'][number]['node'];

export const nameOf = ({ accountId }: MemberRow) => accountId;

export const MEMBER_CELLS: Cells<MemberRow, keyof typeof MEMBERS_VIEW.columns> = {
  account: ({ id, accountId }) => (
    <NameCell type="MacieMember" id={id} name={accountId} fallback={accountId} />
  ),
  email: ({ email }) => <PlainText value={email} />,
  status: ({ status, statusLabel, awsStatus }) => (
    <StatusBadge label={statusLabel} tone={MEMBER_TONES[status]} awsStatus={awsStatus} />
  ),
  invited: ({ invitedAt }) => <Time value={invitedAt} />,
  updated: ({ updatedAt }) => <Time value={updatedAt} />,
  administrator: ({ administratorAccountId }) => <PlainText value={administratorAccountId} />,
  target: ({ target }) => target.name,
};
