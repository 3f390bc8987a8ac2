/** The mutations of the actions on security cases. */
import { graphql } from 'react-relay';
import { byExpectedStatus, type Actions } from '../../actions/action-mutation';

export const CASE_ACTIONS: Actions = {
  type: 'SecurityCase',
  byMutation: {
    updateSecurityCaseStatus: {
      fields: ({ expectedStatus, to }) => ({ expectedStatus, status: to }),
      mutation: graphql`
        mutation caseActionsUpdateStatusMutation(
          $input: UpdateSecurityCaseStatusInput!
          $isDryRun: Boolean!
        ) {
          payload: updateSecurityCaseStatus(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: securityCase @skip(if: $isDryRun) {
              ...casePage_securityCase
            }
          }
        }
      `,
    },
    updateSecurityCaseResolverType: {
      // The API checks no expected status here: the change concerns the resolver.
      fields: ({ to }) => ({ resolverType: to }),
      mutation: graphql`
        mutation caseActionsUpdateResolverTypeMutation(
          $input: UpdateSecurityCaseResolverTypeInput!
          $isDryRun: Boolean!
        ) {
          payload: updateSecurityCaseResolverType(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: securityCase @skip(if: $isDryRun) {
              ...casePage_securityCase
            }
          }
        }
      `,
    },
    closeSecurityCase: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation caseActionsCloseMutation($input: CloseSecurityCaseInput!, $isDryRun: Boolean!) {
          payload: closeSecurityCase(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: securityCase @skip(if: $isDryRun) {
              ...casePage_securityCase
            }
          }
        }
      `,
    },
  },
};
