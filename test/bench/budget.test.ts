// The budget of list queries: exact AWS calls, and CPU time relative to the bare SDK.
import { budgetVerdicts } from '../../bench/budget/verdicts';

const BUDGET = { rows: 25, calls: 1, maxCpuRatio: 3 };

function met(measured: { readonly calls: number; readonly gatewayMs: number }): readonly boolean[] {
  return budgetVerdicts([{ budget: BUDGET, bareMs: 2, ...measured }]).map(({ isMet }) => isMet);
}

test('a query within its budget meets both goals', () => {
  expect(met({ calls: 1, gatewayMs: 6 })).toEqual([true, true]);
});

test('more or fewer AWS calls than expected miss the goal', () => {
  expect(met({ calls: 2, gatewayMs: 6 })).toEqual([false, true]);
  expect(met({ calls: 0, gatewayMs: 6 })).toEqual([false, true]);
});

test('more CPU time than the ratio allows misses the goal', () => {
  expect(met({ calls: 1, gatewayMs: 6.1 })).toEqual([true, false]);
});

test('a CPU time that was not measured misses the goal', () => {
  expect(met({ calls: 1, gatewayMs: NaN })).toEqual([true, false]);
});
