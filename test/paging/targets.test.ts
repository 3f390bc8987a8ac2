// Connections over several targets: one target after another, or merged when the query has an order.
import { decodeId } from '../../src/domain/ids';
import { readState } from '../support/emulator';
import { awsLists } from '../support/aws-lists';
import { askForPage, CONNECTIONS, idsOf, readPage, walk, type ConnectionName } from '../support/connections';
import { SEVERAL_TARGETS, HOME, PARTNER, useSeveralTargets, WEST } from '../support/several-targets';
import { startTestGateway } from '../support/gateway';

const setup = useSeveralTargets();

/** The ids that AWS lists in each target. */
let lists: Record<string, Record<ConnectionName, string[]>>;

beforeAll(async () => {
  const entries = SEVERAL_TARGETS.map(
    async (target) => [target.name, await awsLists(setup.emulator.url, target)] as const,
  );
  lists = Object.fromEntries(await Promise.all(entries));
});

beforeEach(() => setup.forgetCalls());

const listOf = (name: ConnectionName, ...targets: string[]) =>
  targets.flatMap((target) => lists[target]?.[name] ?? []);

const WALKS = CONNECTIONS.flatMap((name) => [1, 7, 25, 30, 200].map((first) => [name, first] as const));

test.each(WALKS)('%s by %i returns every row once, target after target', async (name, first) => {
  const { ids, pages } = await walk(setup.gateway, name, { first });
  expect(ids).toEqual(listOf(name, 'home', 'partner', 'west'));
  expect(new Set(ids).size).toBe(ids.length);
  expect(pages).toHaveLength(Math.ceil(ids.length / first));
});

test.each(CONNECTIONS)('%s reads a target only when the page needs its rows', async (name) => {
  const { completeness, edges } = await readPage(setup.gateway, name, { first: 5 });
  expect(edges).toHaveLength(5);
  expect(completeness.complete).toBe(true);
  expect(completeness.sources).toHaveLength(1);
  expect(completeness.sources).toMatchObject([{ target: { name: 'home' }, status: 'OK', message: null }]);
  const accounts = (await setup.emulator.calls()).map(({ account }) => account);
  expect(new Set(accounts)).toEqual(new Set([HOME.account]));
});

test.each(CONNECTIONS)(
  '%s reads the targets of the argument, in the order of the configuration',
  async (name) => {
    const args = { first: 200, targets: ['west', 'home', 'west'] };
    const { ids } = await walk(setup.gateway, name, args);
    expect(ids).toEqual(listOf(name, 'home', 'west'));
    const accounts = (await setup.emulator.calls()).map(({ account }) => account);
    expect(new Set(accounts)).toEqual(new Set([HOME.account, WEST.account]));
  },
);

test.each(CONNECTIONS)('%s reads each target in its configured account and region', async (name) => {
  const page = await readPage(setup.gateway, name, { first: 3, targets: ['west'] });
  expect(idsOf(page)).toEqual(listOf(name, 'west').slice(0, 3));
  const locations = (await setup.emulator.calls()).map(({ account, region }) => `${account}/${region}`);
  expect(new Set(locations)).toEqual(new Set([`${WEST.account}/us-west-2`]));
});

test.each(CONNECTIONS)('%s rejects an unknown target and an empty list without a call', async (name) => {
  for (const targets of [['home', 'elsewhere'], []]) {
    const { data, errors } = await askForPage(setup.gateway, name, { first: 5, targets });
    expect(data).toEqual({ connection: null });
    expect(errors).toMatchObject([{ path: ['connection'], extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('the gateway does not read a service that is off in a target, and rejects requests for it', async () => {
  const targets = [
    { ...HOME, services: ['macie2', 'security-ir'] as const },
    { ...PARTNER, services: ['workmail'] as const },
  ];
  const gateway = await startTestGateway(setup.emulator.url, { targets });
  try {
    for (const [name, target] of [
      ['classificationJobs', 'home'],
      ['macieMembers', 'home'],
      ['mailboxExportJobs', 'partner'],
      ['securityCases', 'home'],
    ] as const) {
      const { ids, pages } = await walk(gateway, name, { first: 200 });
      expect(ids).toEqual(listOf(name, target));
      expect(pages[0]?.completeness.sources.map((source) => source.target.name)).toEqual([target]);
    }
    const rejected = await askForPage(gateway, 'mailboxExportJobs', { first: 1, targets: ['home'] });
    expect(rejected.errors).toMatchObject([
      { message: 'WorkMail is not configured for target "home".', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  } finally {
    await gateway.close();
  }
});

const ORDERS = (['CREATED_AT', 'STATUS', 'NAME', 'JOB_TYPE'] as const).flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
);

const MEMBERS = { CREATED_AT: 'createdAt', STATUS: 'jobStatus', NAME: 'name', JOB_TYPE: 'jobType' } as const;

/** The attribute by which jobs are ordered, for every job of all targets, by target and job id. */
async function attributes(member: string): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  for (const { name, account, region } of SEVERAL_TARGETS) {
    const { macie2 } = await readState(setup.emulator, account, region);
    for (const job of macie2.jobs) values.set(`${name} ${String(job.jobId)}`, String(job[member]));
  }
  return values;
}

function keyOf(id: string): string {
  const ref = decodeId(id);
  return ref.kind === 'ClassificationJob' ? `${ref.target} ${ref.jobId}` : '';
}

test.each(ORDERS)('the gateway merges the jobs of all targets by $field $direction', async (orderBy) => {
  const values = await attributes(MEMBERS[orderBy.field]);
  const everything = listOf('classificationJobs', 'home', 'partner', 'west');

  for (const first of [7, 200]) {
    const { ids, pages } = await walk(setup.gateway, 'classificationJobs', { first }, { orderBy });

    const inOrder = ids.map((id) => values.get(keyOf(id)) ?? '');
    const expected = [...values.values()].sort();
    expect(inOrder).toEqual(orderBy.direction === 'ASC' ? expected : expected.reverse());
    expect([...ids].sort()).toEqual([...everything].sort());
    expect(pages.every(({ completeness }) => completeness.complete)).toBe(true);
    expect(pages).toHaveLength(Math.ceil(everything.length / first));
  }
});

test('a merged page calls every target once, and continues right after any edge', async () => {
  const orderBy = { field: 'CREATED_AT', direction: 'DESC' };
  const { ids } = await walk(setup.gateway, 'classificationJobs', { first: 200 }, { orderBy });
  await setup.forgetCalls();
  const page = await readPage(setup.gateway, 'classificationJobs', { first: 30 }, { orderBy });
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 3 });
  expect(page.completeness.sources.map(({ target }) => target.name)).toEqual(['home', 'partner', 'west']);
  for (const [index, { cursor }] of page.edges.entries()) {
    const next = await readPage(
      setup.gateway,
      'classificationJobs',
      { first: 11, after: cursor },
      { orderBy },
    );
    expect(idsOf(next)).toEqual(ids.slice(index + 1, index + 12));
  }
});
