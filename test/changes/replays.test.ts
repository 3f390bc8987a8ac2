// Repeated requests: the caller's rights are checked anew, replays are on record, and secrets are not stored.
import type { Role } from '../../src/identity/roles';
import type { Scope } from '../../src/domain/principal';
import { SERVICE_NAMES } from '../../src/domain/services';
import { encodeId } from '../../src/domain/ids';
import { testConfig, startTestGateway, type TestGateway } from '../support/gateway';
import { startTestEmulator } from '../support/emulator';
import { Harness } from '../support/harness';
import { askAs, startIssuer, type Issuer } from '../support/identity';
import { inputTypeOf } from '../support/input-type';
import { Scrape } from '../support/metrics';
import { CASE, JOB, putCase, putJob } from '../support/resources';

const harness = new Harness();
let issuer: Issuer;
let gateway: TestGateway;
/** Makes keys unique to each test. */
let run = 0;

const role = (scopes: readonly Scope[], targets: readonly string[] | 'ALL' = 'ALL'): Role => ({
  scopes: new Set(scopes),
  targets: targets === 'ALL' ? 'ALL' : new Set(targets),
});

const ALL_SCOPES = ['macie:write', 'security-ir:write', 'workmail:write'] as const;
const ROLES = new Map<string, Role>([
  ['responder', role(ALL_SCOPES)],
  ['reader', role(['macie:read', 'security-ir:read', 'workmail:read'])],
  ['responder-default', role(ALL_SCOPES, ['default'])],
  ['responder-west', role(ALL_SCOPES, ['west'])],
  ['auditor', role(['audit:read'])],
]);

beforeAll(async () => {
  issuer = await startIssuer();
  harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const [target] = testConfig().targets;
  if (target === undefined) throw new Error('There is no target.');
  gateway = await startTestGateway(harness.emulator.url, {
    identity: issuer.settings({ roles: ROLES }),
    targets: [target, { name: 'west', region: 'us-west-2', services: SERVICE_NAMES }],
  });
});

beforeEach(async () => {
  run += 1;
  await harness.emulator.control('POST', '/reset');
  await Promise.all([putJob(harness, 'RUNNING'), putCase(harness, 'Submitted')]);
});

afterAll(async () => {
  await gateway.close();
  await harness.emulator.close();
  await issuer.close();
});

/** Sends a mutation as ann, who has these roles now. */
async function send(roles: readonly string[], mutation: string, selection: string, input: object) {
  const query = `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { ${selection} } }`;
  const token = issuer.sign({ sub: 'ann', roles });
  const answer = await askAs(token, gateway.url, query, {
    input: { ...input, idempotencyKey: `key-${run}` },
  });
  return { ...answer, payload: answer.data?.[mutation] as Record<string, unknown> | null | undefined };
}

interface Entry {
  readonly changeId: string;
  readonly mutation: string;
  readonly outcome: string;
  readonly replayOf: string | null;
  readonly errorCodes: readonly string[];
  readonly input: readonly object[];
  readonly awsRequestId: string | null;
}

/** The newest audit entries. */
async function trail(first: number): Promise<Entry[]> {
  const { data } = await askAs(
    issuer.sign({ sub: 'auditor', roles: ['auditor'] }),
    gateway.url,
    `{ auditTrail(first: ${first}) { nodes {
      changeId mutation outcome replayOf errorCodes awsRequestId input { name value }
    } } }`,
  );
  return (data?.auditTrail as { nodes: Entry[] }).nodes;
}

const CHANGES = [
  {
    mutation: 'pauseClassificationJob',
    selection: 'outcome userErrors { code path message }',
    input: { id: JOB },
  },
  {
    mutation: 'createSecurityCaseComment',
    selection: 'outcome commentId userErrors { code path message }',
    input: { id: CASE, body: 'Isolated the host.' },
  },
  {
    mutation: 'createSecurityCaseAttachmentUploadUrl',
    selection: 'outcome uploadUrl uploadHeaders { name value } userErrors { code path message }',
    input: { id: CASE, fileName: 'log.txt', contentLength: 4 },
  },
  {
    mutation: 'changeStatuses',
    selection: 'results { outcome userErrors { code path message ... on NotSentError { reason } } }',
    input: { items: [{ id: JOB, action: 'PAUSE' }] },
  },
] as const;

describe.each(CHANGES)('a repeated $mutation', ({ mutation, selection, input }) => {
  test.each([
    { lost: 'the scope', roles: ['reader'], errorCode: 'FORBIDDEN', reply: 'Access requires the scope' },
    { lost: 'the role', roles: [], errorCode: 'FORBIDDEN', reply: 'Access requires the scope' },
    {
      lost: 'the target',
      roles: ['responder-west'],
      errorCode: 'INVALID_INPUT',
      reply: 'The target "default" does not exist',
    },
  ])(
    'is rejected, recorded and not sent after the caller lost $lost',
    async ({ roles, errorCode, reply }) => {
      const first = await send(['responder'], mutation, selection, input);
      expect(first.errors).toBeUndefined();
      expect(JSON.stringify(first.payload)).toContain('"APPLIED"');
      const before = await trail(100);
      await harness.forgetCalls();
      const repeated = await send(roles, mutation, selection, input);
      expect(await harness.operations()).toEqual([]);
      expect(JSON.stringify(repeated)).not.toMatch(/APPLIED|https?:/);
      expect(JSON.stringify(repeated)).toContain(JSON.stringify(reply).slice(1, -1));
      const after = await trail(100);
      expect(after.slice(1)).toEqual(before);
      expect(after[0]).toMatchObject({
        mutation,
        outcome: 'REFUSED',
        replayOf: null,
        errorCodes: [errorCode],
      });
    },
  );
});

const pause = CHANGES[0];
const upload = CHANGES[2];

test('a replay has an audit entry that names the original change, and does not count as a change', async () => {
  const ask = () => send(['responder'], pause.mutation, pause.selection, pause.input);
  const counted = async () => (await Scrape.of(gateway.url)).sum('secops_graph_changes_total');
  const first = await ask();
  const changes = await counted();
  await harness.forgetCalls();
  expect(await ask()).toEqual(first);
  expect(await harness.updates()).toEqual([]);
  expect(await counted()).toBe(changes);
  const [replay, original] = await trail(2);
  expect(original).toMatchObject({ outcome: 'APPLIED', replayOf: null });
  expect(replay).toMatchObject({ outcome: 'APPLIED', errorCodes: [], replayOf: original?.changeId });
  expect(replay?.changeId).not.toBe(original?.changeId);
  expect(replay?.awsRequestId).toBeNull();
});

test('a default target that resolves differently is an input mismatch, not the result of the other target', async () => {
  const create = (roles: readonly string[]) =>
    send(roles, 'createMacieMember', 'outcome userErrors { code path } macieMember { id }', {
      accountId: '222233334444',
      email: 'ann@example.com',
    });
  const first = await create(['responder-default']);
  expect(first.payload).toMatchObject({ outcome: 'APPLIED' });
  await harness.forgetCalls();
  const second = await create(['responder-west']);
  expect(second.payload).toEqual({
    outcome: 'REFUSED',
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
    macieMember: null,
  });
  expect(await harness.operations()).toEqual([]);
});

test('a refused input does not use up its key', async () => {
  const elsewhere = encodeId({ kind: 'SecurityCase', target: 'nowhere', caseId: '0123456789' });
  const comment = (id: string) =>
    send(['responder'], 'createSecurityCaseComment', 'outcome userErrors { path }', { id, body: 'Hello' });
  expect((await comment(elsewhere)).payload).toEqual({
    outcome: 'REFUSED',
    userErrors: [{ path: ['input', 'id'] }],
  });
  expect((await comment(CASE)).payload).toEqual({ outcome: 'APPLIED', userErrors: [] });
});

test('AWS returns the upload URL again for the same client token, and the trail has a replay without the URL and its headers', async () => {
  const ask = () => send(['responder'], upload.mutation, upload.selection, upload.input);
  const first = await ask();
  const url = String(first.payload?.uploadUrl);
  expect(url).toMatch(/^https?:/);
  expect((await ask()).payload).toEqual(first.payload);
  expect((await harness.operations()).filter((name) => name === 'GetCaseAttachmentUploadUrl')).toHaveLength(
    2,
  );
  const entries = await trail(2);
  expect(entries[0]).toMatchObject({ outcome: 'APPLIED', replayOf: entries[1]?.changeId });
  expect(entries[0]?.awsRequestId).not.toBeNull();
  expect(JSON.stringify(entries)).not.toContain(new URL(url).pathname);
  expect(JSON.stringify(entries)).not.toContain('octet-stream');
});
