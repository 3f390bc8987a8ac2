/** The reason why the caller cannot change anything in a case. */
import { useViewer } from '../../../viewer/viewer';

const SCOPE = 'security-ir:write';

/**
 * Returns undefined when the caller can. Without an answer about the caller, the gateway decides.
 * @param caseReason what the case itself does not allow
 */
export function useWriteBarrier(caseReason?: string): string | undefined {
  const viewer = useViewer();
  if (caseReason !== undefined) return caseReason;
  return viewer === undefined || viewer.scopes.includes(SCOPE) ? undefined : `You need the scope ${SCOPE}.`;
}
