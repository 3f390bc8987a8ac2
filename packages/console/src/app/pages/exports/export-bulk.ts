/** The bulk changes of mailbox exports. */
import { graphql } from 'react-relay';
import type { BulkActions } from '../../bulk/bulk-mutation';
import { EXPORT_STATUSES } from './export-labels';

export const EXPORT_BULK: BulkActions = {
  type: 'MailboxExportJob',
  actions: ['CANCEL'],
  labels: EXPORT_STATUSES,
  mutation: graphql`
    mutation exportBulkMutation($input: ChangeStatusesInput!, $isDryRun: Boolean!) {
      payload: changeStatuses(input: $input) {
        ...bulkMutation_payload
        results {
          ...bulkMutation_result
          resource @skip(if: $isDryRun) {
            ...bulkResource_resource
            ... on MailboxExportJob {
              status
              awsStatus
              estimatedProgress
              endedAt
            }
          }
        }
      }
    }
  `,
};
