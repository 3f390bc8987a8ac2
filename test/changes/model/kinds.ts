// Two kinds of jobs: what AWS allows, and what a gateway says that AWS allows. Both are written out.
import { provenByStatus, type ChangePort } from '../../../src/changes/change';
import type { RefOf } from '../../../src/domain/resources';
import type { Transition } from '../../../src/domain/transitions/table';

export type Status = 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'COMPLETED';
export type Ref = RefOf<'ClassificationJob'>;
export type Job = Ref & { readonly status: Status };
export type Port = ChangePort<Ref, Job, Status, Status>;

/** A frank AWS refuses what it does not do; a silent one says yes to everything, and only knows how to cancel. */
export type Manner = 'frank' | 'silent';

type Targets = Readonly<Record<Status, readonly Status[]>>;

/** What AWS carries out when it is asked. */
export const CARRIED_OUT: Readonly<Record<Manner, Targets>> = {
  frank: { RUNNING: ['PAUSED', 'CANCELLED'], PAUSED: ['RUNNING', 'CANCELLED'], CANCELLED: [], COMPLETED: [] },
  silent: { RUNNING: ['CANCELLED'], PAUSED: [], CANCELLED: [], COMPLETED: [] },
};

/** What others do to a job, and what it does by itself. */
export const HAPPENS: Readonly<Record<Manner, Targets>> = {
  frank: {
    RUNNING: ['PAUSED', 'CANCELLED', 'COMPLETED'],
    PAUSED: ['RUNNING', 'CANCELLED'],
    CANCELLED: [],
    COMPLETED: [],
  },
  silent: { RUNNING: ['CANCELLED', 'COMPLETED'], PAUSED: [], CANCELLED: [], COMPLETED: [] },
};

const pause: Transition<Status, Status> = {
  action: 'PAUSE',
  to: 'PAUSED',
  mutation: 'pauseJob',
  operation: 'UpdateJob',
  consequences: ['EXPIRES_AFTER_30_DAYS'],
};
const resume: Transition<Status, Status> = {
  action: 'RESUME',
  to: 'RUNNING',
  mutation: 'resumeJob',
  operation: 'UpdateJob',
  consequences: [],
};
const cancel: Transition<Status, Status> = {
  action: 'CANCEL',
  to: 'CANCELLED',
  mutation: 'cancelJob',
  operation: 'UpdateJob',
  consequences: ['IRREVERSIBLE'],
};

export const TRANSITIONS: Readonly<
  Record<Manner, Readonly<Record<Status, readonly Transition<Status, Status>[]>>>
> = {
  frank: { RUNNING: [pause, cancel], PAUSED: [resume, cancel], CANCELLED: [], COMPLETED: [] },
  silent: { RUNNING: [cancel], PAUSED: [], CANCELLED: [], COMPLETED: [] },
};

/** What is asked for, allowed or not, the more often where there is more to come after it. */
export const ASKED: Readonly<Record<Manner, readonly Transition<Status, Status>[]>> = {
  frank: [pause, pause, resume, resume, cancel],
  silent: [cancel],
};

/** All of a port but its calls. */
export function knowledgeOf(manner: Manner): Omit<Port, 'read' | 'send'> {
  return {
    status: ({ status }) => status,
    transitions: ({ status }) => TRANSITIONS[manner][status],
    proves: provenByStatus(({ status }: Job) => status),
    acceptanceProves: manner === 'frank',
  };
}

export const jobRef = (index: number): Ref => ({
  kind: 'ClassificationJob',
  target: 'default',
  jobId: `job-${index}`,
});
