// The orders that the gateway makes over all targets, compared with the emulator's state, and the AWS calls that they cost.
import { encodeId } from '../../src/domain/ids';
import { readState, type EmulatorState, type StateRow } from '../support/emulator';
import { askForPage, idsOf, readPage, walk, type ConnectionName } from '../support/connections';
import { PARTNER, SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ members: 60, exportJobs: 40, cases: 55 });

afterEach(async () => {
  await setup.clearFaults();
});
beforeEach(() => setup.forgetCalls());

type SortedName = Exclude<ConnectionName, 'classificationJobs'>;
type Value = string | number | undefined;

interface Row {
  readonly id: string;
  readonly target: number;
  /** The key of AWS, for rows with equal values. */
  readonly key: string;
  readonly row: StateRow;
}

const textOf = (member: string) => (row: StateRow) => {
  const value = row[member];
  return typeof value === 'string' ? value.toLowerCase() : undefined;
};
const numberOf = (member: string) => (row: StateRow) =>
  row[member] == null ? undefined : Number(row[member]);
const upperOf = (member: string) => (row: StateRow) =>
  String(row[member])
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[ ,-]+/g, '_')
    .toUpperCase();

/** The value of the emulator's row for every field of an order. */
const FIELDS: Readonly<Record<SortedName, Readonly<Record<string, (row: StateRow) => Value>>>> = {
  macieMembers: {
    ACCOUNT_ID: textOf('accountId'),
    EMAIL: textOf('email'),
    STATUS: upperOf('relationshipStatus'),
    INVITED_AT: textOf('invitedAt'),
  },
  mailboxExportJobs: {
    STARTED_AT: numberOf('StartTime'),
    ENDED_AT: numberOf('EndTime'),
    STATUS: upperOf('State'),
    PROGRESS: () => undefined,
  },
  securityCases: {
    CREATED_AT: numberOf('createdDate'),
    UPDATED_AT: numberOf('lastUpdatedDate'),
    STATUS: upperOf('caseStatus'),
    TITLE: textOf('title'),
  },
};

/** The arguments that select all rows. */
const LISTS = {
  macieMembers: { args: { filter: { onlyAssociated: false } } },
  mailboxExportJobs: { args: {} },
  securityCases: { args: {} },
} as const;

const NAMES = Object.keys(LISTS) as SortedName[];
const CASES = NAMES.flatMap((name) =>
  Object.keys(FIELDS[name]).flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction) => [name, field, direction] as const),
  ),
);

const SEVEN_DAYS = 7 * 86_400;

function rowsOf(name: SortedName, target: number, state: EmulatorState): Row[] {
  const targetName = SEVERAL_TARGETS[target]?.name ?? '';
  const now = Date.parse((state as unknown as { time: string }).time) / 1_000;
  switch (name) {
    case 'macieMembers':
      return state.macie2.members.map((row) => {
        const accountId = String(row.accountId);
        const id = encodeId({ kind: 'MacieMember', target: targetName, accountId });
        return { id, target, key: accountId, row };
      });
    case 'mailboxExportJobs':
      return state.workmail.organizations.flatMap((organization) => {
        const organizationId = String(organization.OrganizationId);
        return organization.exportJobs
          .filter(({ StartTime }) => Number(StartTime) > now - SEVEN_DAYS)
          .map((row) => {
            const jobId = String(row.JobId);
            const id = encodeId({ kind: 'MailboxExportJob', target: targetName, organizationId, jobId });
            return { id, target, key: `${organizationId} ${jobId}`, row };
          });
      });
    case 'securityCases':
      return state['security-ir'].cases.map((row) => {
        const caseId = String(row.caseId);
        return {
          id: encodeId({ kind: 'SecurityCase', target: targetName, caseId }),
          target,
          key: caseId,
          row,
        };
      });
  }
}

async function storedRows(name: SortedName): Promise<Row[]> {
  const states = await Promise.all(
    SEVERAL_TARGETS.map(({ account, region }) => readState(setup.emulator, account, region)),
  );
  return states.flatMap((state, target) => rowsOf(name, target, state));
}

/** Sorts by value with missing values last, then by target, then by key. */
function sorted(
  rows: readonly Row[],
  valueOf: (row: StateRow) => Value,
  direction: 'ASC' | 'DESC',
): string[] {
  const less = (a: Row, b: Row): boolean => {
    const [left, right] = [valueOf(a.row), valueOf(b.row)];
    if (left !== right) {
      if (left === undefined || right === undefined) return right === undefined;
      return left < right === (direction === 'ASC');
    }
    return a.target === b.target ? a.key < b.key : a.target < b.target;
  };
  return [...rows].sort((a, b) => (less(a, b) ? -1 : 1)).map(({ id }) => id);
}

test.each(CASES.filter(([, field]) => field !== 'PROGRESS'))(
  '%s by %s %s come in this order over all targets, on pages of any size',
  async (name, field, direction) => {
    const rows = await storedRows(name);
    const expected = sorted(rows, FIELDS[name][field] ?? (() => undefined), direction);
    expect(new Set(rows.map(({ target }) => target)).size).toBe(3);
    for (const first of [9, 200]) {
      const orderBy = { field, direction };
      const { ids, pages } = await walk(setup.gateway, name, { first }, { ...LISTS[name].args, orderBy });
      expect(ids).toEqual(expected);
      expect(pages.every(({ completeness }) => completeness.complete)).toBe(true);
      expect(pages.flatMap(({ edges }) => edges).some(({ isOutOfOrder }) => isOutOfOrder)).toBe(false);
    }
  },
);

test('exports by PROGRESS come by the progress that AWS returns', async () => {
  const { data } = await setup.gateway.send(
    '{ mailboxExportJobs(first: 200, orderBy: { field: PROGRESS, direction: DESC }) { nodes { estimatedProgress } } }',
  );
  const { nodes } = (data as { mailboxExportJobs: { nodes: { estimatedProgress: number }[] } })
    .mailboxExportJobs;
  const progress = nodes.map(({ estimatedProgress }) => estimatedProgress);
  expect(new Set(progress).size).toBeGreaterThan(1);
  expect(progress).toEqual([...progress].sort((a, b) => b - a));
});

test.each(NAMES)('a direction of null means ASC, also for the cursors of %s', async (name) => {
  const field = Object.keys(FIELDS[name])[0];
  const orderBy = (direction?: 'ASC' | null) => ({ ...LISTS[name].args, orderBy: { field, direction } });
  const { ids } = await walk(setup.gateway, name, { first: 200 }, orderBy('ASC'));
  const page = await readPage(setup.gateway, name, { first: 5 }, orderBy(null));
  const after = page.pageInfo.endCursor;
  const next = await readPage(setup.gateway, name, { first: 5, after }, orderBy('ASC'));
  expect([...idsOf(page), ...idsOf(next)]).toEqual(ids.slice(0, 10));
});

test('jobs take a direction of null, which Macie receives as ASC', async () => {
  const orderBy = { field: 'NAME', direction: null };
  const page = await readPage(setup.gateway, 'classificationJobs', { first: 5 }, { orderBy });
  const same = { orderBy: { field: 'NAME', direction: 'ASC' } };
  expect(idsOf(page)).toEqual(idsOf(await readPage(setup.gateway, 'classificationJobs', { first: 5 }, same)));
});

/** The calls for all lists: three targets, and two organizations in each of them. */
const WHOLE_LISTS = {
  macieMembers: { ListMembers: 9 },
  mailboxExportJobs: { ListOrganizations: 3, ListMailboxExportJobs: 6 },
  securityCases: { ListCases: 9 },
} as const;

test.each(NAMES)('a walk through sorted %s reads every list once', async (name) => {
  const more = { ...LISTS[name].args, orderBy: { field: 'STATUS' } };
  const { pages } = await walk(setup.gateway, name, { first: 20 }, more);
  expect(pages.length).toBeGreaterThan(2);
  expect(await setup.callCounts()).toEqual(WHOLE_LISTS[name]);
  const { edges } = pages[1] ?? { edges: [] };
  await setup.forgetCalls();
  await readPage(setup.gateway, name, { first: 7, after: edges[3]?.cursor ?? '' }, more);
  expect(await setup.operations()).toEqual([]);
});

test('a target that fails keeps its place: its rows come late with isOutOfOrder, and not at all along endCursor', async () => {
  const orderBy = { field: 'TITLE' };
  const { ids } = await walk(setup.gateway, 'securityCases', { first: 200 }, { orderBy });
  const stored = await storedRows('securityCases');
  const inPartner = stored.filter(({ target }) => target === 1).map(({ id }) => id);
  const others = ids.filter((id) => !inPartner.includes(id));
  await setup.lay({
    service: 'security-ir',
    operation: 'ListCases',
    account: PARTNER.account,
    error: { type: 'AccessDeniedException' },
  });
  const first = await readPage(setup.gateway, 'securityCases', { first: 40 }, { orderBy });
  expect(idsOf(first)).toEqual(others.slice(0, 40));
  expect(first.completeness.sources[1]).toMatchObject({
    target: { name: 'partner' },
    status: 'ACCESS_DENIED',
  });

  await setup.clearFaults();
  await setup.forgetCalls();
  const along = await walk(
    setup.gateway,
    'securityCases',
    { first: 40, after: first.pageInfo.endCursor },
    { orderBy },
  );
  const [leftOut] = along.pages;
  expect(leftOut?.completeness).toMatchObject({
    complete: false,
    sources: [
      { target: { name: 'home' } },
      { target: { name: 'partner' }, status: 'FAILED_EARLIER' },
      { target: { name: 'west' } },
    ],
  });

  const retried = await readPage(
    setup.gateway,
    'securityCases',
    { first: 200, after: first.completeness.retryCursor ?? '' },
    { orderBy },
  );
  expect(idsOf(retried)).toEqual(ids.filter((id) => !others.slice(0, 40).includes(id)));
  expect(retried.completeness.complete).toBe(true);
  const last = ids.indexOf(others[39] ?? '');
  for (const { node, isOutOfOrder } of retried.edges) expect(isOutOfOrder).toBe(ids.indexOf(node.id) < last);
});

test('while a target still fails, its retry does not use the list that another walk has read', async () => {
  const orderBy = { field: 'EMAIL' };
  await readPage(setup.gateway, 'macieMembers', { first: 20 }, { orderBy });
  const fault = { service: 'macie2', operation: 'ListMembers', account: PARTNER.account } as const;
  await setup.lay({ ...fault, error: { type: 'AccessDeniedException' } });
  const first = await readPage(setup.gateway, 'macieMembers', { first: 20 }, { orderBy, counts: true });
  const after = first.completeness.retryCursor ?? '';
  const retried = await readPage(
    setup.gateway,
    'macieMembers',
    { first: 20, after },
    { orderBy, counts: true },
  );
  for (const { completeness, totalCount } of [first, retried]) {
    expect(completeness.complete).toBe(false);
    expect(completeness.sources).toContainEqual(
      expect.objectContaining({ target: { name: 'partner' }, status: 'ACCESS_DENIED' }),
    );
    expect(totalCount?.exact).toBe(false);
  }
});

test('jobs of a target that failed and came back are out of order, although Macie sorts them', async () => {
  const orderBy = { field: 'CREATED_AT', direction: 'DESC' };
  const { ids } = await walk(setup.gateway, 'classificationJobs', { first: 200 }, { orderBy });
  await setup.lay({
    service: 'macie2',
    operation: 'ListClassificationJobs',
    account: PARTNER.account,
    error: { type: 'AccessDeniedException' },
  });
  const first = await readPage(setup.gateway, 'classificationJobs', { first: 20 }, { orderBy });
  expect(first.edges.some(({ isOutOfOrder }) => isOutOfOrder)).toBe(false);
  await setup.clearFaults();
  const after = first.completeness.retryCursor ?? '';
  const second = await readPage(setup.gateway, 'classificationJobs', { first: 200, after }, { orderBy });
  const returned = idsOf(first);
  const last = ids.indexOf(returned.at(-1) ?? '');
  const late = second.edges.filter(({ isOutOfOrder }) => isOutOfOrder).map(({ node }) => node.id);
  const missed = ids.slice(0, last).filter((id) => !returned.includes(id));
  expect(missed.length).toBeGreaterThan(3);
  expect(late).toEqual(missed);
});

test('an order beyond the scan limit is an error that names the arguments to narrow it by', async () => {
  await setup.lay({
    service: 'security-ir',
    operation: 'ListCases',
    page: 'empty',
    account: PARTNER.account,
  });
  const orderBy = { field: 'CREATED_AT' };
  const all = await askForPage(setup.gateway, 'securityCases', { first: 5 }, { orderBy });
  expect(all.data).toEqual({ connection: null });
  expect(all.errors).toMatchObject([
    {
      message:
        'The list is too long to sort, because reading all of it would exceed the scan limit: narrow it by targets, or omit orderBy.',
      extensions: { code: 'SORT_LIMIT_EXCEEDED', retryable: false, narrowBy: ['targets'] },
    },
  ]);
  const targets = ['partner'];
  const one = await askForPage(setup.gateway, 'securityCases', { first: 5, targets }, { orderBy });
  expect(one.errors).toMatchObject([{ extensions: { code: 'SORT_LIMIT_EXCEEDED', narrowBy: [] } }]);
  const filter = { accountIds: ['123456789012'] };
  const ofAccount = await askForPage(
    setup.gateway,
    'securityCases',
    { first: 5, targets },
    { orderBy, filter },
  );
  expect(ofAccount.errors).toMatchObject([
    { extensions: { code: 'SORT_LIMIT_EXCEEDED', narrowBy: ['filter'] } },
  ]);
  const fewer = await readPage(
    setup.gateway,
    'securityCases',
    { first: 5, targets: ['home', 'west'] },
    { orderBy },
  );
  expect(fewer.edges).toHaveLength(5);
});

test.each([
  [{ onlyAssociated: true }, []],
  [undefined, []],
  [{ onlyAssociated: false }, ['filter.onlyAssociated']],
])('members beyond the scan limit with the filter %j can be narrowed by %j', async (filter, narrowBy) => {
  await setup.lay({ service: 'macie2', operation: 'ListMembers', account: PARTNER.account, page: 'empty' });
  const more = { orderBy: { field: 'EMAIL' }, filter };
  const { errors } = await askForPage(
    setup.gateway,
    'macieMembers',
    { first: 5, targets: ['partner'] },
    more,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'SORT_LIMIT_EXCEEDED', narrowBy } }]);
});
