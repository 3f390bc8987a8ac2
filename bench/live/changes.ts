/** The changes of the live benchmark: a gateway pauses and resumes jobs at a constant rate. */
import { setTimeout as delay } from 'node:timers/promises';

const MUTATIONS = ['pauseClassificationJob', 'resumeClassificationJob'] as const;

/** The milliseconds of each change, from its request to its response. */
export async function changeJobs(
  url: string,
  ids: readonly string[],
  perSecond: number,
  seconds: number,
): Promise<readonly number[]> {
  const durations: number[] = [];
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const due = start + (1_000 * turn) / perSecond;
    await delay(Math.max(0, due - performance.now()));
    const mutation = MUTATIONS[Math.floor(turn / ids.length) % MUTATIONS.length] ?? MUTATIONS[0];
    pending.push(change(url, mutation, ids[turn % ids.length] ?? '', durations));
  }
  await Promise.all(pending);
  return durations;
}

async function change(url: string, mutation: string, id: string, durations: number[]): Promise<void> {
  const sentAt = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `mutation { ${mutation}(input: { id: "${id}" }) { outcome } }` }),
  });
  const text = await response.text();
  if (!text.includes('APPLIED')) throw new Error(`The change was not applied: ${text.slice(0, 300)}`);
  durations.push(performance.now() - sentAt);
}
