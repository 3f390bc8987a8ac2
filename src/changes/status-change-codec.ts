/** The result codec of status changes: it summarizes results for the audit trail and serializes them for idempotency keys. */
import { withFreshReads, type CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import type { ResourceRef } from '../domain/resources';
import type { Change, ChangePort, ChangeProblem, ChangeResult } from './change';
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
      // The outcome of an orphaned key is unknown.
      outcome: change?.outcome ?? (problems.some(isUnknown) ? 'UNKNOWN' : 'REFUSED'),
      errorCodes: problems.map(({ kind }) => kind),
      statusBefore: change?.from,
      operation: change?.operation,
      statusAfter: item && port.status(item),
      isTransient: change?.outcome !== 'UNKNOWN' && problems.some(isTransient),
    }),
    encode: ({ change, problems, item }) => {
      const serialized: SerializedResult = {
        change,
        problems: problems.map(serializeProblem),
        hasItem: item !== undefined,
      };
      return JSON.stringify(serialized);
    },
    decode: async (text) => {
      const { change, problems, hasItem } = JSON.parse(text) as SerializedResult;
      const current = hasItem ? await readAgain() : { item: undefined };
      return { ...current, change, problems: problems.map(deserializeProblem) };
    },
    orphaned: async () => {
      const current = await readAgain();
      const observedStatus = current.item && port.status(current.item);
      return { ...current, change: undefined, problems: [{ kind: 'OUTCOME_UNKNOWN', observedStatus }] };
    },
    inputMismatch: () => ({ item: undefined, change: undefined, problems: [INPUT_MISMATCH] }),
    withAuditGap: (result) => ({ ...result, problems: [...result.problems, AUDIT_GAP] }),
  };
}

const isUnknown = ({ kind }: ChangeProblem): boolean => kind === 'OUTCOME_UNKNOWN';

const AUDIT_GAP: ChangeProblem = { kind: 'AUDIT_INCOMPLETE' };
