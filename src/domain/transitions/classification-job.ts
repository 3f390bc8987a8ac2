/** Status changes of a Macie classification job, all requested with UpdateClassificationJob. */
import type { ActionTable, ConsequenceCode, Transition, TransitionTable } from './table';

export type ClassificationJobStatus =
  'RUNNING' | 'IDLE' | 'PAUSED' | 'USER_PAUSED' | 'COMPLETE' | 'CANCELLED' | 'UNRECOGNIZED';

/** The statuses that UpdateClassificationJob accepts; it rejects the other values of its enum. */
export type RequestableJobStatus = 'RUNNING' | 'USER_PAUSED' | 'CANCELLED';

type JobTransition = Transition<ClassificationJobStatus, RequestableJobStatus>;

export const CLASSIFICATION_JOB_ACTIONS = {
  PAUSE: { to: 'USER_PAUSED', mutation: 'pauseClassificationJob', operation: 'UpdateClassificationJob' },
  RESUME: { to: 'RUNNING', mutation: 'resumeClassificationJob', operation: 'UpdateClassificationJob' },
  CANCEL: { to: 'CANCELLED', mutation: 'cancelClassificationJob', operation: 'UpdateClassificationJob' },
} as const satisfies ActionTable<RequestableJobStatus>;

const pause = (...consequences: ConsequenceCode[]): JobTransition => ({
  action: 'PAUSE',
  ...CLASSIFICATION_JOB_ACTIONS.PAUSE,
  consequences,
});

const resume: JobTransition = {
  action: 'RESUME',
  ...CLASSIFICATION_JOB_ACTIONS.RESUME,
  consequences: ['MAY_LAND_IN_IDLE'],
  landsIn: ['RUNNING', 'IDLE'],
};

const cancel: JobTransition = {
  action: 'CANCEL',
  ...CLASSIFICATION_JOB_ACTIONS.CANCEL,
  consequences: ['IRREVERSIBLE'],
};

export const classificationJobTransitions = {
  RUNNING: [pause('EXPIRES_AFTER_30_DAYS'), cancel],
  IDLE: [pause(), cancel],
  PAUSED: [pause(), cancel],
  USER_PAUSED: [resume, cancel],
  COMPLETE: [],
  CANCELLED: [],
  UNRECOGNIZED: [],
} as const satisfies TransitionTable<ClassificationJobStatus, RequestableJobStatus>;
