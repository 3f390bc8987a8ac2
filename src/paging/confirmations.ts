/** The confirmations of rows that a filter needs, one AWS call each, started for several rows at a time. */
import type { ScanBudget } from './reader';

export class Confirmations<Row> {
  private readonly started = new Map<Row, Promise<boolean>>();

  constructor(
    private readonly confirms: (row: Row) => Promise<boolean>,
    private readonly budget: ScanBudget,
  ) {}

  /**
   * Returns the confirmation of the row, and starts those of `ahead` with it, so that their AWS calls run in parallel;
   * undefined when the scan limit is reached.
   */
  of(row: Row, ahead: () => readonly Row[]): Promise<boolean> | undefined {
    if (!this.started.has(row)) this.start(ahead());
    return this.started.get(row);
  }

  private start(rows: readonly Row[]): void {
    for (const row of rows) {
      if (!this.budget.spend()) return;
      const confirmation = this.confirms(row);
      // A failure counts only when the row is reached.
      confirmation.catch(() => undefined);
      this.started.set(row, confirmation);
    }
  }
}
