// Cursors: valid for the query that returned them, with the secret that sealed them, until the token of AWS expires.
import { Cursors } from '../../src/paging/cursors';
import type { WalkProgress } from '../../src/paging/source';
import { CursorInvalidError } from '../../src/domain/errors';
import { askForPage, CONNECTIONS, idsOf, readPage, type ConnectionName } from '../support/connections';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';
import { startTestGateway } from '../support/gateway';

const setup = useSeveralTargets();

const FILTER = { name: { contains: 'a' }, jobTypes: ['ONE_TIME', 'SCHEDULED'], not: { statuses: ['IDLE'] } };
const ORDER = { field: 'NAME', direction: 'ASC' };
const QUERY = { filter: FILTER, orderBy: ORDER, targets: ['home', 'partner'] };

const cursors: Record<string, string> = {};

beforeAll(async () => {
  for (const name of CONNECTIONS) {
    const { pageInfo } = await readPage(setup.gateway, name, { first: 5 });
    cursors[name] = pageInfo.endCursor ?? '';
  }
  const { pageInfo } = await readPage(setup.gateway, 'classificationJobs', { first: 5 }, QUERY);
  cursors.query = pageInfo.endCursor ?? '';
});

beforeEach(() => setup.forgetCalls());

async function expectRejection(
  code: string,
  name: ConnectionName,
  args: { first: number; after?: string | null },
  more: object = {},
  gateway = setup.gateway,
) {
  const { data, errors } = await askForPage(gateway, name, args, more);
  expect(data).toEqual({ connection: null });
  expect(errors).toHaveLength(1);
  expect(errors).toMatchObject([{ path: ['connection'], extensions: { code } }]);
}

async function expectInvalid(name: ConnectionName, after = '', more: object = {}, gateway = setup.gateway) {
  await expectRejection('CURSOR_INVALID', name, { first: 5, after }, more, gateway);
  expect(await setup.operations()).toEqual([]);
}

test.each(CONNECTIONS)('every other field rejects a cursor of %s', async (name) => {
  for (const other of CONNECTIONS.filter((candidate) => candidate !== name)) {
    await expectInvalid(other, cursors[name]);
  }
});

test.each(CONNECTIONS)('%s rejects its cursor when the request names other targets', async (name) => {
  await expectInvalid(name, cursors[name], { targets: ['home'] });
  await expectInvalid(name, cursors[name], { targets: ['home', 'west'] });
  const all = await readPage(setup.gateway, name, { first: 5, after: cursors[name] ?? '' });
  const named = { first: 5, after: cursors[name] ?? '', targets: ['west', 'partner', 'home'] };
  expect(idsOf(await readPage(setup.gateway, name, named))).toEqual(idsOf(all));
});

const OTHER_QUERIES: readonly [string, object][] = [
  ['no filter', { ...QUERY, filter: null }],
  ['one condition less', { ...QUERY, filter: { ...FILTER, jobTypes: null } }],
  ['one condition more', { ...QUERY, filter: { ...FILTER, createdAt: { gt: '2020-01-01T00:00:00Z' } } }],
  ['another text', { ...QUERY, filter: { ...FILTER, name: { contains: 'b' } } }],
  ['another operator', { ...QUERY, filter: { ...FILTER, name: { startsWith: 'a' } } }],
  ['another exclusion', { ...QUERY, filter: { ...FILTER, not: { statuses: ['PAUSED'] } } }],
  [
    'an exclusion turned into a condition',
    { ...QUERY, filter: { ...FILTER, not: null, statuses: ['IDLE'] } },
  ],
  ['no order', { ...QUERY, orderBy: null }],
  ['the other direction', { ...QUERY, orderBy: { field: 'NAME', direction: 'DESC' } }],
  ['another attribute', { ...QUERY, orderBy: { field: 'STATUS', direction: 'ASC' } }],
  ['other targets', { ...QUERY, targets: ['home', 'west'] }],
];

test.each(OTHER_QUERIES)('rejects a cursor when the query has %s', async (_title, more) => {
  await expectInvalid('classificationJobs', cursors.query, more);
});

test('members and exports reject a cursor when the query has other arguments', async () => {
  await expectInvalid('macieMembers', cursors.macieMembers, { filter: { onlyAssociated: false } });
  const organizationId = 'm-0123456789abcdef0123456789abcdef';
  await expectInvalid('mailboxExportJobs', cursors.mailboxExportJobs, { organizationId });
});

test('accepts a cursor for the same query with arguments in another order, explicit defaults or another page size', async () => {
  const after = cursors.query ?? '';
  const expected = idsOf(await readPage(setup.gateway, 'classificationJobs', { first: 9, after }, QUERY));
  expect(expected).toHaveLength(9);
  const same = {
    targets: ['partner', 'home'],
    orderBy: { field: 'NAME' },
    filter: {
      not: { jobTypes: null, statuses: ['IDLE'] },
      jobTypes: ['ONE_TIME', 'SCHEDULED'],
      createdAt: null,
      name: { startsWith: null, contains: 'a' },
    },
  };
  expect(idsOf(await readPage(setup.gateway, 'classificationJobs', { first: 9, after }, same))).toEqual(
    expected,
  );
});

test('rejects values that are not cursors', async () => {
  const cursor = cursors.classificationJobs ?? '';
  const notCursors = [
    '',
    ' ',
    'null',
    'AQ',
    '../../etc/passwd',
    Buffer.from('{"p":{"home":[0,0]}}').toString('base64url'),
    `${cursor}A`,
    `${cursor}=`,
    ` ${cursor}`,
    cursor.slice(0, -4),
    cursor.slice(4),
    cursor.toUpperCase(),
    `${cursor}${cursor}`,
  ];
  for (const value of notCursors) await expectInvalid('classificationJobs', value);
});

test('rejects a cursor with any one character changed, or truncated anywhere', () => {
  const sealer = new Cursors('sixteen characters');
  const progress: WalkProgress = { positions: { home: { token: 'token', offset: 7 }, west: 'END' } };
  const cursor = sealer.seal(progress, 'binding');
  expect(sealer.open(cursor, 'binding')).toEqual(progress);
  for (let index = 0; index < cursor.length; index += 1) {
    const changed = cursor[index] === 'A' ? 'B' : 'A';
    const forged = cursor.slice(0, index) + changed + cursor.slice(index + 1);
    expect(() => sealer.open(forged, 'binding')).toThrow(CursorInvalidError);
    expect(() => sealer.open(cursor.slice(0, index), 'binding')).toThrow(CursorInvalidError);
  }
  expect(() => sealer.open(cursor, 'another binding')).toThrow(CursorInvalidError);
});

test('a cursor reveals none of its content, and sealing it twice gives different cursors', () => {
  const sealer = new Cursors(undefined);
  const progress = { positions: { home: { token: 'a token of AWS', offset: 7 } } };
  const cursor = sealer.seal(progress, 'binding');
  const content = Buffer.from(cursor, 'base64url').toString('latin1');
  expect(content).not.toContain('token');
  expect(content).not.toContain('home');
  expect(sealer.seal(progress, 'binding')).not.toBe(cursor);
});

test('another gateway accepts a cursor only with the same secret', async () => {
  const gateway = (cursorSecret?: string) =>
    startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS, cursorSecret });
  const gateways = await Promise.all([gateway('a shared secret'), gateway('a shared secret'), gateway()]);
  const [first, second, third] = gateways;
  const foreign = await gateway('a different secret');
  try {
    const { pageInfo } = await readPage(first, 'classificationJobs', { first: 5 });
    const after = pageInfo.endCursor ?? '';
    const expected = idsOf(await readPage(first, 'classificationJobs', { first: 5, after }));
    expect(idsOf(await readPage(second, 'classificationJobs', { first: 5, after }))).toEqual(expected);
    await setup.forgetCalls();
    await expectInvalid('classificationJobs', after, {}, third);
    await expectInvalid('classificationJobs', after, {}, foreign);
    await expectInvalid('classificationJobs', cursors.classificationJobs, {}, third);
  } finally {
    await Promise.all([...gateways, foreign].map((each) => each.close()));
  }
});

test.each(CONNECTIONS)('%s rejects a first below 1 or above 200', async (name) => {
  for (const first of [0, -1, 201, 2_147_483_647]) {
    await expectRejection('BAD_USER_INPUT', name, { first });
    await expectRejection('BAD_USER_INPUT', name, { first, after: cursors[name] ?? '' });
  }
  expect(await setup.operations()).toEqual([]);
});

test.each(CONNECTIONS)('%s rejects a cursor as expired once AWS rejects its token', async (name) => {
  const { edges, pageInfo } = await readPage(setup.gateway, name, { first: 3 });
  const after = pageInfo.endCursor ?? '';
  const expected = idsOf(await readPage(setup.gateway, name, { first: 3, after }));
  const withoutToken = edges[1]?.cursor ?? '';
  await setup.emulator.control('POST', '/clock', { advanceSeconds: 86_401 });

  await expectRejection('CURSOR_EXPIRED', name, { first: 3, after });

  // A cursor into the first page of a list holds no token of AWS, so it does not expire.
  const onwards = await readPage(setup.gateway, name, { first: 3, after: withoutToken });
  expect(idsOf(onwards).slice(1)).toEqual(expected.slice(0, 2));
});
