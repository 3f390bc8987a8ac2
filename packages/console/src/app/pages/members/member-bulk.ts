/** The bulk changes of Macie members. */
import { graphql } from 'react-relay';
import type { BulkActions } from '../../bulk/bulk-mutation';
import { MEMBER_TRANSITIONS } from './member-labels';

export const MEMBER_BULK: BulkActions = {
  type: 'MacieMember',
  actions: ['SUSPEND', 'ENABLE', 'DISASSOCIATE', 'DELETE'],
  labels: MEMBER_TRANSITIONS,
  mutation: graphql`
    mutation memberBulkMutation($input: ChangeStatusesInput!, $isDryRun: Boolean!) {
      payload: changeStatuses(input: $input) {
        ...bulkMutation_payload
        results {
          ...bulkMutation_result
          resource @skip(if: $isDryRun) {
            ...bulkResource_resource
            ... on MacieMember {
              status
              awsStatus
              updatedAt
            }
          }
        }
      }
    }
  `,
};
