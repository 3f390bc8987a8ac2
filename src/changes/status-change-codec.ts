/** The result codec of status changes: it summarizes results for the audit trail and serializes them for idempotency keys. */
import { withFreshReads, type CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import type { ResourceRef } from '../domain/resources';
import { outcomeOf, type Change, type ChangePort, type ChangeProblem, type ChangeResult } from './change';
import {
  deserializeProblem,
  isTransient,
  serializeProblem,
  INPUT_MISMATCH,
  type SerializedProblem,
} from './serialize-problem';
import type { ResultCodec } from './mutation-pipeline';

interface SerializedResult {
  readonly change: Change | undefined;
  readonly problems: readonly SerializedProblem[];
  readonly hasItem: boolean;
  readonly sent: boolean;
}

export function statusChangeCodec<
  Ref extends ResourceRef,
  Item extends Ref,
  Status extends string,
  To extends string,
>(port: ChangePort<Ref, Item, Status, To>, ref: Ref, call: CallContext): ResultCodec<ChangeResult<Item>> {
  /** The current state of the resource, which a stored result does not contain. */
  const readAgain = async (): Promise<Pick<ChangeResult<Item>, 'item' | 'readError'>> => {
    try {
      return { item: await port.read(ref, withFreshReads(call)) };
    } catch (error) {
      if (error instanceof GatewayError) return { item: undefined, readError: error };
      throw error;
    }
  };
  return {
    summarize: ({ change, problems, item }) => ({
      outcome: outcomeOf({ change, problems }),
      errorCodes: problems.map(({ kind }) => kind),
      statusBefore: change?.from,
      operation: change?.operation,
      statusAfter: item && port.status(item),
      isTransient: change?.outcome !== 'UNKNOWN' && problems.some(isTransient),
    }),
    encode: ({ change, problems, item, sent }) => {
      const serialized: SerializedResult = {
        change,
        problems: problems.map(serializeProblem),
        hasItem: item !== undefined,
        sent,
      };
      return JSON.stringify(serialized);
    },
    decode: async (text) => {
      const { change, problems, hasItem, sent } = JSON.parse(text) as SerializedResult;
      const current = hasItem ? await readAgain() : { item: undefined };
      return { ...current, change, problems: problems.map(deserializeProblem), sent };
    },
    orphaned: async () => {
      const current = await readAgain();
      const observedStatus = current.item && port.status(current.item);
      const problem = { kind: 'OUTCOME_UNKNOWN', observedStatus } as const;
      return { ...current, change: undefined, problems: [problem], sent: true };
    },
    inputMismatch: () => ({ item: undefined, change: undefined, problems: [INPUT_MISMATCH], sent: false }),
    withAuditGap: (result) => ({ ...result, problems: [...result.problems, AUDIT_GAP] }),
  };
}

const AUDIT_GAP: ChangeProblem = { kind: 'AUDIT_INCOMPLETE' };
