/** The cells of the list of security cases. */
import { StatusBadge } from '../../components/status-badge';
import { Missing, Time } from '../../components/time';
import { ConsoleLink, NameCell } from '../../lists/resource-columns';
import type { Cells } from '../../lists/resource-table';
import type { casesPage_list$data } from './__generated__/casesPage_list.graphql';
import { CASE_TONES, ENGAGEMENT_TYPES, PENDING_ACTIONS, RESOLVER_TYPES } from './case-labels';
import type { CASES_VIEW } from './cases-view';

type CaseRow = NonNullable<casesPage_list$data['securityCases']>['edges'][number]['node'];

export const nameOf = ({ title, caseId }: CaseRow) => title ?? caseId;

export const CASE_CELLS: Cells<CaseRow, keyof typeof CASES_VIEW.columns> = {
  title: ({ id, title, caseId }) => <NameCell type="SecurityCase" id={id} name={title} fallback={caseId} />,
  status: ({ status, statusLabel, awsStatus }) => (
    <StatusBadge label={statusLabel} tone={CASE_TONES[status]} awsStatus={awsStatus} />
  ),
  pending: ({ pendingAction }) => {
    if (pendingAction === 'CUSTOMER') return <StatusBadge label={PENDING_ACTIONS.CUSTOMER} tone="problem" />;
    return pendingAction == null ? <Missing /> : PENDING_ACTIONS[pendingAction];
  },
  resolver: ({ resolverType }) => (resolverType == null ? <Missing /> : RESOLVER_TYPES[resolverType]),
  engagement: ({ engagementType }) =>
    engagementType == null ? <Missing /> : ENGAGEMENT_TYPES[engagementType],
  updated: ({ updatedAt }) => <Time value={updatedAt} />,
  created: ({ createdAt }) => <Time value={createdAt} />,
  target: ({ target }) => target.name,
  caseId: ({ caseId }) => caseId,
  console: ({ consoleUrl, title, caseId }) => <ConsoleLink url={consoleUrl} name={title ?? caseId} />,
};
