/** The attempts of a form: a mutation that is sent again with the same input keeps its idempotency key, unless the key is spent. */
import type { Payload } from '../actions/action-mutation';
import { isKeySpent, nextAttempt, type Attempt } from '../actions/attempt';

/** A mutation, and its input without the idempotency key. */
export interface Command {
  /** The name of the operation. */
  readonly mutation: string;
  readonly input: object;
}

export class FormAttempts {
  /** By command. Other input replaces none of them: the user may restore the earlier input. */
  readonly #attempts = new Map<string, Attempt>();
  /** The keys of attempts that AWS may have executed. */
  readonly #unresolved = new Set<string>();

  /** Returns the idempotency key to send a command with. Dry runs need none: the gateway stores no result of them. */
  keyOf(command: Command): string {
    const attempt = nextAttempt(command, this.#find(command));
    this.#attempts.set(attempt.input, attempt);
    return attempt.idempotencyKey;
  }

  /** Records that no answer arrived for a command that was sent. */
  recordLoss(command: Command): void {
    this.#unresolved.add(this.keyOf(command));
  }

  /** @param takesClientToken as of isKeySpent */
  recordResult(
    command: Command,
    result: Pick<Payload, 'outcome' | 'userErrors'>,
    takesClientToken: boolean,
  ): void {
    const attempt = nextAttempt(command, this.#find(command));
    if (result.outcome === 'UNKNOWN') this.#unresolved.add(attempt.idempotencyKey);
    else if (!isInputMismatch(result)) this.#unresolved.delete(attempt.idempotencyKey);
    if (isKeySpent(result, takesClientToken)) this.#attempts.delete(attempt.input);
  }

  /** True when AWS may have executed an attempt that these commands do not repeat under its key. */
  mayBeMadeBeside(commands: readonly Command[]): boolean {
    const repeated = new Set(commands.map((command) => this.#find(command)?.idempotencyKey));
    return [...this.#unresolved].some((key) => !repeated.has(key));
  }

  #find(command: Command): Attempt | undefined {
    return this.#attempts.get(JSON.stringify(command));
  }
}

/** True when the gateway has another input for the idempotency key: an earlier attempt may have been made. */
export function isInputMismatch({ userErrors }: Pick<Payload, 'userErrors'>): boolean {
  return userErrors.some(({ path }) => path?.[1] === 'idempotencyKey');
}
