// Terminal statuses and the labels of statuses, written by hand for every status.
import { statusLabel } from '../../../src/domain/records/status-labels';
import { classificationJobTransitions } from '../../../src/domain/transitions/classification-job';
import { macieMemberTransitions } from '../../../src/domain/transitions/macie-member';
import { mailboxExportJobTransitions } from '../../../src/domain/transitions/mailbox-export-job';
import {
  awsManagedCaseTransitions,
  selfManagedCaseTransitions,
} from '../../../src/domain/transitions/security-case';
import { isTerminal } from '../../../src/domain/transitions/terminal';

const TABLES = {
  ClassificationJob: [classificationJobTransitions],
  MacieMember: [macieMemberTransitions],
  MailboxExportJob: [mailboxExportJobTransitions],
  SecurityCase: [selfManagedCaseTransitions, awsManagedCaseTransitions],
} as const;

type Kind = keyof typeof TABLES;

/** For each status, whether it is terminal, and its label. */
const STATUSES: Readonly<Record<Kind, Readonly<Record<string, readonly [boolean, string]>>>> = {
  ClassificationJob: {
    RUNNING: [false, 'Running'],
    IDLE: [false, 'Waiting for the next run'],
    PAUSED: [false, 'Paused by Macie'],
    USER_PAUSED: [false, 'Paused by a user'],
    COMPLETE: [true, 'Complete'],
    CANCELLED: [true, 'Canceled'],
    UNRECOGNIZED: [false, 'Unrecognized'],
  },
  MacieMember: {
    ENABLED: [false, 'Enabled'],
    PAUSED: [false, 'Suspended by the administrator'],
    INVITED: [false, 'Invited'],
    CREATED: [false, 'Added, not invited'],
    REMOVED: [false, 'Removed by the administrator'],
    RESIGNED: [false, 'Resigned'],
    EMAIL_VERIFICATION_IN_PROGRESS: [false, 'Verifying the email address'],
    EMAIL_VERIFICATION_FAILED: [false, 'Email verification failed'],
    REGION_DISABLED: [false, 'Region disabled'],
    ACCOUNT_SUSPENDED: [false, 'Account suspended by AWS'],
    UNRECOGNIZED: [false, 'Unrecognized'],
  },
  MailboxExportJob: {
    RUNNING: [false, 'Running'],
    COMPLETED: [true, 'Completed'],
    FAILED: [true, 'Failed'],
    CANCELLED: [true, 'Canceled'],
    UNRECOGNIZED: [false, 'Unrecognized'],
  },
  SecurityCase: {
    SUBMITTED: [false, 'Submitted'],
    ACKNOWLEDGED: [false, 'Acknowledged'],
    DETECTION_AND_ANALYSIS: [false, 'Detection and analysis'],
    CONTAINMENT_ERADICATION_AND_RECOVERY: [false, 'Containment, eradication and recovery'],
    POST_INCIDENT_ACTIVITIES: [false, 'Post-incident activities'],
    READY_TO_CLOSE: [false, 'Ready to close'],
    CLOSED: [true, 'Closed'],
    UNRECOGNIZED: [false, 'Unrecognized'],
  },
};

const KINDS = Object.keys(TABLES) as Kind[];

test.each(KINDS)('every status of a %s is terminal or not, and has its label', (kind) => {
  for (const [status, expected] of Object.entries(STATUSES[kind])) {
    expect([status, isTerminal(kind, status), statusLabel(kind, status as never)]).toEqual([
      status,
      ...expected,
    ]);
  }
});

test.each(KINDS)(
  'the transition tables of a %s have exactly these statuses, and none from a terminal one',
  (kind) => {
    for (const table of TABLES[kind]) {
      expect(Object.keys(table).sort()).toEqual(Object.keys(STATUSES[kind]).sort());
      const leaving = Object.entries<readonly unknown[]>(table).filter(
        ([status, transitions]) => isTerminal(kind, status) && transitions.length > 0,
      );
      expect(leaving).toEqual([]);
    }
  },
);
