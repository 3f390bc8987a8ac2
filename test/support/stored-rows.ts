// The independent oracle for walks through the gateway: the rows of every connection, computed from the emulator's state.
import { encodeId } from '../../src/domain/ids';
import type { ConnectionName } from './connections';
import { SEVERAL_TARGETS } from './several-targets';
import { readState, type EmulatorState, type StateRow, type TestEmulator } from './emulator';

type Condition = (row: StateRow) => boolean;

/** Arguments of a connection, and the equivalent condition and order for the emulator's rows. */
export interface Query {
  readonly args: object;
  readonly holds: Condition;
  /** The member by which targets are merged; without an order the targets follow one another. */
  readonly order?: { readonly member: string; readonly direction: 'ASC' | 'DESC' };
}

const CURRENT = ['Enabled', 'Paused', 'RegionDisabled', 'AccountSuspended'];
const isCurrent: Condition = ({ relationshipStatus }) => CURRENT.includes(String(relationshipStatus));
const everything: Condition = () => true;
const all: Query = { args: {}, holds: everything };

const order = (field: string, member: string, direction: 'ASC' | 'DESC'): Query => ({
  args: { orderBy: { field, direction } },
  holds: everything,
  order: { member, direction },
});

export const QUERIES: Readonly<Record<ConnectionName, readonly Query[]>> = {
  classificationJobs: [
    all,
    order('CREATED_AT', 'createdAt', 'DESC'),
    order('NAME', 'name', 'ASC'),
    order('STATUS', 'jobStatus', 'DESC'),
    order('JOB_TYPE', 'jobType', 'ASC'),
    {
      args: { filter: { jobTypes: ['SCHEDULED'] }, orderBy: { field: 'NAME', direction: 'DESC' } },
      holds: ({ jobType }) => jobType === 'SCHEDULED',
      order: { member: 'name', direction: 'DESC' },
    },
    {
      args: { filter: { not: { statuses: ['COMPLETE', 'CANCELLED'] } } },
      holds: ({ jobStatus }) => jobStatus !== 'COMPLETE' && jobStatus !== 'CANCELLED',
    },
  ],
  macieMembers: [
    { args: {}, holds: isCurrent },
    { args: { filter: { onlyAssociated: false } }, holds: everything },
    {
      args: { filter: { statuses: ['ENABLED', 'PAUSED'] } },
      holds: ({ relationshipStatus }) => relationshipStatus === 'Enabled' || relationshipStatus === 'Paused',
    },
    {
      args: { filter: { onlyAssociated: false, not: { statuses: ['ENABLED'] } } },
      holds: ({ relationshipStatus }) => relationshipStatus !== 'Enabled',
    },
  ],
  mailboxExportJobs: [
    all,
    { args: { filter: { statuses: ['COMPLETED'] } }, holds: ({ State }) => State === 'COMPLETED' },
    { args: { filter: { not: { statuses: ['RUNNING'] } } }, holds: ({ State }) => State !== 'RUNNING' },
  ],
  securityCases: [
    all,
    { args: { filter: { statuses: ['CLOSED'] } }, holds: ({ caseStatus }) => caseStatus === 'Closed' },
    { args: { filter: { resolverTypes: ['SELF'] } }, holds: ({ resolverType }) => resolverType === 'Self' },
  ],
};

interface Listed {
  readonly id: string;
  readonly target: string;
  readonly row: StateRow;
}

type Key = string | number;

/** Compares the first keys, then the following ones. */
const ascending = (a: readonly Key[], b: readonly Key[]): number => {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};

const listed = (rows: readonly StateRow[], keyOf: (row: StateRow) => readonly Key[], sign = 1) =>
  [...rows].sort((a, b) => sign * ascending(keyOf(a), keyOf(b)));

/** AWS's list of a target, in the order of the emulator's documentation. */
function listOf(name: ConnectionName, target: string, state: EmulatorState, { order }: Query): Listed[] {
  switch (name) {
    case 'classificationJobs': {
      const { member, direction } = order ?? { member: 'createdAt', direction: 'DESC' };
      const keyOf = (row: StateRow) => [String(row[member]), String(row.jobId)];
      return listed(state.macie2.jobs, keyOf, direction === 'ASC' ? 1 : -1).map((row) => ({
        id: encodeId({ kind: 'ClassificationJob', target, jobId: String(row.jobId) }),
        target,
        row,
      }));
    }
    case 'macieMembers':
      return listed(state.macie2.members, ({ accountId }) => [String(accountId)]).map((row) => ({
        id: encodeId({ kind: 'MacieMember', target, accountId: String(row.accountId) }),
        target,
        row,
      }));
    case 'mailboxExportJobs':
      return listed(state.workmail.organizations, (row) => [String(row.OrganizationId)]).flatMap((row) => {
        const organizationId = String(row.OrganizationId);
        const keyOf = ({ StartTime, JobId }: StateRow) => [Number(StartTime), String(JobId)];
        return listed(row.exportJobs as StateRow[], keyOf, -1).map((job) => ({
          id: encodeId({ kind: 'MailboxExportJob', target, organizationId, jobId: String(job.JobId) }),
          target,
          row: job,
        }));
      });
    case 'securityCases': {
      const keyOf = ({ createdDate, caseId }: StateRow) => [Number(createdDate), String(caseId)];
      return listed(state['security-ir'].cases, keyOf, -1).map((row) => ({
        id: encodeId({ kind: 'SecurityCase', target, caseId: String(row.caseId) }),
        target,
        row,
      }));
    }
  }
}

const LISTED_FOR_SECONDS = 7 * 86_400;

/** The rows of all targets that a query must return, in its order. */
export async function storedRows(
  emulator: TestEmulator,
  name: ConnectionName,
  query: Query,
): Promise<Listed[]> {
  const lists = await Promise.all(
    SEVERAL_TARGETS.map(async ({ name: target, account, region }) => {
      const state = await readState(emulator, account, region);
      const now = Date.parse((state as unknown as { time: string }).time) / 1_000;
      return listOf(name, target, state, query).filter(
        ({ row }) =>
          query.holds(row) &&
          (name !== 'mailboxExportJobs' || Number(row.StartTime) > now - LISTED_FOR_SECONDS),
      );
    }),
  );
  const rows = lists.flat();
  if (query.order === undefined) return rows;
  const { member, direction } = query.order;
  const sign = direction === 'ASC' ? 1 : -1;
  return rows.sort((a, b) => sign * ascending([String(a.row[member])], [String(b.row[member])]));
}
