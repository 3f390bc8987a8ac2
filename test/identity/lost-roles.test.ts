// A user whose roles the gateway does not know: no target, no AWS call, and one line in the log.
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { CapturedLog } from '../support/captured-log';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { testConfig } from '../support/gateway';
import { askAs, startIssuer, type Issuer } from '../support/identity';

const QUERY = '{ targets { name } macieMembers(first: 1) { nodes { accountId } } }';

let emulator: TestEmulator;
let issuer: Issuer;
let gateway: ServedGateway;
const log = new CapturedLog();

beforeAll(async () => {
  [emulator, issuer] = await Promise.all([startTestEmulator(), startIssuer()]);
  gateway = await startGateway(
    testConfig({ identity: issuer.settings() }),
    { mode: 'emulator', endpoint: emulator.url },
    log.logger,
  );
});

beforeEach(async () => {
  log.text = '';
  await emulator.control('DELETE', '/calls');
});

afterAll(async () => {
  await gateway.close();
  await issuer.close();
  await emulator.close();
});

test.each([
  ['an unknown role', 'hunter2', 1],
  ['a list of unknown roles', ['hunter2', 'offline_access'], 2],
  ['a number', 7, 1],
  ['an object', { hunter2: true }, 1],
])('%s grants no target, and leaves one line without the value', async (_name, roles, values) => {
  expect(await askAs(issuer.sign({ roles, scope: 'macie:read' }), gateway.url, QUERY)).toEqual({
    data: { targets: [], macieMembers: { nodes: [] } },
  });
  expect(await emulator.calls()).toEqual([]);
  const lines = log.text.split('\n').filter((line) => line.includes('grants nothing'));
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    {
      level: 40,
      rolesClaim: 'roles',
      claims: { scope: 1, scp: 0, roles: values },
      msg: 'The token is valid and grants nothing: its role claim names no configured role, or is neither a text nor a list of texts',
    },
  ]);
  expect(log.text).not.toMatch(/hunter2|offline_access|macie:read/);
});

test.each([['viewer'], [['viewer']]])(
  'the role claim %j grants the same and leaves no line',
  async (roles) => {
    expect(await askAs(issuer.sign({ roles }), gateway.url, QUERY)).toMatchObject({
      data: { targets: [{ name: 'default' }], macieMembers: { nodes: [{}] } },
    });
    expect(log.text).not.toContain('grants nothing');
  },
);
