/** Comparison of a list query of the gateway with its budget. */
import { milliseconds, ratio } from '../statistics';
import type { Verdict } from '../verdicts';

/** The budget of a list query for one page of jobs. */
export interface QueryBudget {
  readonly rows: number;
  /** The exact number of AWS calls. */
  readonly calls: number;
  /** The maximum CPU time of the gateway per request, as a ratio to that of the bare SDK. Generous, so that only a regression exceeds it. */
  readonly maxCpuRatio: number;
}

export const BUDGETS: readonly QueryBudget[] = [
  { rows: 25, calls: 1, maxCpuRatio: 3.5 },
  { rows: 200, calls: 1, maxCpuRatio: 2.2 },
];

export interface BudgetResult {
  readonly budget: QueryBudget;
  /** The AWS calls of one request. */
  readonly calls: number;
  /** The CPU time per request in milliseconds, the median of several windows. */
  readonly gatewayMs: number;
  readonly bareMs: number;
}

export function budgetVerdicts(results: readonly BudgetResult[]): readonly Verdict[] {
  return results.flatMap(({ budget, calls, gatewayMs, bareMs }) => [
    {
      metric: `AWS calls, ${budget.rows} rows`,
      goal: String(budget.calls),
      measured: String(calls),
      isMet: calls === budget.calls,
    },
    {
      metric: `CPU time per request, ${budget.rows} rows`,
      goal: `at most ${budget.maxCpuRatio.toFixed(1)} times the bare SDK`,
      measured: `${ratio(gatewayMs, bareMs)} (${milliseconds(gatewayMs)} ms, bare SDK ${milliseconds(bareMs)} ms)`,
      isMet: gatewayMs <= budget.maxCpuRatio * bareMs,
    },
  ]);
}
