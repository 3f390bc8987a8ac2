/** The bulk changes of classification jobs. */
import { graphql } from 'react-relay';
import type { BulkActions } from '../../bulk/bulk-mutation';
import { JOB_STATUSES } from './job-labels';

export const JOB_BULK: BulkActions = {
  type: 'ClassificationJob',
  actions: ['PAUSE', 'RESUME', 'CANCEL'],
  labels: JOB_STATUSES,
  mutation: graphql`
    mutation jobBulkMutation($input: ChangeStatusesInput!, $isDryRun: Boolean!) {
      payload: changeStatuses(input: $input) {
        ...bulkMutation_payload
        results {
          ...bulkMutation_result
          resource @skip(if: $isDryRun) {
            ...bulkResource_resource
            ... on ClassificationJob {
              status
              awsStatus
              expiresAt
              lastRunErrorStatus {
                code
              }
            }
          }
        }
      }
    }
  `,
};
