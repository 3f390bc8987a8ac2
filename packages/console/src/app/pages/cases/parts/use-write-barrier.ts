/** The reason why the caller cannot change anything in a case. */
import { missingScope } from '../../../actions/missing-scope';
import { useViewer } from '../../../viewer/viewer';

/**
 * Returns undefined when the caller can. Without an answer about the caller, the gateway decides.
 * @param caseReason what the case itself does not allow
 */
export function useWriteBarrier(caseReason?: string): string | undefined {
  const viewer = useViewer();
  return caseReason ?? missingScope(viewer, 'SecurityCase');
}
