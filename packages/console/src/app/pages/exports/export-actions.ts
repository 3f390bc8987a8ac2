/** The mutations of the actions on mailbox exports. */
import { graphql } from 'react-relay';
import { byExpectedStatus, type Actions } from '../../actions/action-mutation';

export const EXPORT_ACTIONS: Actions = {
  type: 'MailboxExportJob',
  byMutation: {
    cancelMailboxExportJob: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation exportActionsCancelMutation($input: CancelMailboxExportJobInput!, $isDryRun: Boolean!) {
          payload: cancelMailboxExportJob(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: mailboxExportJob @skip(if: $isDryRun) {
              ...exportPage_exportJob
            }
          }
        }
      `,
    },
  },
};
