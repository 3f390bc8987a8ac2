/** AWS Security Token Service (sts, API version 2011-06-15). */
import { ControlError } from '../kernel/control-input';
import type { ServiceDefinition } from '../kernel/service';
import { ERROR_STATUSES, STS_ERRORS } from './errors';
import { STS_OPERATIONS } from './operations';
import { sessionSummary } from './shapes';
import type { StsState } from './state';

const VERSION = '2011-06-15';

export const STS: ServiceDefinition<StsState> = {
  name: 'sts',
  protocol: 'awsQuery',
  xml: { namespace: `https://sts.amazonaws.com/doc/${VERSION}/`, version: VERSION },
  errors: STS_ERRORS,
  errorStatuses: ERROR_STATUSES,
  operations: STS_OPERATIONS,
  seed: ({ account }, { sessions }) => ({ account, sessions }),
  applyDueChanges: () => undefined,
  admit: () => undefined,
  put: ({ resource }) => {
    throw new ControlError(400, `sts has no resources, so that "${resource}" cannot be put.`);
  },
  dump: ({ account, sessions }) => ({ sessions: sessions.ofAccount(account).map(sessionSummary) }),
};
