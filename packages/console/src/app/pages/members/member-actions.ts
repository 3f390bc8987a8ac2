/** The mutations of the actions on Macie members. */
import { graphql } from 'react-relay';
import { byExpectedStatus, type Actions } from '../../actions/action-mutation';

export const MEMBER_ACTIONS: Actions = {
  type: 'MacieMember',
  byMutation: {
    suspendMacieMember: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation memberActionsSuspendMutation($input: SuspendMacieMemberInput!, $isDryRun: Boolean!) {
          payload: suspendMacieMember(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: macieMember @skip(if: $isDryRun) {
              ...memberPage_member
            }
          }
        }
      `,
    },
    enableMacieMember: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation memberActionsEnableMutation($input: EnableMacieMemberInput!, $isDryRun: Boolean!) {
          payload: enableMacieMember(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: macieMember @skip(if: $isDryRun) {
              ...memberPage_member
            }
          }
        }
      `,
    },
    disassociateMacieMember: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation memberActionsDisassociateMutation(
          $input: DisassociateMacieMemberInput!
          $isDryRun: Boolean!
        ) {
          payload: disassociateMacieMember(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: macieMember @skip(if: $isDryRun) {
              ...memberPage_member
            }
          }
        }
      `,
    },
    deleteMacieMember: {
      fields: byExpectedStatus,
      mutation: graphql`
        mutation memberActionsDeleteMutation($input: DeleteMacieMemberInput!, $isDryRun: Boolean!) {
          payload: deleteMacieMember(input: $input) {
            ...actionMutation_payload
            change {
              ...actionMutation_change
            }
            resource: macieMember @skip(if: $isDryRun) {
              ...memberPage_member
            }
          }
        }
      `,
    },
  },
};
