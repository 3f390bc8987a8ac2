// Invariants of idempotency keys: at most one accepted update for each key, and one response.
import type { ChangeProblem } from '../../../src/changes/change';
import { brokenByVerdict, isOrphaned, isRepeated } from './verdicts';
import type { History, TrackedRequest } from './environment';

/** Milliseconds for which the store considers the holder of a claim alive. */
const CLAIM_TTL = 90_000;

export function* brokenByKeys(history: History): Generator<string> {
  const groups = new Map<string, TrackedRequest[]>();
  for (const tracked of history.requests) {
    const { idempotencyKey, dryRun } = tracked.request;
    if (idempotencyKey == null || dryRun) continue;
    groups.set(idempotencyKey, [...(groups.get(idempotencyKey) ?? []), tracked]);
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
  group: readonly TrackedRequest[],
  names: readonly string[],
): Generator<string> {
  // Earlier senders released the key because AWS had rejected their updates.
  const sender = history.cloud.updates.findLast(({ request }) => names.includes(request))?.request;
  const lastSender = sender === undefined ? [] : [sender];
  const repeated: string[] = [];
  const executed: string[] = [];
  const orphaned: string[] = [];
  for (const tracked of group) {
    if (tracked.response === undefined || 'error' in tracked.response) continue;
    const { result } = tracked.response;
    const { change, problems } = result;
    const text = JSON.stringify([tracked.request.expectedStatus, change, problems.map(({ kind }) => kind)]);
    if (isRepeated(history, tracked)) {
      repeated.push(text);
      if (change?.outcome !== 'UNKNOWN' && problems.some(isTransient)) {
        yield `4: ${key} stored a transient response: ${text}`;
      }
      yield* brokenByVerdict(history, lastSender, result, tracked.name);
    } else if (isOrphaned(result)) orphaned.push(tracked.name);
    else if (problems.some(isOtherInput)) {
      if (new Set(group.map(({ request }) => request.expectedStatus)).size === 1) {
        yield `4: the response to ${tracked.name} says that ${key} was used with another input`;
      }
    } else if (!problems.some(isTransient)) executed.push(text);
  }
  const hadFailures = history.keys.failures > 0 || group.some(wasSlow);
  const hasUnanswered = group.some(({ response }) => response === undefined);
  if (new Set(repeated).size > 1) yield `4: stored responses for ${key} differ: ${repeated.join(' and ')}`;
  if (hadFailures) return;
  if (executed.length > 1) yield `4: ${key} was executed more than once: ${executed.join(' and ')}`;
  if (orphaned.length > 0 && !hasUnanswered)
    yield `4: ${key} was reported as orphaned, but no replica had died`;
  if (repeated.length > 0 && executed.length > 0 && repeated[0] !== executed[0]) {
    yield `4: the stored response for ${key} differs from the original: ${repeated.join()} and ${executed.join()}`;
  }
  if (repeated.length > 0 && orphaned.length > 0)
    yield `4: ${key} has a response, and was reported as orphaned`;
}

/** True if other replicas may have considered its claim abandoned. */
const wasSlow = ({ time, respondedAt = time }: TrackedRequest): boolean => respondedAt - time >= CLAIM_TTL;

const isOtherInput = ({ kind }: ChangeProblem): boolean => kind === 'INVALID_INPUT';

/** True for a problem whose response the store must not keep. */
function isTransient(problem: ChangeProblem): boolean {
  if (problem.kind === 'AWS_REJECTED') return ['AWS_THROTTLED', 'AWS_TIMEOUT'].includes(problem.error.code);
  return problem.kind === 'ACKNOWLEDGEMENT_REQUIRED';
}
