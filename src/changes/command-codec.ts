/** How the result of a submission is told to the audit trail, kept for its idempotency key, and found again. */
import { encodeId, type ResourceRef } from '../domain/ids';
import type { ChangeOutcome } from '../domain/transitions/table';
import type { ChangeProblem } from './change';
import { bringBackProblem, isPassing, keepProblem, OTHER_INPUT, type KeptProblem } from './serialize-problem';
import type { AnswerKind } from './mutation-pipeline';

export interface SubmissionAnswer<Value> {
  readonly outcome: ChangeOutcome;
  /** What came of it; undefined unless the outcome is APPLIED. */
  readonly value: Value | undefined;
  readonly problems: readonly ChangeProblem[];
  readonly sent: boolean;
}

export const NOTHING_SENT = { value: undefined, sent: false } as const;

export const UNKNOWN: ChangeProblem = { kind: 'OUTCOME_UNKNOWN', observedStatus: undefined };

/** The operations that take a client token: given again, AWS does nothing twice. */
const CLIENT_TOKEN_OPERATIONS: ReadonlySet<string> = new Set([
  'CreateClassificationJob',
  'StartMailboxExportJob',
  'CreateCase',
  'CreateCaseComment',
  'GetCaseAttachmentUploadUrl',
]);

interface Kept<Value> extends Omit<SubmissionAnswer<Value>, 'problems'> {
  readonly problems: readonly KeptProblem[];
}

/** Values are refs, ids and URLs: what JSON holds. */
export function submissionAnswers<Value>(operation: string): AnswerKind<SubmissionAnswer<Value>> {
  const refusal = (...problems: ChangeProblem[]): SubmissionAnswer<Value> => ({
    ...NOTHING_SENT,
    outcome: 'REFUSED',
    problems,
  });
  return {
    summarize: ({ outcome, problems, value }) => ({
      outcome,
      operation,
      problems: problems.map(({ kind }) => kind),
      created: createdId(value),
      // AWS itself knows the token of a request that was sent before, and tells what became of it.
      passing: problems.some(isPassing) || (CLIENT_TOKEN_OPERATIONS.has(operation) && outcome === 'UNKNOWN'),
    }),
    encode: (answer) => {
      const kept: Kept<Value> = { ...answer, problems: answer.problems.map(keepProblem) };
      return JSON.stringify(kept);
    },
    decode: (text) => {
      const { problems, ...kept } = JSON.parse(text) as Kept<Value>;
      return Promise.resolve({ ...kept, problems: problems.map(bringBackProblem) });
    },
    leftSent: () =>
      Promise.resolve({ outcome: 'UNKNOWN', value: undefined, problems: [UNKNOWN], sent: true }),
    otherInput: () => refusal(OTHER_INPUT),
    withGap: (answer) => ({ ...answer, problems: [...answer.problems, { kind: 'AUDIT_INCOMPLETE' }] }),
  };
}

/** The id of what was created or changed, where that is a resource. */
function createdId(value: unknown): string | undefined {
  const ref = value as Partial<ResourceRef> | undefined;
  return typeof ref?.kind === 'string' ? encodeId(ref as ResourceRef) : undefined;
}
