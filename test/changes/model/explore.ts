// Runs random schedules until one breaks an invariant.
import { endWithFile } from '../../support/cleanup';
import { brokenInvariants } from './invariants';
import { isOrphaned, isRepeated, verdictOf } from './verdicts';
import { runSchedule, type History, type Parts } from './environment';

export interface Exploration {
  readonly runs: number;
  /** How often each kind of event occurred. Schedules without events would test nothing. */
  readonly counts: Readonly<Record<string, number>>;
  readonly failure: { readonly seed: number; readonly broken: readonly string[] } | undefined;
}

/** Runs schedules until one breaks an invariant, or the invariant whose number is given. The seed of schedule n is `firstSeed + n`. */
export async function explore(
  firstSeed: number,
  runs: number,
  parts: Parts = {},
  number = '',
): Promise<Exploration> {
  const counts: Record<string, number> = {};
  const file = { isOver: false };
  // A test that has timed out does not stop what it was running.
  endWithFile(() => {
    file.isOver = true;
  });
  for (let index = 0; index < runs && !file.isOver; index += 1) {
    const seed = firstSeed + index;
    const history = await runSchedule(seed, parts);
    count(history, counts);
    const broken = brokenInvariants(history).filter((each) => each.startsWith(number));
    if (broken.length > 0) return { runs: index + 1, counts, failure: { seed, broken } };
    // The schedules block the timers of the process, so let them run from time to time.
    if (index % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
  }
  return { runs, counts, failure: undefined };
}

function count(history: History, counts: Record<string, number>): void {
  const add = (name: string, times = 1) => {
    counts[name] = (counts[name] ?? 0) + times;
  };
  add('sent', history.cloud.updates.length);
  add('crashed', history.requests.filter(({ process }) => process?.isAlive === false).length);
  for (const request of history.requests) {
    const { response } = request;
    if (response === undefined) add('unanswered');
    else if ('error' in response) add(response.error instanceof Error ? response.error.name : 'thrown');
    else if (isRepeated(history, request)) add('repeated');
    else if (isOrphaned(response.result)) add('orphaned');
    else add(verdictOf(response.result));
  }
}

/** The plan, events and responses of a failed schedule as text. */
export function formatHistory({ plan, requests: tracked, cloud }: History): string {
  const { requests, ...rest } = plan;
  const events = [
    ...cloud.reads.map(({ step, ...read }) => ({ step, text: `read ${JSON.stringify(read)}` })),
    ...cloud.updates.map(({ step, ...update }) => ({ step, text: `update ${JSON.stringify(update)}` })),
    ...cloud.externalChanges.map(({ step, job }) => ({ step, text: `${job} changes without the gateway` })),
  ];
  return [
    JSON.stringify(rest),
    ...requests.map((each) => JSON.stringify(each)),
    ...events.sort((a, b) => a.step - b.step).map(({ step, text }) => `${step} ${text}`),
    ...tracked.map(({ name, response }) => `the response to ${name} is ${JSON.stringify(response)}`),
  ].join('\n');
}
