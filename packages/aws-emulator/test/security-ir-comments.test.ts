// Security Incident Response: comments on cases.
import {
  CreateCaseCommentCommand,
  GetCaseCommand,
  ListCaseEditsCommand,
  ListCommentsCommand,
  UpdateCaseCommentCommand,
  type ListCommentsItem,
} from '@aws-sdk/client-security-ir';
import { ACCOUNT, authorization, raw, rejection } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const NOW = '2026-11-21T10:00:00Z';
const { emulator, clients } = useEmulator({ sizes: { ...NO_RESOURCES, cases: 5 }, frozenAt: NOW });

const ID = '1234567890';

beforeEach(async () => {
  await put({ title: 'A case', caseStatus: 'Submitted', resolverType: 'Self' });
});

async function put(set: object): Promise<void> {
  await emulator.control('POST', '/put', { service: 'security-ir', resource: 'case', id: ID, set });
}

function comment(body: string, clientToken?: string) {
  return clients.securityIr.send(new CreateCaseCommentCommand({ caseId: ID, body, clientToken }));
}

async function comments(caseId = ID, maxResults = 25): Promise<ListCommentsItem[]> {
  const items: ListCommentsItem[] = [];
  let nextToken: string | undefined;
  do {
    const page = await clients.securityIr.send(new ListCommentsCommand({ caseId, maxResults, nextToken }));
    items.push(...(page.items ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return items;
}

function call(method: string, path: string, body: object) {
  const headers = { authorization: authorization('security-ir') };
  return raw(emulator.url, method, `/v1/cases/${ID}/${path}`, headers, JSON.stringify(body));
}

describe('CreateCaseComment', () => {
  test('adds a comment of the account to the case, and an edit', async () => {
    await emulator.control('POST', '/clock', { advanceSeconds: 30 });
    const { commentId, $metadata } = await comment('First look: nothing yet.\nMore tomorrow.');
    expect($metadata.httpStatusCode).toBe(201);
    expect(commentId).toMatch(/^\d{6}$/);
    const time = new Date('2026-11-21T10:00:30Z');
    expect(await comments()).toEqual([
      {
        commentId,
        createdDate: time,
        lastUpdatedDate: time,
        creator: ACCOUNT,
        lastUpdatedBy: ACCOUNT,
        body: 'First look: nothing yet.\nMore tomorrow.',
      },
    ]);
    const { items } = await clients.securityIr.send(new ListCaseEditsCommand({ caseId: ID }));
    expect(items).toEqual([
      {
        eventTimestamp: time,
        principal: ACCOUNT,
        action: 'Case Comment Added',
        message: `The comment ${commentId ?? ''} was added.`,
      },
    ]);
    const { lastUpdatedDate } = await clients.securityIr.send(new GetCaseCommand({ caseId: ID }));
    expect(lastUpdatedDate).toEqual(time);
  });

  test('adds one comment per clientToken', async () => {
    const { commentId } = await comment('Once', 'a-token');
    expect((await comment('Once more', 'a-token')).commentId).toBe(commentId);
    expect((await comment('Once', 'another-token')).commentId).not.toBe(commentId);
    expect((await comments()).map(({ body }) => body)).toEqual(['Once', 'Once']);
  });

  test('accepts 12000 characters', async () => {
    await comment('x'.repeat(12_000));
    expect((await comments())[0]?.body).toHaveLength(12_000);
  });

  test.each<[field: string, members: object]>([
    ['body', {}],
    ['body', { body: '' }],
    ['body', { body: 'x'.repeat(12_001) }],
    ['clientToken', { body: 'A comment', clientToken: '' }],
    ['clientToken', { body: 'A comment', clientToken: 'x'.repeat(256) }],
  ])('rejects an invalid %s', async (field, members) => {
    const reply = await call('POST', 'create-comment', members);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ reason: 'FIELD_VALIDATION_FAILED', fieldList: [{ name: field }] });
  });

  test('rejects a closed case, unless closedCaseAcceptsUpdates is set', async () => {
    const { commentId } = await comment('While it was open', 'a-token');
    await put({ caseStatus: 'Closed' });
    expect(await rejection(comment('Too late'))).toMatchObject({ name: 'ConflictException', resourceId: ID });
    expect((await comment('While it was open', 'a-token')).commentId).toBe(commentId);
    await emulator.control('POST', '/settings', { closedCaseAcceptsUpdates: true });
    await comment('An afterthought');
    expect((await comments()).map(({ body }) => body)).toEqual(['An afterthought', 'While it was open']);
  });

  test('returns ResourceNotFoundException for an unknown case', async () => {
    const command = new CreateCaseCommentCommand({ caseId: '0000000000', body: 'Hello?' });
    expect(await rejection(clients.securityIr.send(command))).toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('UpdateCaseComment', () => {
  function update(commentId: string, body: string) {
    return clients.securityIr.send(new UpdateCaseCommentCommand({ caseId: ID, commentId, body }));
  }

  test('replaces the text, and adds an edit to the case', async () => {
    const { commentId = '' } = await comment('A first thougth');
    await emulator.control('POST', '/clock', { advanceSeconds: 60 });
    const { $metadata, ...output } = await update(commentId, 'A first thought');
    expect($metadata.httpStatusCode).toBe(200);
    expect(output).toEqual({ commentId, body: 'A first thought' });
    expect(await comments()).toEqual([
      {
        commentId,
        createdDate: new Date(NOW),
        lastUpdatedDate: new Date('2026-11-21T10:01:00Z'),
        creator: ACCOUNT,
        lastUpdatedBy: ACCOUNT,
        body: 'A first thought',
      },
    ]);
    const { items } = await clients.securityIr.send(new ListCaseEditsCommand({ caseId: ID, maxResults: 1 }));
    expect(items).toMatchObject([
      { action: 'Case Comment Updated', message: `The comment ${commentId} was changed.` },
    ]);
  });

  test('rejects a change of a comment by AWS responders', async () => {
    await put({ comments: [{ commentId: '654321', body: 'From AWS', creator: 'AWS Responder' }] });
    expect(await rejection(update('654321', 'From us'))).toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
    });
    expect((await comments())[0]?.body).toBe('From AWS');
  });

  test('rejects a closed case, unless closedCaseAcceptsUpdates is set', async () => {
    const { commentId = '' } = await comment('A thought');
    await put({ caseStatus: 'Closed' });
    expect(await rejection(update(commentId, 'Too late'))).toMatchObject({ name: 'ConflictException' });
    await emulator.control('POST', '/settings', { closedCaseAcceptsUpdates: true });
    expect((await update(commentId, 'An afterthought')).body).toBe('An afterthought');
  });

  test('returns ResourceNotFoundException for an unknown comment', async () => {
    expect(await rejection(update('000000', 'Hello?'))).toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test.each([
    ['commentId', '12345', { body: 'x' }],
    ['commentId', '1234567', { body: 'x' }],
    ['commentId', '12345a', { body: 'x' }],
    ['body', '123456', {}],
    ['body', '123456', { body: '' }],
    ['body', '123456', { body: 'x'.repeat(12_001) }],
  ])('rejects an invalid %s', async (field, commentId, members) => {
    const reply = await call('PUT', `update-case-comment/${commentId}`, members);
    expect(reply.status).toBe(400);
    const { fieldList } = reply.body as { fieldList: { name: string }[] };
    expect(new Set(fieldList.map(({ name }) => name))).toEqual(new Set([field]));
  });
});

describe('ListComments', () => {
  const THIRTY = Array.from({ length: 30 }, (_, index) => ({
    commentId: String(100_000 + index),
    body: `Comment ${index}`,
    createdDate: `2026-11-20T10:${String(index).padStart(2, '0')}:00Z`,
  }));

  test.each([1, 7, 25])('returns every comment once in pages of %d, latest first', async (pageSize) => {
    await put({ comments: THIRTY });
    const bodies = (await comments(ID, pageSize)).map(({ body }) => body);
    expect(bodies).toEqual(THIRTY.map(({ body }) => body).reverse());
  });

  test('a comment that is added between two pages does not change the second page', async () => {
    await put({ comments: THIRTY });
    const first = await clients.securityIr.send(new ListCommentsCommand({ caseId: ID }));
    await comment('In between');
    const second = await clients.securityIr.send(
      new ListCommentsCommand({ caseId: ID, nextToken: first.nextToken }),
    );
    expect([first.total, second.total]).toEqual([30, 31]);
    expect(second.items?.map(({ body }) => body)).toEqual([
      'Comment 4',
      'Comment 3',
      'Comment 2',
      'Comment 1',
      'Comment 0',
    ]);
  });

  test('returns exactly the members of ListCommentsItem, with times as numbers', async () => {
    await comment('A comment');
    const { body } = await call('POST', 'list-comments', {});
    expect(body).toEqual({
      items: [
        {
          commentId: expect.any(String) as unknown,
          createdDate: 1_795_255_200,
          lastUpdatedDate: 1_795_255_200,
          creator: ACCOUNT,
          lastUpdatedBy: ACCOUNT,
          body: 'A comment',
        },
      ],
      total: 1,
    });
  });

  test('page faults shorten pages without losing comments', async () => {
    await put({ comments: THIRTY });
    const fault = { service: 'security-ir', operation: 'ListComments', count: 2 };
    await emulator.control('POST', '/faults', { ...fault, page: 'empty' });
    await emulator.control('POST', '/faults', { ...fault, page: 'short' });
    expect(await comments()).toHaveLength(30);
  });

  test.each([
    ['maxResults', { maxResults: 26 }],
    ['nextToken', { nextToken: 'made-up' }],
  ])('rejects an invalid %s', async (field, members) => {
    const reply = await call('POST', 'list-comments', members);
    expect(reply.body).toMatchObject({ reason: 'FIELD_VALIDATION_FAILED', fieldList: [{ name: field }] });
  });

  test('returns ResourceNotFoundException for an unknown case', async () => {
    expect(await rejection(comments('0000000000'))).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
