// AssumeRole: one session per target and caller, named after the caller, replaced when it ends early.
import { createAdapters } from '../../../src/aws/adapters/all';
import { AwsClients } from '../../../src/aws/client/clients';
import { sessionName } from '../../../src/aws/client/credentials';
import { Targets, type Target } from '../../../src/domain/targets';
import { callContext, principal } from '../../support/call-context';
import { PARTNER, useSeveralTargets, WEST } from '../../support/several-targets';
import { startTestGateway } from '../../support/gateway';

const setup = useSeveralTargets({}, { targets: [PARTNER, WEST] });
const ROLE = PARTNER.roleArn ?? '';
const page = { token: undefined, size: 1 };

const settings = (body: object) => setup.emulator.control('POST', '/settings', body);

afterEach(() => settings({ roles: [{ roleArn: ROLE }] }));

const assumed = async () =>
  (await setup.emulator.allCalls()).filter(({ operation }) => operation === 'AssumeRole');

function open(target: Partial<Target> = {}) {
  const targets = new Targets([{ ...PARTNER, ...target }]);
  const clients = new AwsClients(targets, { mode: 'emulator', endpoint: setup.emulator.url });
  return { clients, adapters: createAdapters(clients) };
}

test('one AssumeRole serves all services of a target', async () => {
  await setup.forgetCalls();
  const { errors } = await setup.gateway.send(`{
    macieMembers(first: 1, targets: ["partner"]) { nodes { accountId } }
    securityCases(first: 1, targets: ["partner"]) { nodes { caseId } }
    mailboxExportJobs(first: 1, targets: ["partner"]) { nodes { jobId } }
  }`);
  expect(errors).toBeUndefined();
  expect((await assumed()).map(({ parameters }) => parameters)).toEqual([
    { RoleArn: ROLE, RoleSessionName: 'secops-graph-anonymous' },
  ]);
  const calls = await setup.emulator.calls();
  expect(new Set(calls.map(({ account }) => account))).toEqual(new Set([PARTNER.account]));
});

test('every caller has a session with the name of the caller, which serves reads and changes', async () => {
  const { clients, adapters } = open({ sourceIdentity: true });
  await setup.forgetCalls();
  for (const caller of ['ann@example.com', 'bob', 'ann@example.com']) {
    await adapters.SecurityCase.list('partner', page, callContext({ principal: principal(caller) }));
  }
  const { rows } = await adapters.SecurityCase.list(
    'partner',
    { ...page, size: 25 },
    callContext({ principal: principal('bob') }),
  );
  const openCase = rows.find(({ status }) => status !== 'CLOSED');
  if (openCase === undefined) throw new Error('There is no open case.');
  await adapters.SecurityCase.close(openCase, callContext({ principal: principal('bob') }));
  expect(
    (await assumed()).map(({ parameters }) => [parameters.RoleSessionName, parameters.SourceIdentity]),
  ).toEqual([
    ['secops-graph-ann@example.com', 'secops-graph-ann@example.com'],
    ['secops-graph-bob', 'secops-graph-bob'],
  ]);
  const sessions = (await setup.emulator.calls()).map(({ operation, session }) => [
    operation,
    session?.sessionName,
  ]);
  expect(sessions).toEqual([
    ['ListCases', 'secops-graph-ann@example.com'],
    ['ListCases', 'secops-graph-bob'],
    ['ListCases', 'secops-graph-ann@example.com'],
    ['ListCases', 'secops-graph-bob'],
    ['CloseCase', 'secops-graph-bob'],
  ]);
  clients.destroy();
});

test.each([
  ['anonymous', 'secops-graph-anonymous'],
  ['token:ci', 'secops-graph-token-ci'],
  ['user:ann@example.com', 'secops-graph-user-ann@example.com'],
  ['user@corp:ann', 'secops-graph-user@corp-ann'],
  ['user:auth0|5f7c', 'secops-graph-user-auth0-5f7c=7a69ee2121d2989b'],
  [`user:${'x'.repeat(46)}`, `secops-graph-user-${'x'.repeat(46)}`],
  [`user:${'x'.repeat(47)}`, `secops-graph-user-${'x'.repeat(29)}=236feea4238904ec`],
])('the session of the caller %s is named %s', (caller, name) => {
  expect(sessionName(caller)).toBe(name);
});

test('no two callers have sessions of the same name', () => {
  const long = `user:${'x'.repeat(47)}`;
  const callers = [
    'anonymous',
    'token:ci',
    'user:token:ci',
    'user:ann-b',
    'user:ann b',
    'user:ann|b',
    'user:ann:b',
    'user@corp:ann-b',
    'user@corp:ann:b',
    'user@partner:ann-b',
    'user:@corp:ann-b',
    'user:@corp-ann-b',
    long,
    `${long}x`,
    `${long}y`,
  ];
  // Subjects that are the end of another session's name.
  const hashed = callers.map((caller) => `user:${sessionName(caller).replace('secops-graph-user-', '')}`);
  const names = [...new Set([...callers, ...hashed])].map((caller) => [sessionName(caller), caller]);
  expect(new Map(names.map(([name, caller]) => [name, caller])).size).toBe(names.length);
  for (const [name] of names) expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
});

test('the gateway sends the external id, and without it reads only the targets that allow access', async () => {
  await settings({ roles: [{ roleArn: ROLE, externalId: 'a1b2c3' }] });
  const query =
    '{ macieMembers(first: 200) { nodes { target { name } } completeness { complete sources { target { name } status } } } }';
  const statuses = async (externalId?: string) => {
    const targets = [{ ...PARTNER, externalId }, WEST];
    const gateway = await startTestGateway(setup.emulator.url, { targets });
    const { data } = await gateway.send(query);
    await gateway.close();
    const { completeness } = data?.macieMembers as {
      completeness: { sources: { target: { name: string }; status: string }[] };
    };
    return completeness.sources.map(({ target, status }) => `${target.name} ${status}`);
  };
  expect(await statuses('a1b2c3')).toEqual(['partner OK', 'west OK']);
  expect(await statuses('wrong')).toEqual(['partner ACCESS_DENIED', 'west OK']);
  expect(await statuses()).toEqual(['partner ACCESS_DENIED', 'west OK']);
});

test('the gateway replaces a session that ends early once, without a failure', async () => {
  const { clients, adapters } = open();
  await adapters.SecurityCase.list('partner', page, callContext());
  // The session has expired by the clock of AWS, and not by the clock of the gateway.
  await setup.emulator.control('POST', '/clock', { advanceSeconds: 7_200 });
  await setup.forgetCalls();
  const reads = Array.from({ length: 20 }, (_, index) =>
    adapters.SecurityCase.list('partner', { ...page, size: index + 1 }, callContext()),
  );
  expect((await Promise.all(reads)).every(({ rows }) => rows.length > 0)).toBe(true);
  expect(await assumed()).toHaveLength(1);
  clients.destroy();
});

test('the gateway replaces a session that ends before a change, and sends the change again once', async () => {
  const { clients, adapters } = open();
  const { rows } = await adapters.SecurityCase.list('partner', { ...page, size: 25 }, callContext());
  const openCase = rows.find(({ status }) => status !== 'CLOSED');
  if (openCase === undefined) throw new Error('There is no open case.');
  await setup.emulator.control('POST', '/clock', { advanceSeconds: 7_200 });
  await setup.forgetCalls();
  await adapters.SecurityCase.close(openCase, callContext());
  expect((await adapters.SecurityCase.get(openCase, callContext()))?.status).toBe('CLOSED');
  expect(await assumed()).toHaveLength(1);
  const closes = (await setup.emulator.calls()).filter(({ operation }) => operation === 'CloseCase');
  // The emulator rejects an expired session before it logs the call.
  expect(closes.map(({ status }) => status)).toEqual([200]);
  clients.destroy();
});

test('a change whose new session AWS rejects as expired too is sent twice and reported as retryable', async () => {
  const { clients, adapters } = open();
  const error = { type: 'ExpiredTokenException', status: 403 };
  await setup.lay({ service: 'macie2', operation: 'UpdateMemberSession', error });
  await setup.forgetCalls();
  const ref = { kind: 'MacieMember', target: 'partner', accountId: '123456789012' } as const;
  await expect(adapters.MacieMember.update(ref, 'PAUSED', callContext())).rejects.toMatchObject({
    message: 'Macie rejected the expired credentials of the gateway in target partner.',
    retryable: true,
    details: { notApplied: true },
  });
  expect(await setup.operations()).toEqual(['UpdateMemberSession', 'UpdateMemberSession']);
  await setup.clearFaults();
  clients.destroy();
});

test('the gateway rejects a change without credentials and sends nothing', async () => {
  const { data } = await setup.gateway.send(
    '{ classificationJobs(first: 1, targets: ["west"], filter: { statuses: [RUNNING] }) { nodes { id } } }',
  );
  const { nodes } = data?.classificationJobs as { nodes: { id: string }[] };
  await settings({ roles: [{ roleArn: WEST.roleArn, deny: true }] });
  const gateway = await startTestGateway(setup.emulator.url, { targets: [WEST] });
  await setup.forgetCalls();
  const pause = `mutation { pauseClassificationJob(input: { id: "${nodes[0]?.id ?? ''}" }) {
    outcome userErrors { code }
  } }`;
  expect(await gateway.send(pause)).toEqual({
    data: { pauseClassificationJob: { outcome: 'REFUSED', userErrors: [{ code: 'AWS_REJECTED' }] } },
  });
  expect(await setup.emulator.calls()).toEqual([]);
  await gateway.close();
  await settings({ roles: [{ roleArn: WEST.roleArn }] });
});
