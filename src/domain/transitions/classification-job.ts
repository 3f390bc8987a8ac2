/** Status changes of a Macie classification job, all requested with UpdateClassificationJob. */
import type { ConsequenceCode, Transition, TransitionTable } from './table';

export type ClassificationJobStatus =
  'RUNNING' | 'IDLE' | 'PAUSED' | 'USER_PAUSED' | 'COMPLETE' | 'CANCELLED' | 'UNRECOGNIZED';

/** UpdateClassificationJob takes these of its enum and refuses the others. */
export type RequestableJobStatus = 'RUNNING' | 'USER_PAUSED' | 'CANCELLED';

type JobTransition = Transition<ClassificationJobStatus, RequestableJobStatus>;

const pause = (...consequences: ConsequenceCode[]): JobTransition => ({
  action: 'PAUSE',
  to: 'USER_PAUSED',
  mutation: 'pauseClassificationJob',
  consequences,
});

const resume: JobTransition = {
  action: 'RESUME',
  to: 'RUNNING',
  mutation: 'resumeClassificationJob',
  consequences: ['MAY_LAND_IN_IDLE'],
  landsIn: ['RUNNING', 'IDLE'],
};

const cancel: JobTransition = {
  action: 'CANCEL',
  to: 'CANCELLED',
  mutation: 'cancelClassificationJob',
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
