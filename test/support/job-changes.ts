// Status changes of classification jobs, requested from one of several gateways.
import { inputTypeOf } from './input-type';
import type { Reply, Replica } from './replica';
import { jobGlobalId } from './resources';

/** The status that each mutation requests from AWS. */
export const JOB_CHANGES = {
  pauseClassificationJob: 'USER_PAUSED',
  resumeClassificationJob: 'RUNNING',
  cancelClassificationJob: 'CANCELLED',
} as const;

export type JobChange = keyof typeof JOB_CHANGES;

interface JobPayload {
  readonly outcome: string;
  readonly change: { readonly from: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

export function changeJob(
  replica: Replica,
  mutation: JobChange,
  jobId: string,
  idempotencyKey?: string,
): Promise<Reply> {
  return replica.ask(
    `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { outcome change { from } userErrors { code } } }`,
    { input: { id: jobGlobalId(jobId), idempotencyKey } },
  );
}

/** The outcome of the change, or the code of the error if the status could not be read; undefined without a response. */
export function verdictOf(reply: Reply): string | undefined {
  if (typeof reply === 'string') return undefined;
  const { data, errors } = reply.answer;
  const [payload] = Object.values(data ?? {}) as (JobPayload | null)[];
  if (payload == null) return errors?.[0]?.extensions.code;
  return payload.change === null ? payload.userErrors[0]?.code : payload.outcome;
}
