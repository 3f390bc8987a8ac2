// The jobs of the model in two modes of AWS: the transitions that AWS carries out, and those that the port declares. Both are handwritten.
import { provenByStatus, type ChangePort } from '../../../src/changes/change';
import type { RefOf } from '../../../src/domain/resources';
import type { Transition } from '../../../src/domain/transitions/table';

export type Status = 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'COMPLETED';
export type Ref = RefOf<'ClassificationJob'>;
export type Job = Ref & { readonly status: Status };
export type Port = ChangePort<Ref, Job, Status, Status>;

/** A strict AWS rejects every update that it does not carry out. A lenient AWS accepts every update, and can only cancel. */
export type Mode = 'strict' | 'lenient';

type Targets = Readonly<Record<Status, readonly Status[]>>;

/** The statuses that AWS changes a job to on request, by its current status. */
export const CARRIED_OUT: Readonly<Record<Mode, Targets>> = {
  strict: {
    RUNNING: ['PAUSED', 'CANCELLED'],
    PAUSED: ['RUNNING', 'CANCELLED'],
    CANCELLED: [],
    COMPLETED: [],
  },
  lenient: { RUNNING: ['CANCELLED'], PAUSED: [], CANCELLED: [], COMPLETED: [] },
};

/** The statuses that a job changes to by itself or through other clients. */
export const EXTERNAL_CHANGES: Readonly<Record<Mode, Targets>> = {
  strict: {
    RUNNING: ['PAUSED', 'CANCELLED', 'COMPLETED'],
    PAUSED: ['RUNNING', 'CANCELLED'],
    CANCELLED: [],
    COMPLETED: [],
  },
  lenient: { RUNNING: ['CANCELLED', 'COMPLETED'], PAUSED: [], CANCELLED: [], COMPLETED: [] },
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
  Record<Mode, Readonly<Record<Status, readonly Transition<Status, Status>[]>>>
> = {
  strict: { RUNNING: [pause, cancel], PAUSED: [resume, cancel], CANCELLED: [], COMPLETED: [] },
  lenient: { RUNNING: [cancel], PAUSED: [], CANCELLED: [], COMPLETED: [] },
};

/** The requested transitions, allowed or not. Those that permit further transitions are listed twice, so that they are more frequent. */
export const REQUESTED: Readonly<Record<Mode, readonly Transition<Status, Status>[]>> = {
  strict: [pause, pause, resume, resume, cancel],
  lenient: [cancel],
};

/** A port without its calls to AWS. */
export function portWithoutCalls(mode: Mode): Omit<Port, 'read' | 'send'> {
  return {
    status: ({ status }) => status,
    transitions: ({ status }) => TRANSITIONS[mode][status],
    proves: provenByStatus(({ status }: Job) => status),
    acceptanceMeansApplied: mode === 'strict',
  };
}

export const jobRef = (index: number): Ref => ({
  kind: 'ClassificationJob',
  target: 'default',
  jobId: `job-${index}`,
});
