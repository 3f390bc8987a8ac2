// Invariants of responses: a verdict matches the call log of AWS, and the audit trail has the same verdict.
import type { ChangeResult } from '../../../src/changes/change';
import { GatewayError } from '../../../src/domain/errors';
import type { Update } from './journal';
import type { Job, Status } from './kinds';
import { basisOf } from './sends';
import type { History, TrackedRequest } from './environment';

export type Verdict = 'APPLIED' | 'RECONCILED' | 'DRY_RUN' | 'REFUSED' | 'UNKNOWN';

/** A response without a change is a rejection, unless one of its problems is that the outcome is unknown. */
export function verdictOf({ change, problems }: ChangeResult<Job>): Verdict {
  if (change !== undefined) return change.outcome;
  return problems.some(({ kind }) => kind === 'OUTCOME_UNKNOWN') ? 'UNKNOWN' : 'REFUSED';
}

/** True if the response reports an orphaned key. */
export const isOrphaned = (result: ChangeResult<Job>): boolean =>
  result.change === undefined && verdictOf(result) === 'UNKNOWN';

/** True if the response was stored for a key: the audit trail then names the original change. */
export const isRepeated = ({ trail }: History, { name }: TrackedRequest): boolean =>
  trail.intentsOf(name).some(({ replayOf }) => replayOf !== undefined);

export function* brokenByResponses(history: History): Generator<string> {
  for (const tracked of history.requests) {
    const { response, name } = tracked;
    if (response === undefined) {
      if (tracked.process?.isAlive === true) yield `5: ${name} got no response`;
    } else if ('error' in response) {
      yield* brokenByError(history, tracked, response.error);
    } else {
      const isExecuted = !isRepeated(history, tracked) && !isOrphaned(response.result);
      if (isExecuted) yield* brokenByVerdict(history, [name], response.result, name);
      yield* brokenByRecord(history, tracked, response.result);
    }
  }
}

function* brokenByError(
  { cloud, trail }: History,
  { name }: TrackedRequest,
  error: unknown,
): Generator<string> {
  if (!(error instanceof GatewayError)) {
    yield `3: ${name} failed with ${String(error)}`;
    return;
  }
  if (cloud.updates.some(({ request }) => request === name))
    yield `3: ${name} failed after it had sent an update`;
  // If only the acknowledgement of a record was lost, the trail has the original verdict.
  if (error.code === 'AUDIT_UNAVAILABLE') return;
  for (const { changeId } of trail.intentsOf(name)) {
    const outcome = trail.outcomes.get(changeId);
    if (outcome !== undefined && (outcome.outcome !== 'REFUSED' || outcome.errorCodes[0] !== error.code)) {
      yield `7: ${name} failed with ${error.code}, but the audit trail has ${outcome.outcome} ${String(outcome.errorCodes)}`;
    }
  }
}

/** `names` are the requests whose updates the verdict may describe. */
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
    const saysNotSent = verdict === 'REFUSED' || verdict === 'DRY_RUN';
    if (!saysNotSent || updates.length > 1)
      yield `3: ${name} was reported as ${verdict}, but sent ${updates.length} updates`;
    return;
  }
  const laterReads = cloud.reads
    .filter(({ request, step, isReceived }) => isReceived && request === update.request && step > update.step)
    .map(({ status }) => status);
  const from = basisOf(history, update)?.status;
  if (!isTrue(verdict, update, from, laterReads, plan.cloudBehavior.mode === 'lenient')) {
    const { accepted, reported } = update;
    const facts = { from, to: update.to, accepted, reported: reported?.result, laterReads };
    yield `3: ${name} was reported as ${verdict}: ${JSON.stringify(facts)}`;
  }
}

function isTrue(
  verdict: Verdict,
  { to, reported, accepted, carriedOut }: Update,
  from: Status | undefined,
  laterReads: readonly Status[],
  isLenient: boolean,
): boolean {
  const wasRead = laterReads.includes(to);
  const last = laterReads.at(-1);
  switch (verdict) {
    case 'APPLIED':
      // With a lenient AWS only a later read proves the change, and another client may have made it first.
      return reported?.result === 'ACCEPTED' && (isLenient ? wasRead : accepted);
    case 'RECONCILED':
      return reported?.result === 'NOTHING' && wasRead;
    case 'REFUSED':
      return isLenient ? !carriedOut : !accepted;
    case 'UNKNOWN':
      if (wasRead) return false;
      if (reported?.result === 'NOTHING') return true;
      return reported?.result === 'ACCEPTED' && (last === from || (isLenient && last === undefined));
    case 'DRY_RUN':
      return false;
  }
}

function* brokenByRecord(
  { trail }: History,
  { name }: TrackedRequest,
  result: ChangeResult<Job>,
): Generator<string> {
  const kinds = result.problems.map(({ kind }) => kind);
  if (kinds.includes('AUDIT_INCOMPLETE')) return;
  const records = trail.intentsOf(name).map(({ changeId }) => trail.outcomes.get(changeId));
  const [record] = records;
  if (records.length !== 1 || record === undefined) {
    yield `7: ${name} got a response, but the audit trail has no outcome for it`;
  } else if (record.outcome !== verdictOf(result) || String(record.errorCodes) !== String(kinds)) {
    yield `7: the response to ${name} is ${verdictOf(result)} ${String(kinds)}, but the audit trail has ${record.outcome} ${String(record.errorCodes)}`;
  }
}
