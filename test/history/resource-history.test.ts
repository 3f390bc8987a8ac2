// The time line of a resource: its events and its audit entries, newest first, over rows written before the gateway starts.
import { SCOPES, type Scope } from '../../src/domain/principal';
import { intentOf, outcomeOf } from '../support/audit-records';
import { openLog } from '../support/audit-stores';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type GraphqlAnswer, type TestGateway } from '../support/gateway';
import { useHistory } from '../support/history';
import { askAs } from '../support/identity';
import { identityOf, tokenOf } from '../support/principals';

const NOW = Date.now();
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);

const GRANTS = {
  all: { scopes: new Set(SCOPES), targets: 'ALL' },
  reader: { scopes: new Set<Scope>(['macie:read']), targets: 'ALL' },
} as const;

const SOURCE = { kind: 'ClassificationJob', target: 'default' } as const;

let emulator: TestEmulator;
let gateway: TestGateway;
let jobId = '';
let otherId = '';

const settings = useHistory(async (history) => {
  emulator = await startTestEmulator();
  const plain = await startTestGateway(emulator.url);
  const { data } = await plain.send('{ classificationJobs(first: 2) { nodes { id } } }');
  await plain.close();
  [jobId = '', otherId = ''] = (data?.classificationJobs as { nodes: { id: string }[] }).nodes.map(
    ({ id }) => id,
  );
  await history.look(SOURCE, ago(90));
  await history.append(
    { ...SOURCE, resourceId: jobId, observedAt: ago(60) },
    { ...SOURCE, resourceId: otherId, observedAt: ago(55) },
    { ...SOURCE, resourceId: jobId, observedAt: ago(40), cause: 'GATEWAY', changeId: 'b' },
    { ...SOURCE, resourceId: jobId, observedAt: ago(10) },
  );
  const gap = { startedAt: ago(35), endedAt: ago(34), reason: 'READ_FAILED' } as const;
  await history.look(SOURCE, ago(34), gap);
  await history.look(SOURCE, new Date());
});

/** The time line of the job, newest first. */
const TIME_LINE = ['event 10', 'audit c 30', 'event 40', 'audit b 41', 'audit a 50', 'event 60'];

beforeAll(async () => {
  const log = await openLog(settings);
  for (const [changeId, minutes] of [
    ['a', 50],
    ['b', 41],
    ['c', 30],
  ] as const) {
    const createdAt = ago(minutes);
    await log.record(intentOf(changeId, { resourceId: jobId, createdAt }), outcomeOf(changeId));
  }
  await log.close();
  gateway = await startTestGateway(emulator.url, { ...settings, identity: identityOf(GRANTS) });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const QUERY = `query ($id: ID!, $first: Int, $after: String) {
  node(id: $id) {
    ... on Resource {
      history(first: $first, after: $after) {
        edges { cursor node { __typename } }
        nodes { __typename recordedAt ... on AuditEntry { changeId } ... on ResourceEvent { type cause } }
        pageInfo { hasNextPage startCursor endCursor }
        completeness { complete sources { kind gaps { reason } } }
      }
    }
  }
}`;

interface Entry {
  readonly __typename: string;
  readonly recordedAt: string;
  readonly changeId?: string;
}

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly nodes: readonly Entry[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string;
  };
  readonly completeness: { readonly complete: boolean };
}

const send = (name: keyof typeof GRANTS, variables: object) =>
  askAs(tokenOf(name), gateway.url, QUERY, { id: jobId, ...variables });

function pageIn({ data, errors }: GraphqlAnswer<Record<string, unknown>>): Page {
  const { history } = (data?.node ?? {}) as { history?: Page | null };
  if (history == null) throw new Error(`There is no page: ${JSON.stringify(errors)}`);
  return history;
}

const textOf = ({ __typename, recordedAt, changeId }: Entry) => {
  const minutes = Math.round((NOW - new Date(recordedAt).getTime()) / 60_000);
  return __typename === 'AuditEntry' ? `audit ${changeId ?? ''} ${minutes}` : `event ${minutes}`;
};

test.each([1, 2, 3, 4, 6, 200])('pages of %i merge events and audit entries, newest first', async (first) => {
  const texts: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = pageIn(await send('all', { first, after }));
    texts.push(...page.nodes.map(textOf));
    expect(page.nodes).toHaveLength(Math.min(first, TIME_LINE.length - texts.length + page.nodes.length));
    expect(page.pageInfo).toMatchObject({
      startCursor: page.edges[0]?.cursor,
      endCursor: page.edges.at(-1)?.cursor,
    });
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(texts).toEqual(TIME_LINE);
  const beyond = pageIn(await send('all', { first, after }));
  expect(beyond).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, startCursor: null } });
});

test('a caller without audit:read gets the events only', async () => {
  const { nodes, pageInfo } = pageIn(await send('reader', { first: 200 }));
  expect(nodes.map(textOf)).toEqual(['event 10', 'event 40', 'event 60']);
  expect(pageInfo.hasNextPage).toBe(false);
});

test('the cursor of a caller with audit:read gives another caller no audit entry', async () => {
  const { edges } = pageIn(await send('all', { first: 2 }));
  const { nodes } = pageIn(await send('reader', { first: 200, after: edges[1]?.cursor }));
  expect(nodes.map(textOf)).toEqual(['event 40', 'event 60']);
});

test('a page reports the gaps between its newest and its oldest entry, and none is between two pages', async () => {
  const whole = pageIn(await send('all', {}));
  expect(whole.completeness).toEqual({
    complete: false,
    sources: [{ kind: 'CLASSIFICATION_JOB', gaps: [{ reason: 'READ_FAILED' }] }],
  });
  const first = pageIn(await send('all', { first: 2 }));
  const second = pageIn(await send('all', { first: 2, after: first.pageInfo.endCursor }));
  const third = pageIn(await send('all', { first: 2, after: second.pageInfo.endCursor }));
  expect([first, second, third].map(({ completeness }) => completeness.complete)).toEqual([
    true,
    false,
    true,
  ]);
});

test('rejects a cursor of another resource, a forged cursor and an invalid page size', async () => {
  const { pageInfo } = pageIn(await send('all', { first: 1 }));
  for (const [variables, code] of [
    [{ id: otherId, after: pageInfo.endCursor }, 'CURSOR_INVALID'],
    [{ after: 'made up' }, 'CURSOR_INVALID'],
    [{ first: 201 }, 'BAD_USER_INPUT'],
  ] as const) {
    const { data, errors } = await send('all', variables);
    expect(data).toEqual({ node: { history: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  }
});

test('without a history, its fields are null with HISTORY_OFF, and the resource stays', async () => {
  const plain = await startTestGateway(emulator.url);
  const { data, errors = [] } = await plain.send(
    `{ node(id: "${jobId}") { id ... on Resource { history { nodes { recordedAt } } statusDurations { since } } } }`,
  );
  await plain.close();
  expect(data).toEqual({ node: { id: jobId, history: null, statusDurations: null } });
  expect(errors.map(({ path, extensions: { code } }) => [path, code])).toEqual(
    expect.arrayContaining([
      [['node', 'history'], 'HISTORY_OFF'],
      [['node', 'statusDurations'], 'HISTORY_OFF'],
    ]),
  );
});

test('statusDurations count from the first look at the list, and report its gap', async () => {
  const query = `query ($id: ID!) {
    node(id: $id) {
      ... on Resource {
        statusDurations { since durations { status seconds } completeness { complete sources { kind gaps { reason } } } }
      }
    }
  }`;
  const { data } = await askAs(tokenOf('reader'), gateway.url, query, { id: otherId });
  const elapsed = Math.round((Date.now() - ago(55).getTime()) / 1_000);
  expect(data).toEqual({
    node: {
      statusDurations: {
        since: ago(90).toISOString(),
        durations: [
          { status: 'RUNNING', seconds: 35 * 60 },
          { status: 'COMPLETE', seconds: expect.closeTo(elapsed, -1) as number },
        ],
        completeness: {
          complete: false,
          sources: [{ kind: 'CLASSIFICATION_JOB', gaps: [{ reason: 'READ_FAILED' }] }],
        },
      },
    },
  });
});
