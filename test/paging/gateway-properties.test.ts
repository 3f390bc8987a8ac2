// Properties of walks through the gateway over the emulator: random sizes, queries, page sizes and faults; the emulator's state is the oracle.
import fc from 'fast-check';
import '../support/fc-settings';
import {
  CONNECTIONS,
  idsOf,
  nextCursor,
  readPage,
  type ConnectionName,
  type Page,
} from '../support/connections';
import { SEVERAL_TARGETS, withSeveralTargets, type SeveralTargets } from '../support/several-targets';
import type { TestGateway } from '../support/gateway';
import { QUERIES, storedRows } from '../support/stored-rows';

const LISTS = {
  classificationJobs: { service: 'macie2', size: 'jobs', operations: ['ListClassificationJobs'] },
  macieMembers: { service: 'macie2', size: 'members', operations: ['ListMembers'] },
  mailboxExportJobs: {
    service: 'workmail',
    size: 'exportJobs',
    operations: ['ListMailboxExportJobs', 'ListOrganizations'],
  },
  securityCases: { service: 'security-ir', size: 'cases', operations: ['ListCases'] },
} as const satisfies Record<ConnectionName, object>;

const uneven = fc.record({
  page: fc.constantFrom('short', 'empty'),
  count: fc.integer({ min: 1, max: 4 }),
  target: fc.nat(SEVERAL_TARGETS.length - 1),
});

interface ErrorPlan {
  readonly type: string;
  readonly target: number;
  readonly operation: number;
  /** The number of pages after which the error is added. */
  readonly after: number;
}

const errorOf = (type: string): fc.Arbitrary<ErrorPlan> =>
  fc.record({
    type: fc.constant(type),
    target: fc.nat(SEVERAL_TARGETS.length - 1),
    operation: fc.nat(1),
    after: fc.nat(2),
  });

const walkOf = (name: ConnectionName, smallest: number, errors: fc.Arbitrary<ErrorPlan[]>) =>
  fc.record({
    size: fc.nat(40),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    query: fc.constantFrom(...QUERIES[name]),
    firsts: fc.array(fc.integer({ min: smallest, max: 70 }), { minLength: 1, maxLength: 3 }),
    edge: fc.nat(),
    uneven: fc.array(uneven, { maxLength: 4 }),
    errors,
  });

type WalkPlan = ReturnType<typeof walkOf> extends fc.Arbitrary<infer Plan> ? Plan : never;

interface WalkedPage {
  readonly page: Page;
  readonly first: number;
}

const incompleteTargets = ({ completeness }: Page) =>
  completeness.sources.filter(({ status }) => status !== 'OK').map(({ target }) => target.name);

/** Follows `nextCursor` from `after` to the end. */
async function follow(
  gateway: TestGateway,
  name: ConnectionName,
  { firsts, query }: WalkPlan,
  after: string | null,
  check: (walked: WalkedPage, pages: number) => Promise<void> | void,
): Promise<Page> {
  let cursor = after;
  for (let pages = 0; ; pages += 1) {
    if (pages > 200) throw new Error('The walk has no end.');
    const first = firsts[pages % firsts.length] ?? 1;
    const page = await readPage(gateway, name, { first, after: cursor }, query.args);
    await check({ page, first }, pages);
    if (!page.pageInfo.hasNextPage) return page;
    cursor = nextCursor(page);
  }
}

async function prepare({ emulator }: SeveralTargets, name: ConnectionName, plan: WalkPlan): Promise<void> {
  const { service, size, operations } = LISTS[name];
  const none = { jobs: 0, members: 0, exportJobs: 0, cases: 0 };
  await emulator.control('POST', '/reset', { seed: plan.seed, sizes: { ...none, [size]: plan.size } });
  await emulator.control('POST', '/clock', { frozen: true });
  for (const { target, ...fault } of plan.uneven) {
    const account = SEVERAL_TARGETS[target]?.account;
    await emulator.control('POST', '/faults', { service, operation: operations[0], account, ...fault });
  }
}

/** Adds the errors that begin at this page, for all calls of the list in a target. */
async function addErrors(
  { emulator }: SeveralTargets,
  name: ConnectionName,
  { errors }: WalkPlan,
  page: number,
): Promise<void> {
  const { service, operations } = LISTS[name];
  for (const { type, target, operation, after } of errors) {
    if (after !== page) continue;
    await emulator.control('POST', '/faults', {
      service,
      operation: operations[operation % operations.length],
      account: SEVERAL_TARGETS[target]?.account,
      error: { type },
    });
  }
}

async function checkWalk(setup: SeveralTargets, gateway: TestGateway, name: ConnectionName, plan: WalkPlan) {
  await prepare(setup, name, plan);
  const stored = await storedRows(setup.emulator, name, plan.query);
  const expected = stored.map(({ id }) => id);
  const failingTargets = plan.errors.map(({ target }) => SEVERAL_TARGETS[target]?.name ?? '');
  const isFaultless = failingTargets.length === 0;
  const ids: string[] = [];

  await addErrors(setup, name, plan, 0);
  const end = await follow(gateway, name, plan, null, async ({ page, first }, pages) => {
    const before = ids.length;
    ids.push(...idsOf(page));
    expect(incompleteTargets(page).filter((target) => !failingTargets.includes(target))).toEqual([]);
    expect(page.completeness.complete).toBe(incompleteTargets(page).length === 0);
    expect(page.edges.length === first || !page.pageInfo.hasNextPage).toBe(true);
    expect(page.edges.length).toBeLessThanOrEqual(first);
    if (isFaultless) expect(ids).toEqual(expected.slice(0, ids.length));
    const edge = page.edges[plan.edge % Math.max(1, page.edges.length)];
    if (isFaultless && edge !== undefined) {
      const next = await readPage(gateway, name, { first: 5, after: edge.cursor }, plan.query.args);
      const follows = before + (plan.edge % page.edges.length) + 1;
      expect(idsOf(next)).toEqual(expected.slice(follows, follows + 5));
    }
    await addErrors(setup, name, plan, pages + 1);
  });

  expect(new Set(ids).size).toBe(ids.length);
  const missing = stored.filter(({ id }) => !ids.includes(id));
  expect(missing.filter(({ target }) => !incompleteTargets(end).includes(target))).toEqual([]);
  expect(incompleteTargets(end).filter((target) => !failingTargets.includes(target))).toEqual([]);

  await setup.clearFaults();
  await follow(gateway, name, plan, nextCursor(end), ({ page }) => {
    ids.push(...idsOf(page));
    expect(page.completeness.complete).toBe(true);
  });
  expect([...ids].sort()).toEqual([...expected].sort());
}

const denied = fc.array(errorOf('AccessDeniedException'), { maxLength: 3 });

test.concurrent.each(CONNECTIONS)(
  '20 walks through %s return every stored row once, and report every missing row',
  (name) =>
    withSeveralTargets(async (setup) => {
      await fc.assert(
        fc.asyncProperty(walkOf(name, 3, denied), (plan) => checkWalk(setup, setup.gateway, name, plan)),
        { numRuns: 20, endOnFailure: true },
      );
    }),
);

// The SDK retries a throttled call and slows down from then on: every page takes seconds.
test.concurrent.each(CONNECTIONS)(
  '2 walks through %s while AWS throttles a target report every missing row',
  (name) =>
    withSeveralTargets(async (setup) => {
      const throttled = errorOf('ThrottlingException').map((error) => [{ ...error, after: 0 }]);
      await fc.assert(
        fc.asyncProperty(walkOf(name, 50, throttled), (plan) =>
          checkWalk(setup, setup.gateway, name, { ...plan, uneven: [] }),
        ),
        { numRuns: 2, endOnFailure: true },
      );
    }),
);
