// Invariants of answers: a verdict says what AWS's journal says, and the trail has the same verdict.
import type { ChangeResult } from '../../../src/changes/change';
import { GatewayError } from '../../../src/errors';
import type { Read, Update } from './cloud';
import type { Job } from './kinds';
import type { Asked, History } from './world';

export type Verdict = 'APPLIED' | 'RECONCILED' | 'DRY_RUN' | 'REFUSED' | 'UNKNOWN';

/** An answer without a change refuses it, unless it says that something may have become of it. */
export function verdictOf({ change, problems }: ChangeResult<Job>): Verdict {
  if (change !== undefined) return change.outcome;
  return problems.some(({ kind }) => kind === 'OUTCOME_UNKNOWN') ? 'UNKNOWN' : 'REFUSED';
}

/** True when the answer is that of a key which somebody else left behind. */
export const isLeftBehind = (result: ChangeResult<Job>): boolean =>
  result.change === undefined && verdictOf(result) === 'UNKNOWN';

/** True when the answer was kept for a key: whoever carries a change out leaves an intent. */
export const isRepeated = ({ trail }: History, { name }: Asked): boolean =>
  trail.intentsOf(name).length === 0;

export function* brokenByAnswers(history: History): Generator<string> {
  for (const asked of history.asked) {
    const { answer, name } = asked;
    if (answer === undefined) {
      if (asked.process?.isAlive === true) yield `5: ${name} was never answered`;
    } else if ('error' in answer) {
      yield* brokenByError(history, asked, answer.error);
    } else if (!isRepeated(history, asked)) {
      if (!isLeftBehind(answer.result)) yield* brokenByVerdict(history, [name], answer.result, name);
      yield* brokenByRecord(history, asked, answer.result);
    }
  }
}

function* brokenByError({ cloud, trail }: History, { name }: Asked, error: unknown): Generator<string> {
  if (!(error instanceof GatewayError)) {
    yield `3: ${name} failed with ${String(error)}`;
    return;
  }
  if (cloud.updates.some(({ request }) => request === name))
    yield `3: ${name} failed after it had sent an update`;
  // Of a record whose acknowledgement was lost the trail has what was to be answered.
  if (error.code === 'AUDIT_UNAVAILABLE') return;
  for (const { changeId } of trail.intentsOf(name)) {
    const outcome = trail.outcomes.get(changeId);
    if (outcome !== undefined && (outcome.outcome !== 'REFUSED' || outcome.problems[0] !== error.code)) {
      yield `7: ${name} failed with ${error.code}, and the trail says ${outcome.outcome} ${String(outcome.problems)}`;
    }
  }
}

/** `names` are the requests whose updates the verdict may speak of. */
export function* brokenByVerdict(
  { cloud, plan }: History,
  names: readonly string[],
  result: ChangeResult<Job>,
  name: string,
): Generator<string> {
  const updates = cloud.updates.filter(({ request }) => names.includes(request));
  const looks = cloud.reads.filter(
    ({ request, step, isHeard }) =>
      isHeard && updates.some((each) => each.request === request && step > each.step),
  );
  const verdict = verdictOf(result);
  if (!isTrue(verdict, updates, looks, plan.weather.manner === 'silent')) {
    const told = updates.map((each) => `${each.told?.answer ?? '?'}, ${each.accepted ? '' : 'not '}accepted`);
    yield `3: ${name} was called ${verdict}; AWS: ${told.join('; ') || 'nothing'}; looks: ${looks.map(({ status }) => status).join(', ')}`;
  }
}

function isTrue(
  verdict: Verdict,
  updates: readonly Update[],
  looks: readonly Read[],
  isSilent: boolean,
): boolean {
  const accepted = updates.some((each) => each.accepted);
  const was = (answer: 'YES' | 'NO' | 'NOTHING') => updates.some(({ told }) => told?.answer === answer);
  const target = updates[0]?.to;
  const wasSeen = looks.some(({ status }) => status === target);
  switch (verdict) {
    case 'APPLIED':
      // Of a silent AWS only the look tells, and somebody else may have come first.
      return was('YES') && (isSilent ? wasSeen : accepted);
    case 'RECONCILED':
      return was('NOTHING') && wasSeen;
    case 'REFUSED':
      return !updates.some((each) => (isSilent ? each.carriedOut : each.accepted));
    case 'UNKNOWN':
      return (
        updates.length > 0 && !was('NO') && !wasSeen && (was('NOTHING') || !sawItElsewhere(updates, looks))
      );
    case 'DRY_RUN':
      return updates.length === 0;
  }
}

/** The last look shows neither the status that the change began with nor its target. */
function sawItElsewhere([update]: readonly Update[], looks: readonly Read[]): boolean {
  const last = looks.at(-1)?.status;
  return last === 'COMPLETED' && update?.to !== 'COMPLETED';
}

function* brokenByRecord({ trail }: History, { name }: Asked, result: ChangeResult<Job>): Generator<string> {
  const kinds = result.problems.map(({ kind }) => kind);
  if (kinds.includes('AUDIT_INCOMPLETE')) return;
  const records = trail.intentsOf(name).map(({ changeId }) => trail.outcomes.get(changeId));
  const [record] = records;
  if (records.length !== 1 || record === undefined) {
    yield `7: ${name} was answered, and the trail has no outcome of it`;
  } else if (record.outcome !== verdictOf(result) || String(record.problems) !== String(kinds)) {
    yield `7: ${name} was answered ${verdictOf(result)} ${String(kinds)}, and the trail says ${record.outcome} ${String(record.problems)}`;
  }
}
