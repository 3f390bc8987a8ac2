/** The words of the changes that the API offers. */
import type { TransitionAction } from './__generated__/transitions_resource.graphql';

export const ACTION_LABELS: Readonly<Record<TransitionAction, string>> = {
  CANCEL: 'Cancel',
  CLOSE: 'Close',
  DELETE: 'Delete',
  DISASSOCIATE: 'Disassociate',
  ENABLE: 'Enable',
  PAUSE: 'Pause',
  RESUME: 'Resume',
  SUSPEND: 'Suspend',
  UPDATE_RESOLVER_TYPE: 'Change the resolver',
  UPDATE_STATUS: 'Change the status',
};
