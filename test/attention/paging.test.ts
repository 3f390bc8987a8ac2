// Walks through the queue: every item once and in order, and cursors that belong to one filter.
import { readAttention, walkAttention, ATTENTION, type AttentionPage } from '../support/attention';
import { startTestGateway } from '../support/gateway';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const cursorSecret = 'secret-of-all-replicas-32-characters';
const setup = useSeveralTargets(
  { jobs: 150, members: 300, exportJobs: 20, cases: 60 },
  { targets: SEVERAL_TARGETS, cursorSecret },
);

const idsOf = (pages: readonly AttentionPage[]) => pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
/** Sorts as the queue does: missing times are behind all others. */
const placesOf = (pages: readonly AttentionPage[]) =>
  pages.flatMap(({ nodes }) => nodes.map(({ dueAt, since }) => `${dueAt ?? '~'} ${since ?? '~'}`));

test('a walk by sevens has more than 300 items, each once, by due time and then by their other time', async () => {
  const pages = await walkAttention(setup.gateway, { first: 7 });
  const ids = idsOf(pages);
  expect(ids.length).toBeGreaterThan(300);
  expect(new Set(ids).size).toBe(ids.length);
  expect(placesOf(pages)).toEqual([...placesOf(pages)].sort());
  expect(pages.slice(0, -1).every(({ nodes }) => nodes.length === 7)).toBe(true);
  expect(pages.every(({ totalCount }) => totalCount.value === ids.length && totalCount.exact)).toBe(true);
  const kinds = new Set(placesOf(pages).map((place) => place.replaceAll(/[^ ~]+/g, 'time')));
  expect(kinds).toEqual(new Set(['time time', '~ time', '~ ~']));
});

test('the size of the pages changes nothing, and neither does another walk', async () => {
  const bySevens = idsOf(await walkAttention(setup.gateway, { first: 7 }));
  expect(idsOf(await walkAttention(setup.gateway, { first: 200 }))).toEqual(bySevens);
  expect(idsOf(await walkAttention(setup.gateway, { first: 31 }))).toEqual(bySevens);
});

test('a walk continues behind any edge', async () => {
  const whole = idsOf(await walkAttention(setup.gateway, { first: 200 }));
  const edges =
    '{ attention(first: 20) { edges { cursor isOutOfOrder node { id } } pageInfo { startCursor endCursor } } }';
  const { data } = await setup.gateway.send(edges);
  const page = data?.attention as {
    edges: { cursor: string; isOutOfOrder: boolean; node: { id: string } }[];
    pageInfo: object;
  };
  expect(page.pageInfo).toEqual({ startCursor: page.edges[0]?.cursor, endCursor: page.edges[19]?.cursor });
  expect(page.edges.every(({ isOutOfOrder }) => !isOutOfOrder)).toBe(true);
  for (const index of [0, 7, 18]) {
    const after = page.edges[index]?.cursor;
    const rest = await readAttention(setup.gateway, { first: 10, after });
    expect(idsOf([rest])).toEqual(whole.slice(index + 1, index + 11));
  }
});

test('the page behind the last item is empty', async () => {
  const pages = await walkAttention(setup.gateway, { first: 200 });
  const beyond = await readAttention(setup.gateway, { after: pages.at(-1)?.pageInfo.endCursor });
  expect(beyond).toMatchObject({
    nodes: [],
    pageInfo: { hasNextPage: false },
    completeness: { complete: true },
  });
  expect(beyond.totalCount.value).toBe(idsOf(pages).length);
});

const codesOf = async (variables: object) =>
  (await setup.gateway.send(ATTENTION, variables)).errors?.map(({ extensions }) => extensions.code);

test.each([
  ['another reason', { reasons: ['MEMBER_SUSPENDED'] }],
  ['more reasons', { reasons: ['CASE_NOT_UPDATED', 'CASE_READY_TO_CLOSE', 'CASE_ACTION_PENDING'] }],
  ['another kind', { reasons: ['CASE_NOT_UPDATED', 'CASE_READY_TO_CLOSE'], kinds: ['SECURITY_CASE'] }],
  ['other targets', { reasons: ['CASE_NOT_UPDATED', 'CASE_READY_TO_CLOSE'], targets: ['home'] }],
  ['no filter', null],
])('a cursor is not valid with %s', async (_title, filter) => {
  const own = { reasons: ['CASE_NOT_UPDATED', 'CASE_READY_TO_CLOSE'] };
  const { pageInfo } = await readAttention(setup.gateway, { first: 3, filter: own });
  expect(await codesOf({ first: 3, filter, after: pageInfo.endCursor })).toEqual(['CURSOR_INVALID']);
});

test('a cursor is not valid with another dueBefore, or with another connection', async () => {
  const [soon, later] = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const { pageInfo } = await readAttention(setup.gateway, { first: 1, filter: { dueBefore: later } });
  const after = pageInfo.endCursor;
  expect(await codesOf({ filter: { dueBefore: soon }, after })).toEqual(['CURSOR_INVALID']);
  expect(await codesOf({ filter: { dueBefore: later }, after })).toBeUndefined();
  const cases = await setup.gateway.send(
    'query ($after: String) { securityCases(after: $after) { nodes { id } } }',
    {
      after,
    },
  );
  expect(cases.errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
});

test('the order of the values of a filter, and duplicates, are the same filter', async () => {
  const filter = { reasons: ['CASE_READY_TO_CLOSE', 'CASE_NOT_UPDATED', 'CASE_READY_TO_CLOSE'], kinds: null };
  const { pageInfo } = await readAttention(setup.gateway, {
    first: 3,
    filter: { reasons: ['CASE_NOT_UPDATED', 'CASE_READY_TO_CLOSE'] },
  });
  expect(await codesOf({ first: 3, filter, after: pageInfo.endCursor })).toBeUndefined();
});

test.each([
  ['first', { first: 0 }],
  ['first', { first: 201 }],
  ['filter.reasons', { filter: { reasons: [] } }],
  ['filter.kinds', { filter: { kinds: [] } }],
  ['filter.targets', { filter: { targets: [] } }],
  ['nowhere', { filter: { targets: ['nowhere'] } }],
])('the error for an input that nothing can match names it: %s', async (name, variables) => {
  await setup.forgetCalls();
  const { data, errors } = await setup.gateway.send(ATTENTION, variables);
  expect(data).toEqual({ attention: null });
  expect(errors?.[0]?.extensions.code).toMatch(/^BAD_USER_INPUT$|^UNKNOWN_TARGET$/);
  expect(errors?.[0]?.message).toContain(name);
  expect(await setup.operations()).toEqual([]);
});

test('a cursor works in another replica with the same secret, and not with another one', async () => {
  const whole = idsOf(await walkAttention(setup.gateway, { first: 200 }));
  const { pageInfo } = await readAttention(setup.gateway, { first: 7 });
  const replica = await startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS, cursorSecret });
  const rest = await walkAttention(replica, { first: 200, after: pageInfo.endCursor });
  expect(idsOf(rest)).toEqual(whole.slice(7));
  await replica.close();
  const stranger = await startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS });
  const { errors } = await stranger.send(ATTENTION, { after: pageInfo.endCursor });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  await stranger.close();
});

test('a walk in another replica, with no list kept, has every item once while resources come and go', async () => {
  const whole = await walkAttention(setup.gateway, { first: 200 });
  const first = await readAttention(setup.gateway, { first: 50 });
  const put = (id: string, set: object) =>
    setup.emulator.control('POST', '/put', { service: 'macie2', resource: 'member', id, set });
  // Behind the page, and before it.
  await put('000000000001', { relationshipStatus: 'Paused', updatedAt: new Date().toISOString() });
  await put('000000000002', { relationshipStatus: 'Paused', updatedAt: '2020-01-01T00:00:00Z' });
  const replica = await startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS, cursorSecret });
  const rest = await walkAttention(replica, { first: 23, after: first.pageInfo.endCursor });
  const walked = [...idsOf([first]), ...idsOf(rest)];
  expect(new Set(walked).size).toBe(walked.length);
  const added = rest.flatMap(({ nodes }) => nodes).filter(({ summary }) => summary.includes('00000000000'));
  expect(added.map(({ summary }) => summary)).toContain('Macie is suspended for account 000000000001.');
  expect(walked.filter((id) => idsOf(whole).includes(id))).toEqual(idsOf(whole));
  await replica.close();
});
