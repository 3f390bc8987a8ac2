/** The mutations of the actions on classification jobs. */
import { graphql } from 'react-relay';
import { byExpectedStatus, type Actions } from '../../actions/action-mutation';

export const JOB_ACTIONS: Actions = {
  type: 'ClassificationJob',
  byMutation: {
    pauseClassificationJob: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation jobActionsPauseMutation($input: PauseClassificationJobInput!, $isDryRun: Boolean!) {
          payload: pauseClassificationJob(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: classificationJob @skip(if: $isDryRun) {
              ...jobPage_job
            }
          }
        }
      `,
    },
    resumeClassificationJob: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation jobActionsResumeMutation($input: ResumeClassificationJobInput!, $isDryRun: Boolean!) {
          payload: resumeClassificationJob(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: classificationJob @skip(if: $isDryRun) {
              ...jobPage_job
            }
          }
        }
      `,
    },
    cancelClassificationJob: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation jobActionsCancelMutation($input: CancelClassificationJobInput!, $isDryRun: Boolean!) {
          payload: cancelClassificationJob(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: classificationJob @skip(if: $isDryRun) {
              ...jobPage_job
            }
          }
        }
      `,
    },
  },
};
