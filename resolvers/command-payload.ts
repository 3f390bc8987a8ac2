/** Turns the result of a mutation that is not a status change into what its payload says of it. */
import type { UserError } from '../schema/shared/user-error';
import type { CommandResult } from '../src/changes/command-runner';
import type { Loaders } from '../src/loaders/all';
import type { ChangeOutcome } from '../src/domain/transitions/table';
import { toUserError } from './user-errors';

export interface CommandPayload {
  readonly outcome: ChangeOutcome;
  readonly operation: string;
  readonly iamAction: string;
  readonly idempotencyKey: string | undefined;
  readonly userErrors: readonly UserError[];
}

/** What the request read before is forgotten: the payload shows what there is now. */
export function toCommandPayload(
  { outcome, operation, iamAction, idempotencyKey, problems }: CommandResult<unknown>,
  loaders: Loaders,
): CommandPayload {
  loaders.forget();
  return { outcome, operation, iamAction, idempotencyKey, userErrors: problems.map(toUserError) };
}
