// Runs schedule after schedule until one breaks an invariant.
import { endWithFile } from '../../support/cleanup';
import { brokenInvariants } from './invariants';
import { isLeftBehind, isRepeated, verdictOf } from './verdicts';
import { runSchedule, type History, type Parts } from './environment';

export interface Exploration {
  readonly runs: number;
  /** How often what happened; schedules are of no use in which nothing does. */
  readonly seen: Readonly<Record<string, number>>;
  readonly failure: { readonly seed: number; readonly broken: readonly string[] } | undefined;
}

/** Until an invariant is broken, or that of the given number. A schedule's seed is that of the first one and its place. */
export async function explore(
  firstSeed: number,
  runs: number,
  parts: Parts = {},
  number = '',
): Promise<Exploration> {
  const seen: Record<string, number> = {};
  const file = { isOver: false };
  // A test that has timed out does not stop what it was running.
  endWithFile(() => {
    file.isOver = true;
  });
  for (let index = 0; index < runs && !file.isOver; index += 1) {
    const seed = firstSeed + index;
    const history = await runSchedule(seed, parts);
    count(history, seen);
    const broken = brokenInvariants(history).filter((each) => each.startsWith(number));
    if (broken.length > 0) return { runs: index + 1, seen, failure: { seed, broken } };
    // Timers of the process, which the schedules keep from their turn, are due some time.
    if (index % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
  }
  return { runs, seen, failure: undefined };
}

function count(history: History, seen: Record<string, number>): void {
  const add = (name: string, times = 1) => {
    seen[name] = (seen[name] ?? 0) + times;
  };
  add('sent', history.cloud.updates.length);
  add('crashed', history.asked.filter(({ process }) => process?.isAlive === false).length);
  for (const asked of history.asked) {
    const { answer } = asked;
    if (answer === undefined) add('unanswered');
    else if ('error' in answer) add(answer.error instanceof Error ? answer.error.name : 'thrown');
    else if (isRepeated(history, asked)) add('repeated');
    else if (isLeftBehind(answer.result)) add('left behind');
    else add(verdictOf(answer.result));
  }
}

/** What to print of a schedule that failed. */
export function story({ plan, asked, cloud }: History): string {
  const { requests, ...rest } = plan;
  const events = [
    ...cloud.reads.map(({ step, ...read }) => ({ step, text: `read ${JSON.stringify(read)}` })),
    ...cloud.updates.map(({ step, ...update }) => ({ step, text: `update ${JSON.stringify(update)}` })),
    ...cloud.surprises.map(({ step, job }) => ({ step, text: `${job} changes by itself` })),
  ];
  return [
    JSON.stringify(rest),
    ...requests.map((each) => JSON.stringify(each)),
    ...events.sort((a, b) => a.step - b.step).map(({ step, text }) => `${step} ${text}`),
    ...asked.map(({ name, answer }) => `${name} is answered ${JSON.stringify(answer)}`),
  ].join('\n');
}
