// Invariants of answers: a verdict says what AWS's journal says, and the trail has the same verdict.
import type { ChangeResult } from '../../../src/changes/change';
import { GatewayError } from '../../../src/domain/errors';
import type { Update } from './journal';
import type { Job, Status } from './kinds';
import { basisOf } from './sends';
import type { Asked, History } from './environment';

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
    if (outcome !== undefined && (outcome.outcome !== 'REFUSED' || outcome.errorCodes[0] !== error.code)) {
      yield `7: ${name} failed with ${error.code}, and the trail says ${outcome.outcome} ${String(outcome.errorCodes)}`;
    }
  }
}

/** `names` are the requests whose updates the verdict may speak of. */
export function* brokenByVerdict(
  history: History,
  names: readonly string[],
  result: ChangeResult<Job>,
  name: string,
): Generator<string> {
  const { cloud, plan } = history;
  const updates = cloud.updates.filter(({ request }) => names.includes(request));
  const [update] = updates;
  const verdict = verdictOf(result);
  if (updates.length > 1 || update === undefined) {
    const isSaid = verdict === 'REFUSED' || verdict === 'DRY_RUN';
    if (!isSaid || updates.length > 1) yield `3: ${name} was called ${verdict}, and sent ${updates.length}`;
    return;
  }
  const looks = cloud.reads
    .filter(({ request, step, isHeard }) => isHeard && request === update.request && step > update.step)
    .map(({ status }) => status);
  const from = basisOf(history, update)?.status;
  if (!isTrue(verdict, update, from, looks, plan.weather.manner === 'silent')) {
    const { accepted, told } = update;
    const truth = JSON.stringify({ from, to: update.to, accepted, told: told?.answer, looks });
    yield `3: ${name} was called ${verdict}: ${truth}`;
  }
}

function isTrue(
  verdict: Verdict,
  { to, told, accepted, carriedOut }: Update,
  from: Status | undefined,
  looks: readonly Status[],
  isSilent: boolean,
): boolean {
  const wasSeen = looks.includes(to);
  const last = looks.at(-1);
  switch (verdict) {
    case 'APPLIED':
      // Of a silent AWS only the look tells, and somebody else may have come first.
      return told?.answer === 'YES' && (isSilent ? wasSeen : accepted);
    case 'RECONCILED':
      return told?.answer === 'NOTHING' && wasSeen;
    case 'REFUSED':
      return isSilent ? !carriedOut : !accepted;
    case 'UNKNOWN':
      if (wasSeen) return false;
      if (told?.answer === 'NOTHING') return true;
      return told?.answer === 'YES' && (last === from || (isSilent && last === undefined));
    case 'DRY_RUN':
      return false;
  }
}

function* brokenByRecord({ trail }: History, { name }: Asked, result: ChangeResult<Job>): Generator<string> {
  const kinds = result.problems.map(({ kind }) => kind);
  if (kinds.includes('AUDIT_INCOMPLETE')) return;
  const records = trail.intentsOf(name).map(({ changeId }) => trail.outcomes.get(changeId));
  const [record] = records;
  if (records.length !== 1 || record === undefined) {
    yield `7: ${name} was answered, and the trail has no outcome of it`;
  } else if (record.outcome !== verdictOf(result) || String(record.errorCodes) !== String(kinds)) {
    yield `7: ${name} was answered ${verdictOf(result)} ${String(kinds)}, and the trail says ${record.outcome} ${String(record.errorCodes)}`;
  }
}
