/** The bulk changes of security cases. */
import { graphql } from 'react-relay';
import type { BulkActions } from '../../bulk/bulk-mutation';
import { CASE_TRANSITIONS } from './case-labels';

export const CASE_BULK: BulkActions = {
  type: 'SecurityCase',
  actions: ['UPDATE_STATUS', 'CLOSE', 'UPDATE_RESOLVER_TYPE'],
  labels: CASE_TRANSITIONS,
  mutation: graphql`
    mutation caseBulkMutation($input: ChangeStatusesInput!, $isDryRun: Boolean!) {
      payload: changeStatuses(input: $input) {
        ...bulkMutation_payload
        results {
          ...bulkMutation_result
          resource @skip(if: $isDryRun) {
            ...bulkResource_resource
            ... on SecurityCase {
              status
              awsStatus
              pendingAction
              resolverType
              updatedAt
            }
          }
        }
      }
    }
  `,
};
