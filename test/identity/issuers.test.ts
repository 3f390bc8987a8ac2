// Two issuers with the same subject: the gateway keeps their keys, caches, rate limits, sessions and records apart.
import { BUILT_IN_ROLES } from '../../src/identity/roles';
import type { IdentitySettings } from '../../src/identity/settings';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { askAs, startIssuer, type Issuer } from '../support/identity';
import { PARTNER } from '../support/several-targets';

const AUDIENCE = 'https://secops-graph.example';
const MEMBERS = '{ macieMembers(first: 3) { nodes { accountId } } }';
const UNAUTHENTICATED = [{ extensions: { code: 'UNAUTHENTICATED' } }];

let emulator: TestEmulator;
let main: Issuer;
let corp: Issuer;
let partner: Issuer;
let stranger: Issuer;
let gateway: TestGateway;

function identity(): IdentitySettings {
  return {
    issuers: [
      main.entry(),
      corp.entry({ name: 'corp' }),
      partner.entry({ name: 'partner', audiences: ['other'] }),
    ],
    roles: BUILT_IN_ROLES,
    tokens: [],
  };
}

beforeAll(async () => {
  emulator = await startTestEmulator();
  [main, corp, partner, stranger] = await Promise.all([
    startIssuer(),
    startIssuer(),
    startIssuer(),
    startIssuer(),
  ]);
  gateway = await startTestGateway(emulator.url, {
    identity: identity(),
    targets: [PARTNER],
    readCacheSeconds: new Map([['ListMembers', 60]]),
  });
});

beforeEach(() => emulator.control('DELETE', '/calls'));

afterAll(async () => {
  await gateway.close();
  await Promise.all([main, corp, partner, stranger].map((issuer) => issuer.close()));
  await emulator.close();
});

/** Tokens of the same subject, one of each issuer. */
const tokens = (claims: object) => [
  main.sign(claims),
  corp.sign(claims),
  partner.sign({ aud: 'other', ...claims }),
];

test('accepts the tokens of each issuer with its own audience and keys', async () => {
  for (const token of tokens({ sub: 'reader', roles: 'viewer' })) {
    expect(await askAs(token, gateway.url, MEMBERS)).toMatchObject({
      data: { macieMembers: { nodes: [{}, {}, {}] } },
    });
  }
});

test.each([
  ['the audience of another issuer', () => corp.sign({ aud: 'other', roles: 'admin' })],
  ['the audience of the first issuer', () => partner.sign({ aud: AUDIENCE, roles: 'admin' })],
  ['the issuer of another key', () => corp.key.sign(main.claims({ roles: 'admin' }))],
  ['an unknown issuer', () => stranger.sign({ roles: 'admin' })],
  ['no issuer', () => corp.sign({ iss: undefined, roles: 'admin' })],
  ['the name of an issuer', () => corp.sign({ iss: 'corp', roles: 'admin' })],
  ['a list of issuers', () => corp.sign({ iss: [corp.issuer], roles: 'admin' })],
  ['claims that are no object', () => corp.key.sign([corp.issuer])],
  ['no claims', () => 'abc'],
])('rejects a token with %s, without an AWS call', async (_name, token) => {
  expect((await askAs(token(), gateway.url, MEMBERS)).errors).toMatchObject(UNAUTHENTICATED);
  expect(await emulator.calls()).toEqual([]);
  expect(stranger.requests).toEqual([]);
});

test('the same subject of three issuers shares no cached response and no session', async () => {
  for (const token of tokens({ sub: 'ann', roles: 'viewer' })) {
    await askAs(token, gateway.url, MEMBERS);
    await askAs(token, gateway.url, MEMBERS);
  }
  const calls = await emulator.allCalls();
  const sessions = ['secops-graph-user-ann', 'secops-graph-user@corp-ann', 'secops-graph-user@partner-ann'];
  expect(calls.flatMap(({ parameters }) => parameters.RoleSessionName ?? [])).toEqual(sessions);
  const reads = calls.filter(({ operation }) => operation === 'ListMembers');
  expect(reads.map(({ session }) => session?.sessionName)).toEqual(sessions);
});

test('the same subject of three issuers shares no idempotency key and no name in the audit trail', async () => {
  const open = '{ securityCases(first: 20) { nodes { id status } } }';
  const [, token = ''] = tokens({ sub: 'ann', roles: 'admin' });
  const { data } = await askAs(token, gateway.url, open);
  const { nodes } = data?.securityCases as { nodes: { id: string; status: string }[] };
  const id = nodes.find(({ status }) => status !== 'CLOSED')?.id;
  const close = `mutation ($id: ID!) {
    closeSecurityCase(input: { id: $id, idempotencyKey: "one-key-for-all" }) { outcome }
  }`;
  // The second caller finds the case closed, instead of the response to the first one.
  const outcomes = [];
  for (const each of tokens({ sub: 'ann', roles: 'admin' })) {
    outcomes.push(JSON.stringify((await askAs(each, gateway.url, close, { id })).data));
  }
  const applied = '{"closeSecurityCase":{"outcome":"APPLIED"}}';
  expect(outcomes.map((outcome) => outcome === applied)).toEqual([true, false, false]);
  const trail = '{ auditTrail(first: 3) { nodes { actor mutation } } }';
  expect((await askAs(token, gateway.url, trail)).data).toEqual({
    auditTrail: {
      nodes: ['user@partner:ann', 'user@corp:ann', 'user:ann'].map((actor) => ({
        actor,
        mutation: 'closeSecurityCase',
      })),
    },
  });
});

test('a subject cannot take the name of a subject of another issuer', async () => {
  const impostors = [
    main.sign({ sub: '@corp:ann', roles: 'viewer' }),
    corp.sign({ sub: 'user:ann', roles: 'viewer' }),
  ];
  for (const token of impostors) await askAs(token, gateway.url, MEMBERS);
  const calls = await emulator.allCalls();
  const sessions = calls.flatMap(({ parameters }) => parameters.RoleSessionName ?? []);
  expect(sessions).toHaveLength(2);
  expect(sessions[0]).toMatch(/^secops-graph-user-@corp-ann=[0-9a-f]{16}$/);
  expect(sessions[1]).toMatch(/^secops-graph-user@corp-user-ann=[0-9a-f]{16}$/);
});

test('the same subject of three issuers shares no points of the rate limit', async () => {
  const queryLimits = { ...testConfig().queryLimits, pointsPerMinute: 3 };
  const limited = await startTestGateway(emulator.url, { identity: identity(), queryLimits });
  const codes = async (token: string) => {
    const all = [];
    for (let index = 0; index < 5; index += 1) {
      all.push((await askAs(token, limited.url, '{')).errors?.[0]?.extensions.code);
    }
    return all;
  };
  const [bad, none] = ['BAD_USER_INPUT', 'RATE_LIMITED'];
  for (const token of tokens({ sub: 'ann' })) {
    expect(await codes(token)).toEqual([bad, bad, bad, none, none]);
  }
  await limited.close();
});

test('while one issuer fails, the users of the others sign in', async () => {
  corp.behavior = 'failing';
  const second = await startTestGateway(emulator.url, { identity: identity() });
  const [first = '', failing = '', third = ''] = tokens({ sub: 'reader', roles: 'viewer' });
  expect((await askAs(failing, second.url, MEMBERS)).errors).toMatchObject([
    { extensions: { code: 'OVERLOADED' } },
  ]);
  for (const token of [first, third]) {
    expect((await askAs(token, second.url, MEMBERS)).errors).toBeUndefined();
  }
  corp.behavior = 'healthy';
  await second.close();
});
