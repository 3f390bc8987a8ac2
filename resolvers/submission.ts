/** Turns the result of a mutation that is not a status change into what its payload says of it. */
import type { UserError } from '../schema/shared/user-error';
import type { SubmissionResult } from '../src/changes/submission';
import type { Loaders } from '../src/loaders/all';
import type { ChangeOutcome } from '../src/transitions/table';
import { toUserError } from './user-errors';

export interface SubmissionAnswer {
  readonly outcome: ChangeOutcome;
  readonly idempotencyKey: string | undefined;
  readonly userErrors: readonly UserError[];
}

/** What the request read before is forgotten: the payload shows what there is now. */
export function toAnswer(
  { outcome, idempotencyKey, problems }: SubmissionResult<unknown>,
  loaders: Loaders,
): SubmissionAnswer {
  loaders.forget();
  return { outcome, idempotencyKey, userErrors: problems.map(toUserError) };
}
