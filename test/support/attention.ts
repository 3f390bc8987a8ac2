// The attention queue: its default thresholds, and its pages.
import type { AttentionThresholds } from '../../src/domain/attention/table';
import type { GraphqlAnswer } from './gateway';

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

/** Without `resource` and `availableTransitions`, which need calls for the resources of changes. */
export const ATTENTION = `query ($first: Int! = 200, $after: String, $filter: AttentionFilter) {
  attention(first: $first, after: $after, filter: $filter) {
    nodes { id reason since dueAt isUrgent summary }
    pageInfo { endCursor hasNextPage }
    totalCount { value exact }
    completeness {
      complete retryCursor
      sources { target { name } service kind status message }
    }
    unavailableReasons { reason code target { name } message }
  }
}`;

export interface AttentionNode {
  readonly id: string;
  readonly reason: string;
  readonly since: string | null;
  readonly dueAt: string | null;
  readonly isUrgent: boolean;
  readonly summary: string;
}

export interface AttentionSource {
  readonly target: { readonly name: string };
  readonly service: string;
  readonly kind: string;
  readonly status: string;
  readonly message: string | null;
}

interface UnavailableReason {
  readonly reason: string;
  readonly code: string;
  readonly target: { readonly name: string } | null;
  readonly message: string;
}

export interface AttentionPage {
  readonly nodes: readonly AttentionNode[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly totalCount: { readonly value: number; readonly exact: boolean };
  readonly completeness: {
    readonly complete: boolean;
    readonly retryCursor: string | null;
    readonly sources: readonly AttentionSource[];
  };
  readonly unavailableReasons: readonly UnavailableReason[];
}

interface Sender {
  send(query: string, variables?: unknown): Promise<GraphqlAnswer<Record<string, unknown>>>;
}

/** Reads a page of the queue. Throws when the gateway returns an error. */
export async function readAttention(gateway: Sender, variables: object = {}): Promise<AttentionPage> {
  const { data, errors } = await gateway.send(ATTENTION, variables);
  if (data?.attention == null || errors !== undefined)
    throw new Error(`The gateway returned no page: ${JSON.stringify(errors)}`);
  return data.attention as AttentionPage;
}

/** The pages from `after` to the last one. */
export async function walkAttention(
  gateway: Sender,
  {
    after,
    ...variables
  }: { readonly after?: string | null; readonly first?: number; readonly filter?: object } = {},
): Promise<AttentionPage[]> {
  const pages: AttentionPage[] = [];
  for (let cursor = after ?? null, more = true; more;) {
    if (pages.length > 200) throw new Error('The walk has no end.');
    const page = await readAttention(gateway, { ...variables, after: cursor });
    pages.push(page);
    cursor = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return pages;
}

/** The states of the lists of a page that are not whole, such as `west ClassificationJob TIMED_OUT`. */
export function missingLists({ completeness: { sources } }: Pick<AttentionPage, 'completeness'>): string[] {
  return sources
    .filter(({ status }) => status !== 'OK')
    .map(({ target, kind, status }) => `${target.name} ${kind} ${status}`);
}
