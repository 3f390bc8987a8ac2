// Forged, damaged and misplaced cursors: the gateway rejects each without a call to AWS. Rotation of the cursor secret.
import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import '../support/fc-settings';
import { CursorInvalidError } from '../../src/domain/errors';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { singleList, type WalkProgress } from '../../src/paging/source';
import { askForPage, CONNECTIONS, idsOf, readPage, walk, type ConnectionName } from '../support/connections';
import { mutated } from '../support/cursor-mutations';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';
import { startTestGateway } from '../support/gateway';

const setup = useSeveralTargets();

const SECRET = 'a secret of the fuzz';

const token = fc.string({ maxLength: 60 });
const value = fc.option(fc.oneof(token, fc.maxSafeInteger()), { nil: undefined });
const position = fc.oneof(
  fc.record({ value, key: token }),
  fc.constant('END' as const),
  fc.record({ token: fc.option(token, { nil: undefined }), offset: fc.nat(300) }),
);
const key = fc.string({ minLength: 1, maxLength: 20 });
const progress: fc.Arbitrary<WalkProgress> = fc.record(
  {
    positions: fc.dictionary(key, position, { maxKeys: 4, noNullPrototype: true }),
    failed: fc.array(key, { minLength: 1, maxLength: 2 }),
    lastRows: fc.array(fc.record({ list: key, value }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['positions'], noNullPrototype: true },
);

test('rejects 6,000 damaged cursors', () => {
  const cursors = new Cursors(SECRET);
  let tried = 0;
  fc.assert(
    fc.property(progress, fc.string(), fc.infiniteStream(fc.nat()), (content, binding, numbers) => {
      const cursor = cursors.seal(content, binding);
      expect(cursors.open(cursor, binding)).toEqual(content);
      for (const forged of mutated(cursor, numbers)) {
        tried += 1;
        expect(() => cursors.open(forged, binding)).toThrow(CursorInvalidError);
      }
    }),
    { numRuns: 500 },
  );
  expect(tried).toBeGreaterThan(6_000);
});

test('rejects 2,000 texts that never were cursors', () => {
  const cursors = new Cursors(SECRET);
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.base64String({ maxLength: 200 }),
    bytes.map((buffer) => buffer.toString('base64url')),
    // The right version, and bytes enough for every part of a cursor.
    bytes.map((buffer) => Buffer.concat([Buffer.of(2), randomBytes(28), buffer]).toString('base64url')),
    progress.map((content) => JSON.stringify(content)),
    progress.map((content) => Buffer.from(JSON.stringify(content)).toString('base64url')),
  );
  fc.assert(
    fc.property(text, fc.string(), (forged, binding) => {
      expect(() => cursors.open(forged, binding)).toThrow(CursorInvalidError);
    }),
    { numRuns: 2_000 },
  );
});

test('rejects 2,000 cursors of another binding or another secret', () => {
  fc.assert(
    fc.property(progress, fc.string(), fc.string(), token, (content, binding, other, secret) => {
      fc.pre(other !== binding && secret !== SECRET);
      const cursors = new Cursors(SECRET);
      expect(() => cursors.open(cursors.seal(content, binding), other)).toThrow(CursorInvalidError);
      const foreign = new Cursors(secret).seal(content, binding);
      expect(() => cursors.open(foreign, binding)).toThrow(CursorInvalidError);
    }),
    { numRuns: 1_000 },
  );
});

test('rejects a cursor that is encrypted with the secret itself instead of the key derived from it', () => {
  const nonce = randomBytes(12);
  const key = Buffer.alloc(32, SECRET);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('binding'));
  const body = Buffer.concat([cipher.update('{"p":{"home":[0,0]}}'), cipher.final()]);
  const forged = Buffer.concat([Buffer.of(2), nonce, cipher.getAuthTag(), body]).toString('base64url');
  expect(() => new Cursors(SECRET).open(forged, 'binding')).toThrow(CursorInvalidError);
});

test('a connection rejects 1,000 damaged cursors, and cursors of other fields, filters and targets, before it reads', async () => {
  const cursors = new Cursors(SECRET);
  let reads = 0;
  const source = (target: string) =>
    singleList(target, 'ClassificationJob', {
      maxPageSize: 5,
      keyOf: String,
      fetch: () => {
        reads += 1;
        return Promise.resolve({
          rows: [1, 2, 3, 4, 5],
          nextToken: 'next',
          asOf: undefined,
          unreadableRows: 0,
        });
      },
    });
  const sources = [source('home'), source('west')];
  const query = { field: 'jobs', filter: { name: 'a' }, orderBy: null };
  const { pageInfo, edges } = await readConnection(cursors, sources, { first: 3, query });
  const expectRejection = async (after: string, otherQuery: unknown = query, otherSources = sources) => {
    const request = readConnection(cursors, otherSources, { first: 3, after, query: otherQuery });
    await expect(request).rejects.toThrow(CursorInvalidError);
  };
  reads = 0;
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      for (const cursor of [pageInfo.endCursor, edges[0]?.cursor ?? '']) {
        for (const forged of mutated(cursor, numbers)) await expectRejection(forged);
      }
    }),
    { numRuns: 40 },
  );
  for (const cursor of [pageInfo.endCursor, edges[0]?.cursor ?? '']) {
    await expectRejection(cursor, { ...query, field: 'members' });
    await expectRejection(cursor, { ...query, filter: { name: 'b' } });
    await expectRejection(cursor, { ...query, filter: null });
    await expectRejection(cursor, { ...query, orderBy: 'NAME' });
    await expectRejection(cursor, query, [source('home')]);
    await expectRejection(cursor, query, [source('west'), source('home')]);
  }
  expect(reads).toBe(0);
});

describe('while a secret is rotated', () => {
  const OLD = 'the secret of last year';
  const NEW = 'the secret of this year';

  test('the gateway opens cursors of both secrets and seals new cursors with the new secret only', () => {
    fc.assert(
      fc.property(progress, fc.string(), (content, binding) => {
        const rotating = new Cursors(NEW, OLD);
        expect(rotating.open(new Cursors(OLD).seal(content, binding), binding)).toEqual(content);
        expect(rotating.open(new Cursors(NEW).seal(content, binding), binding)).toEqual(content);
        const sealed = rotating.seal(content, binding);
        expect(new Cursors(NEW).open(sealed, binding)).toEqual(content);
        expect(() => new Cursors(OLD).open(sealed, binding)).toThrow(CursorInvalidError);
        const older = new Cursors('the secret before both').seal(content, binding);
        expect(() => rotating.open(older, binding)).toThrow(CursorInvalidError);
      }),
      { numRuns: 100 },
    );
  });

  test.each(CONNECTIONS)('a walk through %s continues until the old secret is removed', async (name) => {
    const start = (cursorSecret: string, previousCursorSecret?: string) =>
      startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS, cursorSecret, previousCursorSecret });
    const before = await start(OLD);
    const during = await start(NEW, OLD);
    const afterwards = await start(NEW);
    try {
      const { ids } = await walk(before, name, { first: 9 });
      const firstPage = await readPage(before, name, { first: 9 });
      const after = firstPage.pageInfo.endCursor ?? '';
      const secondPage = await readPage(during, name, { first: 9, after });
      const rest = await walk(afterwards, name, { first: 9, after: secondPage.pageInfo.endCursor ?? '' });
      expect([...idsOf(firstPage), ...idsOf(secondPage), ...rest.ids]).toEqual(ids);

      await setup.forgetCalls();
      const late = await askForPage(afterwards, name, { first: 9, after });
      expect(late.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
      const returned = await askForPage(before, name, {
        first: 9,
        after: secondPage.pageInfo.endCursor ?? '',
      });
      expect(returned.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
      expect(await setup.operations()).toEqual([]);
    } finally {
      await Promise.all([before, during, afterwards].map((gateway) => gateway.close()));
    }
  });
});

test('over HTTP the gateway rejects 400 damaged and misplaced cursors with CURSOR_INVALID, without a call to AWS', async () => {
  const cursorsByName = await Promise.all(
    CONNECTIONS.map(async (name) => {
      const { edges, pageInfo } = await readPage(setup.gateway, name, { first: 5 });
      return { name, cursors: [edges[1]?.cursor ?? '', pageInfo.endCursor ?? ''] };
    }),
  );
  await setup.forgetCalls();
  let tried = 0;
  const expectRejection = async (name: ConnectionName, after: string, more: object = {}) => {
    tried += 1;
    const { data, errors } = await askForPage(setup.gateway, name, { first: 5, after }, more);
    expect(data).toEqual({ connection: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  };
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      for (const { name, cursors } of cursorsByName) {
        for (const cursor of cursors)
          await Promise.all(mutated(cursor, numbers).map((forged) => expectRejection(name, forged)));
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  for (const { name, cursors } of cursorsByName) {
    for (const cursor of cursors) {
      await expectRejection(name, cursor, { targets: ['west', 'home'] });
      for (const other of CONNECTIONS.filter((each) => each !== name)) await expectRejection(other, cursor);
    }
  }
  expect(tried).toBeGreaterThan(400);
  expect(await setup.operations()).toEqual([]);
});
