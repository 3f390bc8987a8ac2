// Invariants of idempotency keys: one accepted update each, and one answer.
import type { ChangeProblem } from '../../../src/changes/change';
import { brokenByVerdict, isLeftBehind, isRepeated } from './verdicts';
import type { Asked, History } from './environment';

/** Milliseconds for which nobody doubts that whoever is at a key is alive. */
const CLAIM_LIFE = 90_000;

export function* brokenByKeys(history: History): Generator<string> {
  const groups = new Map<string, Asked[]>();
  for (const asked of history.asked) {
    const { idempotencyKey, dryRun } = asked.request;
    if (idempotencyKey == null || dryRun) continue;
    groups.set(idempotencyKey, [...(groups.get(idempotencyKey) ?? []), asked]);
  }
  for (const [key, group] of groups) {
    const names = group.map(({ name }) => name);
    const accepted = history.cloud.updates.filter((each) => names.includes(each.request) && each.accepted);
    if (accepted.length > 1) yield `4: AWS accepted ${accepted.length} updates for ${key}`;
    yield* brokenByGroup(history, key, group, names);
  }
}

function* brokenByGroup(
  history: History,
  key: string,
  group: readonly Asked[],
  names: readonly string[],
): Generator<string> {
  // Those who sent before gave the key back, for AWS had refused them.
  const sender = history.cloud.updates.findLast(({ request }) => names.includes(request))?.request;
  const lastSender = sender === undefined ? [] : [sender];
  const repeated: string[] = [];
  const own: string[] = [];
  const left: string[] = [];
  for (const asked of group) {
    if (asked.answer === undefined || 'error' in asked.answer) continue;
    const { result } = asked.answer;
    const { change, problems } = result;
    const text = JSON.stringify([asked.request.expectedStatus, change, problems.map(({ kind }) => kind)]);
    if (isRepeated(history, asked)) {
      repeated.push(text);
      if (change?.outcome !== 'UNKNOWN' && problems.some(isTransient)) {
        yield `4: ${key} kept an answer that would have been another: ${text}`;
      }
      yield* brokenByVerdict(history, lastSender, result, asked.name);
    } else if (isLeftBehind(result)) left.push(asked.name);
    else if (problems.some(isOtherInput)) {
      if (new Set(group.map(({ request }) => request.expectedStatus)).size === 1) {
        yield `4: ${asked.name} was told that ${key} was given with another input`;
      }
    } else if (!problems.some(isTransient)) own.push(text);
  }
  const wasTroubled = history.keys.failures > 0 || group.some(wasSlow);
  const wasLost = group.some(({ answer }) => answer === undefined);
  if (new Set(repeated).size > 1) yield `4: answers kept for ${key} differ: ${repeated.join(' and ')}`;
  if (wasTroubled) return;
  if (own.length > 1) yield `4: ${key} was carried out more than once: ${own.join(' and ')}`;
  if (left.length > 0 && !wasLost) yield `4: ${key} was called left behind, and nobody had died`;
  if (repeated.length > 0 && own.length > 0 && repeated[0] !== own[0]) {
    yield `4: the answer kept for ${key} is another: ${repeated.join()} and ${own.join()}`;
  }
  if (repeated.length > 0 && left.length > 0) yield `4: ${key} has an answer, and was called left behind`;
}

/** Whether others may have taken its claim for one of a replica that is gone. */
const wasSlow = ({ time, answeredAt = time }: Asked): boolean => answeredAt - time >= CLAIM_LIFE;

const isOtherInput = ({ kind }: ChangeProblem): boolean => kind === 'INVALID_INPUT';

/** A refusal that is not kept. */
function isTransient(problem: ChangeProblem): boolean {
  if (problem.kind === 'AWS_REJECTED') return ['AWS_THROTTLED', 'AWS_TIMEOUT'].includes(problem.error.code);
  return problem.kind === 'ACKNOWLEDGEMENT_REQUIRED';
}
