/** How the result of a status change is told to the audit trail, kept for its idempotency key, and found again. */
import { fresh, type CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import type { ResourceRef } from '../domain/ids';
import type { Change, ChangePort, ChangeProblem, ChangeResult } from './change';
import { bringBackProblem, isPassing, keepProblem, OTHER_INPUT, type KeptProblem } from './serialize-problem';
import type { AnswerKind } from './mutation-pipeline';

interface Kept {
  readonly change: Change | undefined;
  readonly problems: readonly KeptProblem[];
  readonly hasItem: boolean;
}

export function changeAnswers<
  Ref extends ResourceRef,
  Item extends Ref,
  Status extends string,
  To extends string,
>(port: ChangePort<Ref, Item, Status, To>, ref: Ref, call: CallContext): AnswerKind<ChangeResult<Item>> {
  /** An answer that was kept shows the resource as it is now. */
  const look = async (): Promise<Pick<ChangeResult<Item>, 'item' | 'readError'>> => {
    try {
      return { item: await port.read(ref, fresh(call)) };
    } catch (error) {
      if (error instanceof GatewayError) return { item: undefined, readError: error };
      throw error;
    }
  };
  return {
    summarize: ({ change, problems, item }) => ({
      // Of a key that was left behind nobody knows whether its change was refused.
      outcome: change?.outcome ?? (problems.some(isUnknown) ? 'UNKNOWN' : 'REFUSED'),
      problems: problems.map(({ kind }) => kind),
      seen: change?.from,
      operation: change?.operation,
      observed: item && port.status(item),
      passing: change?.outcome !== 'UNKNOWN' && problems.some(isPassing),
    }),
    encode: ({ change, problems, item }) => {
      const kept: Kept = { change, problems: problems.map(keepProblem), hasItem: item !== undefined };
      return JSON.stringify(kept);
    },
    decode: async (text) => {
      const { change, problems, hasItem } = JSON.parse(text) as Kept;
      const seen = hasItem ? await look() : { item: undefined };
      return { ...seen, change, problems: problems.map(bringBackProblem) };
    },
    leftSent: async () => {
      const seen = await look();
      const observedStatus = seen.item && port.status(seen.item);
      return { ...seen, change: undefined, problems: [{ kind: 'OUTCOME_UNKNOWN', observedStatus }] };
    },
    otherInput: () => ({ item: undefined, change: undefined, problems: [OTHER_INPUT] }),
    withGap: (result) => ({ ...result, problems: [...result.problems, AUDIT_GAP] }),
  };
}

const isUnknown = ({ kind }: ChangeProblem): boolean => kind === 'OUTCOME_UNKNOWN';

const AUDIT_GAP: ChangeProblem = { kind: 'AUDIT_INCOMPLETE' };
