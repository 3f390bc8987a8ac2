// The signed-in caller appears in the audit trail and in the session name in CloudTrail.
import { createHash } from 'node:crypto';
import { BUILT_IN_ROLES } from '../../src/identity/roles';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { PARTNER } from '../support/several-targets';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { askAs, startIssuer, type Issuer } from '../support/identity';
import { runProgram } from '../support/program';

const CI = `sog_${'c'.repeat(43)}`;

let emulator: TestEmulator;
let issuer: Issuer;
let gateway: TestGateway;

beforeAll(async () => {
  [emulator, issuer] = await Promise.all([startTestEmulator(), startIssuer()]);
  const responder = BUILT_IN_ROLES.get('responder');
  if (responder === undefined) throw new Error('There is no role responder.');
  const sha256 = createHash('sha256').update(CI).digest('hex');
  const tokens = [{ name: 'ci', sha256, roles: [responder], expires: undefined }];
  gateway = await startTestGateway(emulator.url, {
    targets: [PARTNER],
    identity: issuer.settings({ tokens }),
  });
});

afterAll(async () => {
  await Promise.all([gateway.close(), issuer.close()]);
  await emulator.close();
});

test.each([
  [
    'user:ann@corp.example',
    'secops-graph-user-ann@corp.example',
    () => issuer.sign({ sub: 'ann@corp.example', roles: ['responder'] }),
  ],
  ['token:ci', 'secops-graph-token-ci', () => CI],
])('the audit trail and CloudTrail name %s', async (name, session, token) => {
  const open = '{ securityCases(first: 20) { nodes { id status } } }';
  const { data } = await askAs(token(), gateway.url, open);
  const { nodes } = data?.securityCases as { nodes: { id: string; status: string }[] };
  const id = nodes.find(({ status }) => status !== 'CLOSED')?.id;
  const close = 'mutation ($id: ID!) { closeSecurityCase(input: { id: $id, dryRun: true }) { outcome } }';
  expect(await askAs(token(), gateway.url, close, { id })).toEqual({
    data: { closeSecurityCase: { outcome: 'DRY_RUN' } },
  });

  const trail = '{ auditTrail(first: 1) { nodes { actor mutation } } }';
  const auditor = issuer.sign({ sub: 'bob', roles: ['auditor'] });
  expect((await askAs(auditor, gateway.url, trail)).data).toEqual({
    auditTrail: { nodes: [{ actor: name, mutation: 'closeSecurityCase' }] },
  });
  const sessions = (await emulator.calls()).map((call) => call.session?.sessionName);
  expect(sessions).toContain(session);
});

test('the program accepts tokens of the issuer in its environment variables', async () => {
  const { issuer: url, audience } = issuer;
  const program = runProgram('main.js', {
    PORT: '0',
    OPERATIONS_PORT: '0',
    OIDC_ISSUER: url,
    OIDC_AUDIENCE: audience,
  });
  const [, endpoint = ''] = await program.printed(/listens at (http:\S+)/);
  await program.printed(/curl \S+ \S+ -H "authorization: Bearer \$TOKEN" /);
  const query = '{ macieMembers(first: 1) { nodes { target { name } } } }';
  expect(await askAs(issuer.sign({ roles: ['viewer'] }), endpoint, query)).toEqual({
    data: { macieMembers: { nodes: [{ target: { name: 'default' } }] } },
  });
  expect((await askAs(issuer.sign({ exp: 1 }), endpoint, query)).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
});
