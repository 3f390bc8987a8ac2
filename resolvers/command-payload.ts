/** The common payload fields of commands: mutations that are not status changes. */
import type { UserError } from '../schema/shared/user-error';
import type { CommandResult } from '../src/changes/command-runner';
import type { Loaders } from '../src/loaders/all';
import type { ChangeOutcome } from '../src/domain/transitions/table';
import { toUserError } from './user-errors';

export interface CommandPayload {
  readonly outcome: ChangeOutcome;
  readonly operation: string | undefined;
  readonly iamAction: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly userErrors: readonly UserError[];
}

/** The payload fields of a command. Clears the loaders, so that the payload shows the resource after the command. */
export function toCommandPayload(
  { outcome, operation, iamAction, idempotencyKey, problems }: CommandResult<unknown>,
  loaders: Loaders,
): CommandPayload {
  loaders.forget();
  return {
    outcome,
    operation,
    iamAction,
    idempotencyKey,
    userErrors: problems.map((problem) => toUserError(problem)),
  };
}
