// Forged, damaged and misplaced cursors: none is opened, none crashes, and over HTTP none costs a call. And how a secret is replaced.
import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import '../support/fc-seed';
import { CursorInvalidError } from '../../src/domain/errors';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { singleList, type Positions } from '../../src/paging/source';
import { askForPage, CONNECTIONS, idsOf, readPage, walk, type ConnectionName } from '../support/connections';
import { mutated } from '../support/cursor-mutations';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';
import { startTestGateway } from '../support/gateway';

const setup = useSeveralTargets();

const SECRET = 'a secret of the fuzz';

const token = fc.string({ maxLength: 60 });
const position = fc.oneof(
  fc.constant('END' as const),
  fc.record({ token: fc.option(token, { nil: undefined }), offset: fc.nat(300) }),
);
const positions: fc.Arbitrary<Positions> = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 20 }),
  position,
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
);

test('6,000 damaged cursors: none is opened', () => {
  const keeper = new Cursors(SECRET);
  let tried = 0;
  fc.assert(
    fc.property(positions, fc.string(), fc.infiniteStream(fc.nat()), (content, binding, numbers) => {
      const cursor = keeper.seal(content, binding);
      expect(keeper.open(cursor, binding)).toEqual(content);
      for (const forged of mutated(cursor, numbers)) {
        tried += 1;
        expect(() => keeper.open(forged, binding)).toThrow(CursorInvalidError);
      }
    }),
    { numRuns: 500 },
  );
  expect(tried).toBeGreaterThan(6_000);
});

test('2,000 texts that never were cursors: none is opened', () => {
  const keeper = new Cursors(SECRET);
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.base64String({ maxLength: 200 }),
    bytes.map((buffer) => buffer.toString('base64url')),
    // The right version, and room for everything that a cursor has.
    bytes.map((buffer) => Buffer.concat([Buffer.of(1), randomBytes(28), buffer]).toString('base64url')),
    positions.map((content) => JSON.stringify(content)),
    positions.map((content) => Buffer.from(JSON.stringify(content)).toString('base64url')),
  );
  fc.assert(
    fc.property(text, fc.string(), (forged, binding) => {
      expect(() => keeper.open(forged, binding)).toThrow(CursorInvalidError);
    }),
    { numRuns: 2_000 },
  );
});

test('2,000 cursors of another binding or another secret: none is opened', () => {
  fc.assert(
    fc.property(positions, fc.string(), fc.string(), token, (content, binding, other, secret) => {
      fc.pre(other !== binding && secret !== SECRET);
      const keeper = new Cursors(SECRET);
      expect(() => keeper.open(keeper.seal(content, binding), other)).toThrow(CursorInvalidError);
      const stranger = new Cursors(secret).seal(content, binding);
      expect(() => keeper.open(stranger, binding)).toThrow(CursorInvalidError);
    }),
    { numRuns: 1_000 },
  );
});

test('what is sealed with the secret itself, but not as it derives its key, is not opened', () => {
  const nonce = randomBytes(12);
  const key = Buffer.alloc(32, SECRET);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('binding'));
  const body = Buffer.concat([cipher.update('{"home":[0]}'), cipher.final()]);
  const forged = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]).toString('base64url');
  expect(() => new Cursors(SECRET).open(forged, 'binding')).toThrow(CursorInvalidError);
});

test('a connection refuses 1,000 damaged cursors, and cursors of other fields, filters and targets, before it reads', async () => {
  const cursors = new Cursors(SECRET);
  let reads = 0;
  const source = (target: string) =>
    singleList(target, 'macie2', {
      maxPageSize: 5,
      keyOf: String,
      fetch: () => {
        reads += 1;
        return Promise.resolve({ rows: [1, 2, 3, 4, 5], nextToken: 'next', asOf: undefined });
      },
    });
  const both = [source('home'), source('west')];
  const query = { field: 'jobs', filter: { name: 'a' }, orderBy: null };
  const { pageInfo, edges } = await readConnection(cursors, both, { first: 3, query });
  const refuse = async (after: string, asked: unknown = query, sources = both) => {
    const request = readConnection(cursors, sources, { first: 3, after, query: asked });
    await expect(request).rejects.toThrow(CursorInvalidError);
  };
  reads = 0;
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      for (const cursor of [pageInfo.endCursor, edges[0]?.cursor ?? '']) {
        for (const forged of mutated(cursor, numbers)) await refuse(forged);
      }
    }),
    { numRuns: 40 },
  );
  for (const cursor of [pageInfo.endCursor, edges[0]?.cursor ?? '']) {
    await refuse(cursor, { ...query, field: 'members' });
    await refuse(cursor, { ...query, filter: { name: 'b' } });
    await refuse(cursor, { ...query, filter: null });
    await refuse(cursor, { ...query, orderBy: 'NAME' });
    await refuse(cursor, query, [source('home')]);
    await refuse(cursor, query, [source('west'), source('home')]);
  }
  expect(reads).toBe(0);
});

describe('when a secret is replaced', () => {
  const OLD = 'the secret of last year';
  const NEW = 'the secret of this year';

  test('cursors of both are opened, and new ones are sealed with the new one alone', () => {
    fc.assert(
      fc.property(positions, fc.string(), (content, binding) => {
        const rotating = new Cursors(NEW, OLD);
        expect(rotating.open(new Cursors(OLD).seal(content, binding), binding)).toEqual(content);
        expect(rotating.open(new Cursors(NEW).seal(content, binding), binding)).toEqual(content);
        const sealed = rotating.seal(content, binding);
        expect(new Cursors(NEW).open(sealed, binding)).toEqual(content);
        expect(() => new Cursors(OLD).open(sealed, binding)).toThrow(CursorInvalidError);
        const older = new Cursors('the secret before those').seal(content, binding);
        expect(() => rotating.open(older, binding)).toThrow(CursorInvalidError);
      }),
      { numRuns: 100 },
    );
  });

  test.each(CONNECTIONS)('a walk through %s goes on, until the old one is dropped', async (name) => {
    const start = (cursorSecret: string, previousCursorSecret?: string) =>
      startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS, cursorSecret, previousCursorSecret });
    const before = await start(OLD);
    const during = await start(NEW, OLD);
    const afterwards = await start(NEW);
    try {
      const { ids } = await walk(before, name, { first: 9 });
      const begun = await readPage(before, name, { first: 9 });
      const after = begun.pageInfo.endCursor ?? '';
      const second = await readPage(during, name, { first: 9, after });
      const rest = await walk(afterwards, name, { first: 9, after: second.pageInfo.endCursor ?? '' });
      expect([...idsOf(begun), ...idsOf(second), ...rest.ids]).toEqual(ids);

      await setup.forgetCalls();
      const late = await askForPage(afterwards, name, { first: 9, after });
      expect(late.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
      const returned = await askForPage(before, name, { first: 9, after: second.pageInfo.endCursor ?? '' });
      expect(returned.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
      expect(await setup.operations()).toEqual([]);
    } finally {
      await Promise.all([before, during, afterwards].map((gateway) => gateway.close()));
    }
  });
});

test('over HTTP 400 damaged and misplaced cursors are CURSOR_INVALID, without a call of AWS', async () => {
  const own = await Promise.all(
    CONNECTIONS.map(async (name) => {
      const { edges, pageInfo } = await readPage(setup.gateway, name, { first: 5 });
      return { name, cursors: [edges[1]?.cursor ?? '', pageInfo.endCursor ?? ''] };
    }),
  );
  await setup.forgetCalls();
  let tried = 0;
  const refuse = async (name: ConnectionName, after: string, more: object = {}) => {
    tried += 1;
    const { data, errors } = await askForPage(setup.gateway, name, { first: 5, after }, more);
    expect(data).toEqual({ connection: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  };
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      for (const { name, cursors } of own) {
        for (const cursor of cursors)
          await Promise.all(mutated(cursor, numbers).map((forged) => refuse(name, forged)));
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  for (const { name, cursors } of own) {
    for (const cursor of cursors) {
      await refuse(name, cursor, { targets: ['west', 'home'] });
      for (const other of CONNECTIONS.filter((each) => each !== name)) await refuse(other, cursor);
    }
  }
  expect(tried).toBeGreaterThan(400);
  expect(await setup.operations()).toEqual([]);
});
