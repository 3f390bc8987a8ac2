// What a refused mutation leaves in the audit trail: nothing of an input that the caller may not send, and no personal data.
import { encodeId } from '../../src/domain/ids';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { askAs } from '../support/identity';
import { inputTypeOf } from '../support/input-type';
import { identityOf, tokenOf } from '../support/principals';
import { CASE, JOB } from '../support/resources';

const GRANTS = {
  reader: { scopes: new Set(['workmail:read'] as const), targets: 'ALL' },
  responder: { scopes: new Set(['macie:write', 'security-ir:write'] as const), targets: 'ALL' },
  auditor: { scopes: new Set(['audit:read'] as const), targets: 'ALL' },
} as const;

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  gateway = await startTestGateway(emulator.url, { identity: identityOf(GRANTS) });
});

beforeEach(() => emulator.control('DELETE', '/calls'));

afterEach(async () => {
  expect(await emulator.calls()).toEqual([]);
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

function send(caller: keyof typeof GRANTS, mutation: string, input: object) {
  const selection =
    mutation === 'changeStatuses'
      ? 'results { userErrors { code message path } } userErrors { code path }'
      : 'userErrors { code message path }';
  const query = `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { ${selection} } }`;
  return askAs(tokenOf(caller), gateway.url, query, { input });
}

interface Entry {
  readonly changeId: string;
  readonly input: readonly { readonly name: string; readonly value: string }[];
}

async function trail(filter = '{}') {
  const query = `{ auditTrail(first: 200, filter: ${filter}) { nodes {
    changeId mutation resourceType resourceId targetName idempotencyKey errorCodes input { name value }
  } } }`;
  const { data, errors } = await askAs(tokenOf('auditor'), gateway.url, query);
  return { entries: (data?.auditTrail as { nodes: Entry[] } | null | undefined)?.nodes ?? [], errors };
}

/** The entries that `work` adds, newest first. */
async function added(work: () => Promise<unknown>): Promise<Entry[]> {
  const { entries: before } = await trail();
  await work();
  const { entries } = await trail();
  return entries.slice(0, entries.length - before.length);
}

test.each([
  ['pauseClassificationJob', { id: JOB, idempotencyKey: 'key' }, JOB, 'ClassificationJob', 'default'],
  ['pauseClassificationJob', { id: 'no id', idempotencyKey: 'key' }, null, null, null],
  ['createSecurityCaseComment', { id: CASE, body: 'Hello' }, CASE, 'SecurityCase', 'default'],
  ['createSecurityCaseComment', { id: 'no id', body: 'Hello' }, null, null, null],
  ['createMacieMember', { accountId: '444455556666', email: 'a@b.example' }, null, 'MacieMember', 'default'],
  ['tagResource', { id: JOB, tags: [{ key: 'a', value: 'b' }] }, JOB, 'ClassificationJob', 'default'],
])(
  'a forbidden %s of %j stores no input, only the resource and its target',
  async (mutation, input, resourceId, resourceType, target) => {
    const entries = await added(async () => {
      const { errors } = await send('reader', mutation, input);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });
    expect(entries).toMatchObject([
      {
        mutation,
        errorCodes: ['FORBIDDEN'],
        input: [],
        idempotencyKey: null,
        resourceId,
        resourceType,
        targetName: target,
      },
    ]);
  },
);

test('a forbidden item of changeStatuses stores no input', async () => {
  const entries = await added(() =>
    send('reader', 'changeStatuses', { items: [{ id: JOB, action: 'CANCEL', expectedStatus: 'RUNNING' }] }),
  );
  expect(entries).toMatchObject([{ errorCodes: ['FORBIDDEN'], input: [], resourceId: JOB }]);
});

const LONG_ID = 'x'.repeat(513);

test.each([
  ['pauseClassificationJob', { id: LONG_ID }],
  ['updateSecurityCaseStatus', { id: LONG_ID, status: 'CLOSED' }],
  ['createSecurityCaseComment', { id: LONG_ID, body: 'Hello' }],
  ['tagResource', { id: LONG_ID, tags: [{ key: 'a', value: 'b' }] }],
  ['pauseClassificationJob', { id: JOB, idempotencyKey: 'k'.repeat(129) }],
  ['pauseClassificationJob', { id: 'no id', idempotencyKey: 'k'.repeat(129) }],
  ['createSecurityCaseComment', { id: CASE, body: 'Hello', idempotencyKey: 'k'.repeat(129) }],
])('a %s with an id or a key that is too long is invalid and not recorded', async (mutation, input) => {
  const entries = await added(async () => {
    const { data, errors } = await send('responder', mutation, input);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('INVALID_INPUT');
    expect(JSON.stringify(data)).not.toContain('xxx');
    expect(JSON.stringify(data)).not.toContain('kkk');
  });
  expect(entries).toEqual([]);
});

test('changeStatuses reports an id that is too long per item and does not record it', async () => {
  const entries = await added(async () => {
    const { data } = await send('responder', 'changeStatuses', {
      items: [
        { id: LONG_ID, action: 'CANCEL' },
        { id: 'y'.repeat(512), action: 'CANCEL' },
      ],
    });
    expect(data).toEqual({
      changeStatuses: {
        results: [
          {
            userErrors: [
              {
                code: 'INVALID_INPUT',
                path: ['input', 'items', '0', 'id'],
                message: 'The id has more than 512 characters: copy it from the id field of an object.',
              },
            ],
          },
          {
            userErrors: [
              {
                code: 'INVALID_INPUT',
                path: ['input', 'items', '1', 'id'],
                message: 'The id is malformed: copy it from the id field of an object.',
              },
            ],
          },
        ],
        userErrors: [],
      },
    });
  });
  expect(entries).toMatchObject([{ errorCodes: ['INVALID_INPUT'], resourceId: 'y'.repeat(512) }]);
});

test.each(['', 'two words', 'k'.repeat(129)])(
  'changeStatuses rejects the key "%s" as a whole',
  async (key) => {
    const { data } = await send('responder', 'changeStatuses', {
      items: [{ id: JOB, action: 'CANCEL' }],
      idempotencyKey: key,
    });
    expect(data).toEqual({
      changeStatuses: {
        results: [],
        userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
      },
    });
  },
);

test('the filter of the trail and node reject an id that is too long, and the longest id is accepted', async () => {
  const { errors } = await trail(`{ resourceId: "${LONG_ID}" }`);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).not.toContain('xxx');
  const node = await askAs(tokenOf('responder'), gateway.url, `{ node(id: "${LONG_ID}") { id } }`);
  expect(node.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const longest = encodeId({
    kind: 'MailboxExportJob',
    target: 't'.repeat(63),
    organizationId: `m-${'f'.repeat(32)}`,
    jobId: 'j'.repeat(63),
  });
  expect(longest.length).toBeLessThanOrEqual(512);
  expect((await trail(`{ resourceId: "${longest}" }`)).errors).toBeUndefined();
});

test('the trail has only the lengths of personal data in cases and of file names', async () => {
  const secrets = [
    'zoe@example.com',
    'Zoe Zett',
    'Sheriff',
    '203.0.113.77',
    'Mozilla/5.0',
    'zoe-passport.pdf',
  ];
  const [email = '', name = '', jobTitle = '', ipAddress = '', userAgent = '', fileName = ''] = secrets;
  const watcher = { email, name, jobTitle };
  const entries = await added(async () => {
    await send('responder', 'createSecurityCase', {
      dryRun: true,
      resolverType: 'SELF',
      title: 'A case',
      description: 'Something happened.',
      engagementType: 'SECURITY_INCIDENT',
      reportedIncidentStartedAt: '2026-11-20T22:15:00.000Z',
      impactedAccounts: [],
      watchers: [watcher],
      threatActorIpAddresses: [{ ipAddress, userAgent }],
    });
    await send('responder', 'updateSecurityCase', {
      dryRun: true,
      id: CASE,
      watchers: { add: [watcher] },
      threatActorIpAddresses: { remove: [{ ipAddress, userAgent }] },
    });
    await send('responder', 'createSecurityCaseAttachmentUploadUrl', {
      dryRun: true,
      id: CASE,
      fileName,
      contentLength: 4,
    });
  });
  expect(entries).toHaveLength(3);
  for (const secret of secrets) expect(JSON.stringify(entries)).not.toContain(secret);
  const [upload, update, create] = entries;
  const valueOf = (entry: Entry | undefined, field: string) =>
    JSON.parse(entry?.input.find((argument) => argument.name === field)?.value ?? 'null') as unknown;
  const masked = { email: '(15 characters)', name: '(8 characters)', jobTitle: '(7 characters)' };
  const address = { ipAddress: '(12 characters)', userAgent: '(11 characters)' };
  expect(valueOf(create, 'watchers')).toEqual([masked]);
  expect(valueOf(create, 'threatActorIpAddresses')).toEqual([address]);
  expect(valueOf(update, 'watchers')).toEqual({ add: [masked] });
  expect(valueOf(update, 'threatActorIpAddresses')).toEqual({ remove: [address] });
  expect(valueOf(upload, 'fileName')).toBe('(16 characters)');
});
