/** The consequences that a caller must acknowledge before the gateway sends a change. */
import type { ConsequenceCode, Transition } from './table';

/** Required by default. */
const DEFAULT_CODES: readonly ConsequenceCode[] = ['CANCELS_ALL_JOBS_OF_ACCOUNT'];
/** Required when the target requires acknowledgement of all irreversible changes. */
const IRREVERSIBLE_CODES: readonly ConsequenceCode[] = [
  ...DEFAULT_CODES,
  'IRREVERSIBLE',
  'RECORD_IS_DELETED',
];

/**
 * The required consequences of a transition that the caller has not acknowledged.
 * @param requirement `requireAcknowledgement` of the target: true for all irreversible changes, false for none.
 */
export function missingAcknowledgements(
  { consequences }: Transition,
  requirement: boolean | undefined,
  acknowledged: readonly ConsequenceCode[] | null | undefined,
): readonly ConsequenceCode[] {
  const required = requirement === undefined ? DEFAULT_CODES : requirement ? IRREVERSIBLE_CODES : [];
  return consequences.filter((code) => required.includes(code) && acknowledged?.includes(code) !== true);
}
