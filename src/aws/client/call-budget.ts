/** How many AWS reads one request may make, so that it cannot use up the account's API quota. */
import { CallBudgetExceededError } from '../../domain/errors';

export class CallBudget {
  private spent = 0;

  constructor(private readonly limit: number) {}

  /** Takes a call out. Throws CallBudgetExceededError when none is left. */
  reserve(): void {
    if (this.spent >= this.limit) throw new CallBudgetExceededError(this.limit);
    this.spent += 1;
  }

  /** Gives a call back that turned out not to be needed. */
  release(): void {
    this.spent -= 1;
  }
}
