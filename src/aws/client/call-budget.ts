/** The call budget: the number of AWS reads that one request may make, so that it cannot exhaust the API quota of the account. */
import { CallBudgetExceededError } from '../../domain/errors';

export class CallBudget {
  private reserved = 0;

  constructor(private readonly limit: number) {}

  /** Reserves one call. Throws CallBudgetExceededError when the budget is exhausted. */
  reserve(): void {
    if (this.reserved >= this.limit) throw new CallBudgetExceededError(this.limit);
    this.reserved += 1;
  }

  /** Returns a reserved call that was not needed. */
  release(): void {
    this.reserved -= 1;
  }
}
