// The default thresholds of the attention queue.
import type { AttentionThresholds } from '../../src/domain/attention/table';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export function attentionThresholds(changed: Partial<AttentionThresholds> = {}): AttentionThresholds {
  return {
    urgentMs: 7 * DAY_MS,
    jobErrorsMs: 30 * DAY_MS,
    invitationMs: 14 * DAY_MS,
    stalledExportMs: 60 * MINUTE_MS,
    acknowledgementMs: 15 * MINUTE_MS,
    quietCaseMs: 7 * DAY_MS,
    unfinishedChangeMs: 5 * MINUTE_MS,
    changesMs: 7 * DAY_MS,
    ...changed,
  };
}
