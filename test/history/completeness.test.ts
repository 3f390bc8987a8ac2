// The completeness of the history: which lists are watched since when, and their gaps in the range of a page.
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { TestHistory, useHistory } from '../support/history';
import { EVENTS, pageIn, positionsIn, type EventsPage } from '../support/history-pages';

const TARGETS = [
  { name: 'home', region: 'us-east-1', services: ['macie2', 'security-ir'] },
  { name: 'west', region: 'us-west-2', services: ['security-ir'] },
] as const;

const JOBS = { kind: 'ClassificationJob', target: 'home' } as const;
const MEMBERS = { kind: 'MacieMember', target: 'home' } as const;
const CASES = { kind: 'SecurityCase', target: 'home' } as const;
const WEST_CASES = { kind: 'SecurityCase', target: 'west' } as const;

const NOW = Date.now();
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);

const settings = useHistory(async (history) => {
  for (const source of [JOBS, MEMBERS, CASES, WEST_CASES]) await history.look(source, ago(300));
  await history.append({ ...JOBS, observedAt: ago(200) }, { ...CASES, observedAt: ago(150) });
  const notWatched = { startedAt: ago(100), endedAt: ago(90), reason: 'NOT_WATCHED' } as const;
  await history.look(CASES, ago(90), notWatched);
  for (const source of [JOBS, MEMBERS, CASES]) await history.look(source, new Date());
  await history.look(WEST_CASES, ago(30));
});

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, { targets: TARGETS, ...settings });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const pageOf = async (variables: object = {}, reading = gateway) =>
  pageIn(await reading.send(EVENTS, variables));

const late = { startedAt: ago(30).toISOString(), endedAt: null, reason: 'NOT_WATCHED' };

test('completeness has every list of the targets, with its gaps', async () => {
  const { completeness } = await pageOf();
  const watched = { watchedSince: ago(300).toISOString(), intervalSeconds: 60 };
  const recently = expect.any(String) as unknown;
  const home = { ...watched, target: { name: 'home' }, observedAt: recently };
  expect(completeness).toEqual({
    complete: false,
    sources: [
      { ...home, kind: 'CLASSIFICATION_JOB', gaps: [] },
      { ...home, kind: 'MACIE_MEMBER', gaps: [] },
      {
        ...home,
        kind: 'SECURITY_CASE',
        gaps: [{ startedAt: ago(100).toISOString(), endedAt: ago(90).toISOString(), reason: 'NOT_WATCHED' }],
      },
      {
        ...watched,
        target: { name: 'west' },
        kind: 'SECURITY_CASE',
        observedAt: ago(30).toISOString(),
        gaps: [late],
      },
    ],
  });
});

test.each<[string, object, boolean]>([
  ['watched lists only', { kinds: ['CLASSIFICATION_JOB', 'MACIE_MEMBER'] }, true],
  ['a list with a gap', { kinds: ['SECURITY_CASE'], targets: ['home'] }, false],
  ['a list with a gap before the range', { targets: ['home'], time: { gte: ago(89) } }, true],
  ['a list with a gap in the range', { targets: ['home'], time: { gte: ago(99), lt: ago(50) } }, false],
  ['a list with a gap after the range', { targets: ['home'], time: { lt: ago(101) } }, true],
  ['a list that is late', { targets: ['west'] }, false],
  ['a list that is late, up to the last look', { targets: ['west'], time: { lte: ago(30) } }, true],
  ['a time before the lists were watched', { targets: ['home'], time: { gte: ago(301) } }, false],
  ['a time that ended before the lists were watched', { targets: ['home'], time: { lt: ago(301) } }, false],
  ['a time since the lists were watched', { kinds: ['MACIE_MEMBER'], time: { gte: ago(300) } }, true],
])('completeness of %s', async (_name, filter, complete) => {
  expect((await pageOf({ filter })).completeness.complete).toBe(complete);
});

test('a page behind a cursor reports only the gaps that end behind it', async () => {
  const filter = { targets: ['home'] };
  const { edges, completeness } = await pageOf({ filter });
  expect(completeness.complete).toBe(false);
  const middle = await pageOf({ filter, first: 1, after: edges[0]?.cursor });
  expect(middle.completeness.complete).toBe(false);
  const end = await pageOf({ filter, after: edges.at(-1)?.cursor });
  expect([positionsIn(end), end.completeness.complete]).toEqual([[], true]);
});

const ALWAYS_WATCHED = [JOBS, MEMBERS];

/** A walk in a history that other gateways write between the pages: the file belongs to one process at a time. */
async function walkWhile(
  written: ReturnType<typeof useHistory>,
  steps: readonly ((history: TestHistory) => Promise<void>)[],
): Promise<readonly EventsPage[]> {
  const filter = { kinds: ['CLASSIFICATION_JOB', 'MACIE_MEMBER'] };
  const pages: EventsPage[] = [];
  for (const step of steps) {
    const history = await TestHistory.open(written.databaseFile);
    await step(history);
    await history.close();
    const overrides = { targets: TARGETS, ...written, cursorSecret: 'a secret of a test' };
    const reading = await startTestGateway(emulator.url, overrides);
    const after = pages.at(-1)?.pageInfo.endCursor;
    pages.push(await pageOf({ filter, after }, reading));
    await reading.close();
  }
  return pages;
}

const growing = useHistory(() => Promise.resolve());

test('the end cursor of an empty page continues with the events that follow', async () => {
  const look = async (history: TestHistory) => {
    const asOf = new Date();
    for (const source of ALWAYS_WATCHED) await history.look(source, asOf);
  };
  const pages = await walkWhile(growing, [
    () => Promise.resolve(),
    look,
    async (history) => {
      await history.append({ ...JOBS }, { ...MEMBERS });
      await look(history);
    },
    look,
    async (history) => {
      await history.append({ ...JOBS }, { ...JOBS });
      await history.prune(3, new Date());
      await look(history);
    },
    look,
  ]);
  expect(pages.map((page) => [positionsIn(page), page.completeness.complete])).toEqual([
    [[], false],
    [[], false],
    [['1', '2'], true],
    [[], true],
    [['4'], false],
    [[], true],
  ]);
  expect(pages.map(({ completeness }) => completeness.sources.map(({ gaps }) => gaps.length))).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 1],
    [0, 0],
  ]);
  expect(pages[4]?.completeness.sources[0]?.gaps).toMatchObject([{ reason: 'PRUNED' }]);
});

const lateList = useHistory(async (history) => {
  for (const source of ALWAYS_WATCHED) await history.look(source, ago(60));
});

test('a gap that ends after a later event of another list is reported behind the cursor of that event', async () => {
  const pages = await walkWhile(lateList, [
    async (history) => {
      await history.look(JOBS, new Date());
      await history.append({ ...JOBS, observedAt: new Date() });
    },
    async (history) => {
      const gap = { startedAt: ago(60), endedAt: ago(1), reason: 'NOT_WATCHED' } as const;
      await history.look(MEMBERS, ago(1), gap);
    },
    async (history) => {
      for (const source of ALWAYS_WATCHED) await history.look(source, new Date());
    },
  ]);
  const gapsOfMembers = pages.map(({ completeness }) => completeness.sources[1]?.gaps);
  expect(gapsOfMembers).toEqual([
    [{ startedAt: ago(60).toISOString(), endedAt: null, reason: 'NOT_WATCHED' }],
    [{ startedAt: ago(60).toISOString(), endedAt: ago(1).toISOString(), reason: 'NOT_WATCHED' }],
    [],
  ]);
  expect(pages.map((page) => [positionsIn(page), page.completeness.complete])).toEqual([
    [['1'], false],
    [[], false],
    [[], true],
  ]);
});
