/** The outcome of each change of a bulk request, in words. */
import type { Verdict } from '../actions/outcome';
import { verdictOf } from '../actions/verdict';
import type { BulkRequest } from './bulk-requests';
import type { BulkResource } from './bulk-resource';

export const OUTCOME_LABELS = {
  UNKNOWN: 'Unknown',
  REFUSED: 'Refused',
  NOT_SENT: 'Not sent',
  RECONCILED: 'Made, as a later read shows',
  APPLIED: 'Made',
} as const;

type ReportedOutcome = keyof typeof OUTCOME_LABELS;

export interface Report extends Pick<Verdict, 'tone' | 'title' | 'texts'> {
  readonly resource: BulkResource;
  readonly outcome: ReportedOutcome;
  /** True when the request of the change can be sent again. */
  readonly isRetryable: boolean;
  /** False when the row shows less than what the gateway knows, such as after the record was deleted. */
  readonly isRowCurrent: boolean;
}

/** The reports of resources with the same outcome for the same reason. */
interface ReportGroup extends Pick<Report, 'outcome' | 'tone' | 'title' | 'texts'> {
  readonly resources: readonly BulkResource[];
}

/** The gateway derives the keys of the items, so the trail does not have that of the request. */
const AUDIT_HINT = 'as changeStatuses of the resource';

/** Returns one report for each resource, in the order of the requests. */
export function reportsOf(
  requests: readonly BulkRequest[],
  labels: Readonly<Record<string, string>>,
): readonly Report[] {
  return requests.flatMap((request) => request.resources.map((_, index) => reportOf(request, index, labels)));
}

function reportOf(
  { resources, answer }: BulkRequest,
  index: number,
  labels: Readonly<Record<string, string>>,
): Report {
  const resource = resources[index];
  if (resource === undefined) throw new Error('A request has a result without a resource.');
  if (answer === undefined) {
    const texts = ['The console stopped before it sent this change.'];
    return {
      ...{ resource, tone: 'warning', title: 'The change was not sent', texts },
      ...{ outcome: 'NOT_SENT', isRetryable: false, isRowCurrent: true },
    };
  }
  if ('error' in answer) {
    const { tone, title, texts } = verdictOf(
      { phase: 'SEND_FAILED', error: answer.error },
      labels,
      AUDIT_HINT,
    );
    const outcome = tone === 'warning' ? 'UNKNOWN' : 'REFUSED';
    return { tone, title, texts, resource, outcome, isRetryable: true, isRowCurrent: true };
  }
  const result = answer.results[index];
  if (result === undefined || result.outcome === 'DRY_RUN')
    throw new Error('The gateway did not answer each change of a request.');
  const { next, tone, title, texts } = verdictOf({ phase: 'DONE', result }, labels, AUDIT_HINT);
  return {
    ...{ resource, tone, title, texts },
    outcome: result.outcome,
    isRetryable: next.includes('SEND_AGAIN'),
    isRowCurrent: result.isPageCurrent,
  };
}

/** The outcomes that need a person come first. */
export function groupReports(reports: readonly Report[]): readonly ReportGroup[] {
  const groups = new Map<string, ReportGroup>();
  for (const { resource, outcome, tone, title, texts } of reports) {
    const key = JSON.stringify([outcome, title, texts]);
    const resources = [...(groups.get(key)?.resources ?? []), resource];
    groups.set(key, { outcome, tone, title, texts, resources });
  }
  const order = Object.keys(OUTCOME_LABELS);
  return [...groups.values()].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
}

/** Such as "18 made, 2 refused". */
export function countOutcomes(reports: readonly Report[]): string {
  return Object.entries(OUTCOME_LABELS)
    .reverse()
    .map(([outcome, label]) => [reports.filter((each) => each.outcome === outcome).length, label] as const)
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${count} ${label.toLowerCase()}`)
    .join('; ');
}

/** One line for each resource, for tickets and chats. */
export function reportText(title: string, reports: readonly Report[]): string {
  const lines = reports.map(
    ({ resource: { name, target, id }, outcome, title: words, texts }) =>
      `${OUTCOME_LABELS[outcome]}: ${name} (${target}, ${id}). ${[words, ...texts].map(withStop).join(' ')}`,
  );
  return [`${title}: ${countOutcomes(reports)}`, ...lines].join('\n');
}

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
