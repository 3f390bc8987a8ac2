/** The AWS lists that the history watches, with the fewest calls that show their changes. */
import type { Adapters } from '../aws/adapters/all';
import type { OrganizationWithState } from '../aws/adapters/mailbox-export-job';
import type { CallContext } from '../aws/client/call-context';
import { OrganizationStateError } from '../domain/errors';
import { decodeIdOf } from '../domain/ids';
import type { MailboxExportJobSummary } from '../domain/records/mailbox-export-job';
import type { AwsPage, PageRequest } from '../domain/records/page';
import type { ResourceKind } from '../domain/resources';
import type { KnownResource } from './list-comparison';
import type { RowByKind } from './observed-fields';
import type { Throttle } from './throttle';

type Row = RowByKind[ResourceKind];

interface Reading<Each> {
  readonly rows: readonly Each[];
  /** The time of the last response. */
  readonly asOf: Date;
  /** False when rows may be missing. */
  readonly isComplete: boolean;
}

export interface ListReading extends Reading<Row> {
  /** True for a resource that a complete reading would contain. */
  readonly covers: (resource: KnownResource) => boolean;
}

/** Reads of one list. Every method throws GatewayError. */
export interface WatchedList {
  /** Reads the whole list. */
  sweep(call: CallContext): Promise<ListReading>;
  /** Reads the part of the list that shows changes of most resources; undefined for a list that AWS cannot filter. */
  readonly glance: ((call: CallContext) => Promise<ListReading>) | undefined;
  /** Reads one resource by its global id. Returns undefined when AWS does not have it. */
  get(resourceId: string, call: CallContext): Promise<Row | undefined>;
}

type ListFactory = (adapters: Adapters, target: string, throttle: Throttle) => WatchedList;

/** The maximum page sizes of the list operations. */
const JOBS_PAGE = 200;
const MEMBERS_PAGE = 25;
const EXPORTS_PAGE = 100;
const CASES_PAGE = 25;

/** The newest jobs, which a glance reads beside those that are not terminal: a job can end between two glances. */
const NEWEST_JOBS = 25;
/** Organizations come and go rarely. */
const ORGANIZATIONS_MAX_AGE_MS = 600_000;

const EVERYTHING = () => true;

export const WATCHED_LISTS: Readonly<Record<ResourceKind, ListFactory>> = {
  ClassificationJob: ({ ClassificationJob: adapter }, target, throttle) => {
    const read = (query: Parameters<typeof adapter.list>[1], call: CallContext) =>
      readAll(JOBS_PAGE, throttle, (page) => adapter.list(target, query, page, call));
    return {
      sweep: async (call) => ({ ...(await read({}, call)), covers: EVERYTHING }),
      glance: async (call) => {
        const open = await read({ filter: { statuses: [...OPEN_JOBS] } }, call);
        await throttle();
        const newest = await adapter.list(
          target,
          { orderBy: { field: 'CREATED_AT', direction: 'DESC' } },
          { token: undefined, size: NEWEST_JOBS },
          call,
        );
        const ids = new Set(open.rows.map(({ jobId }) => jobId));
        return {
          ...open,
          rows: [...open.rows, ...newest.rows.filter(({ jobId }) => !ids.has(jobId))],
          covers: ({ fields }) => OPEN_JOBS.some((status) => status === fields.status),
        };
      },
      get: async (id, call) => {
        await throttle();
        return adapter.get(decodeIdOf('ClassificationJob', id), call);
      },
    };
  },
  MacieMember: ({ MacieMember: adapter }, target, throttle) => ({
    sweep: async (call) => ({
      ...(await readAll(MEMBERS_PAGE, throttle, (page) => adapter.list(target, false, page, call))),
      covers: EVERYTHING,
    }),
    glance: undefined,
    get: async (id, call) => {
      await throttle();
      return adapter.get(decodeIdOf('MacieMember', id), call);
    },
  }),
  MailboxExportJob: ({ MailboxExportJob: adapter }, target, throttle) => {
    let known: { readonly rows: readonly OrganizationWithState[]; readonly until: number } | undefined;
    const organizations = async (call: CallContext) => {
      if (known !== undefined && performance.now() < known.until) return known.rows;
      const page = await readAll(EXPORTS_PAGE, throttle, (each) =>
        adapter.listOrganizations(target, each, call),
      );
      if (page.isComplete) known = { rows: page.rows, until: performance.now() + ORGANIZATIONS_MAX_AGE_MS };
      return page.isComplete ? page.rows : undefined;
    };
    return {
      sweep: async (call) => {
        const found = await organizations(call);
        const readings: Reading<MailboxExportJobSummary>[] = [];
        const unread = new Set<string>();
        for (const organization of found ?? []) {
          try {
            readings.push(
              await readAll(EXPORTS_PAGE, throttle, (page) => adapter.list(target, organization, page, call)),
            );
          } catch (error) {
            // WorkMail serves no data of an organization that is not active.
            if (!(error instanceof OrganizationStateError)) throw error;
            unread.add(organization.organizationId);
          }
        }
        return {
          rows: readings.flatMap(({ rows }) => rows),
          asOf: readings.at(-1)?.asOf ?? new Date(),
          isComplete: found !== undefined && readings.every(({ isComplete }) => isComplete),
          covers: ({ resourceId }) => !unread.has(decodeIdOf('MailboxExportJob', resourceId).organizationId),
        };
      },
      glance: undefined,
      get: async (id, call) => {
        await throttle();
        return adapter.get(decodeIdOf('MailboxExportJob', id), call);
      },
    };
  },
  SecurityCase: ({ SecurityCase: adapter }, target, throttle) => ({
    sweep: async (call) => ({
      ...(await readAll(CASES_PAGE, throttle, (page) => adapter.list(target, page, call))),
      covers: EVERYTHING,
    }),
    glance: undefined,
    get: async (id, call) => {
      await throttle();
      return adapter.get(decodeIdOf('SecurityCase', id), call);
    },
  }),
};

const OPEN_JOBS = ['RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED'] as const;

/** Reads all pages of a list. A repeated token or an unreadable row makes the reading incomplete. */
async function readAll<Each>(
  size: number,
  throttle: Throttle,
  list: (page: PageRequest) => Promise<AwsPage<Each> | undefined>,
): Promise<Reading<Each>> {
  const rows: Each[] = [];
  const usedTokens = new Set<string | undefined>();
  let unreadableRows = 0;
  let asOf: Date | undefined;
  let token: string | undefined;
  do {
    usedTokens.add(token);
    await throttle();
    const page = await list({ token, size });
    rows.push(...(page?.rows ?? []));
    unreadableRows += page?.unreadableRows ?? 0;
    asOf = page?.asOf ?? asOf;
    token = page?.nextToken;
  } while (token !== undefined && !usedTokens.has(token));
  return { rows, asOf: asOf ?? new Date(), isComplete: token === undefined && unreadableRows === 0 };
}

/** The number of resources of a reading by status. */
export function countStatuses({ rows }: Pick<ListReading, 'rows'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
