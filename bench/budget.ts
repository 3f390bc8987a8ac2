/** The budget of a list query: its AWS calls, and its CPU time relative to the bare SDK. Exits with code 1 when it is exceeded. */
import { BUDGETS, budgetVerdicts, type BudgetResult } from './budget/verdicts';
import {
  BARE,
  BARE_SERVER,
  GATEWAY,
  startPeers,
  THIS_GATEWAY,
  type PeerEnvironment,
} from './peers/environment';
import { requestPage } from './peers/drive';
import { measurePages } from './peers/measure';
import { CPU, median } from './peers/results';
import { table } from './table';
import { runProgram } from './run';

/** The whole check takes less than 25 seconds. CPU times need no quiet machine: both servers run in alternation. */
const WINDOWS = { warmUpMs: 2_000, windowMs: 400, windows: 5 };

async function main(): Promise<void> {
  const environment = await startPeers([THIS_GATEWAY, BARE_SERVER], [process.execPath]);
  try {
    const calls = new Map<number, number>();
    for (const { rows } of BUDGETS) calls.set(rows, await callsFor(environment, rows));
    const pages = await measurePages(
      environment,
      BUDGETS.map(({ rows }) => rows),
      WINDOWS,
    );
    const results = BUDGETS.map((budget): BudgetResult => {
      const cpuMs = (server: string) => median((pages.get(budget.rows)?.get(server) ?? []).map(CPU));
      return { budget, calls: calls.get(budget.rows) ?? 0, gatewayMs: cpuMs(GATEWAY), bareMs: cpuMs(BARE) };
    });
    const verdicts = budgetVerdicts(results);
    const rows = verdicts.map(({ metric, goal, measured, isMet }) => [
      metric,
      goal,
      measured,
      isMet ? 'yes' : 'no',
    ]);
    process.stdout.write(`${table(['metric', 'goal', 'measured', 'met'], rows, 4)}\n`);
    if (verdicts.some(({ isMet }) => !isMet)) process.exitCode = 1;
  } finally {
    await environment.close();
  }
}

/** The AWS calls of the gateway for one page of `rows` rows. */
async function callsFor({ canned, servers }: PeerEnvironment, rows: number): Promise<number> {
  const gateway = servers.find(({ name }) => name === GATEWAY);
  if (gateway === undefined) throw new Error('The gateway did not start.');
  const before = await canned.countCalls();
  await requestPage(gateway.url, rows);
  return (await canned.countCalls()) - before;
}

runProgram(main);
