/** Which consequences of a change its caller has to acknowledge before it is sent. */
import type { ConsequenceCode, Transition } from './table';

/** Those that nobody should find out afterwards. */
const ALWAYS: readonly ConsequenceCode[] = ['CANCELS_ALL_JOBS_OF_ACCOUNT'];
/** Those of everything that cannot be undone. */
const STRICT: readonly ConsequenceCode[] = [...ALWAYS, 'IRREVERSIBLE', 'RECORD_IS_DELETED'];

/** `required` is what the target is configured for: true for all that cannot be undone, false for nothing. */
export function missingAcknowledgements(
  { consequences }: Transition,
  required: boolean | undefined,
  acknowledged: readonly ConsequenceCode[] | null | undefined,
): readonly ConsequenceCode[] {
  const needed = required === undefined ? ALWAYS : required ? STRICT : [];
  return consequences.filter((code) => needed.includes(code) && acknowledged?.includes(code) !== true);
}
