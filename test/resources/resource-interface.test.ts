// The interface Resource: its fields have the values and the calls of the fields of each type.
import { setTimeout as delay } from 'node:timers/promises';
import { startTestGateway } from '../support/gateway';
import { HOME, PARTNER, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({}, { targets: [HOME, PARTNER] });

beforeEach(() => setup.forgetCalls());

/** The fields of the interface that are the same selection on every type. */
const FIELDS = `id arn awsStatus statusLabel isTerminal consoleUrl
  availableTransitions { action to mutation consequences { code } }
  target { id name accountId region services emulated }
  auditTrail(first: 1) { nodes { id } }`;

interface Row {
  readonly id: string;
  readonly arn: string | null;
  readonly isTerminal: boolean;
  readonly availableTransitions: readonly unknown[];
  readonly consoleUrl: string | null;
  readonly target: Readonly<Record<string, unknown>>;
}

const KINDS = [
  ['classificationJobs', 'ClassificationJob', 'DescribeClassificationJob'],
  ['macieMembers', 'MacieMember', 'GetMember'],
  ['mailboxExportJobs', 'MailboxExportJob', 'DescribeMailboxExportJob'],
  ['securityCases', 'SecurityCase', 'GetCase'],
] as const;

async function read(query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const { data, errors } = await setup.gateway.send(query, variables);
  expect(errors).toBeUndefined();
  return data ?? {};
}

async function rowsOf(list: string, on: string): Promise<readonly Row[]> {
  const data = await read(`{ ${list}(first: 30) { nodes { ... on ${on} { ${FIELDS} } } } }`);
  return (data[list] as { nodes: Row[] }).nodes;
}

test.each(KINDS)(
  '%s have the same values and cause the same calls through the interface',
  async (list, type) => {
    const rows = await rowsOf(list, type);
    const calls = await setup.callCounts();
    await setup.forgetCalls();
    expect(await rowsOf(list, 'Resource')).toEqual(rows);
    expect(await setup.callCounts()).toEqual(calls);
    expect(rows.length).toBeGreaterThan(10);
    const terminal = rows.filter(({ isTerminal }) => isTerminal);
    expect(terminal.filter(({ availableTransitions }) => availableTransitions.length > 0)).toEqual([]);
  },
);

test.each(KINDS)('node finds one of %s through the interface for one call', async (list, type, operation) => {
  const [row] = await rowsOf(list, type);
  await setup.forgetCalls();
  const { node } = await read(`query ($id: ID!) { node(id: $id) { ... on Resource { ${FIELDS} } } }`, {
    id: row?.id,
  });
  expect(node).toEqual(row);
  expect(await setup.operations()).toEqual([operation]);
});

test('jobs, members and cases have an ARN, mailbox export jobs have none', async () => {
  for (const [list] of KINDS) {
    const arns = (await rowsOf(list, 'Resource')).map(({ arn }) => arn !== null);
    expect([list, [...new Set(arns)]]).toEqual([list, [list !== 'mailboxExportJobs']]);
  }
});

test('look-ahead fetches the details that a selection on the interface needs, while another target is still being read', async () => {
  await setup.lay({
    service: 'macie2',
    operation: 'ListClassificationJobs',
    account: PARTNER.account,
    hold: true,
  });
  const answer = read('{ classificationJobs(first: 60) { nodes { ... on Resource { arn } } } }');
  while ((await setup.callCounts()).DescribeClassificationJob !== 40) await delay(5);
  // The log contains the list of the other target only after its release.
  expect((await setup.callCounts()).ListClassificationJobs).toBe(1);
  await setup.release();
  expect(((await answer).classificationJobs as { nodes: unknown[] }).nodes).toHaveLength(60);
  await setup.clearFaults();
});

test('the resource of a bulk change and of a tag mutation is a Resource', async () => {
  const [job] = await rowsOf('classificationJobs', 'Resource');
  const tagged = await read(
    'mutation ($input: TagResourceInput!) { tagResource(input: $input) { outcome resource { id arn target { name } } } }',
    { input: { id: job?.id, tags: [{ key: 'team', value: 'red' }] } },
  );
  const resource = { id: job?.id, arn: job?.arn, target: { name: 'home' } };
  expect(tagged.tagResource).toEqual({ outcome: 'APPLIED', resource });
  const changed = await read(
    'mutation ($input: ChangeStatusesInput!) { changeStatuses(input: $input) { results { resource { id arn target { name } } } } }',
    { input: { items: [{ id: job?.id, action: 'CANCEL' }], dryRun: true } },
  );
  expect(changed.changeStatuses).toEqual({ results: [{ resource }] });
});

test('on the emulator, a target without a role is in the account that its configuration states', async () => {
  const { name, account, region, services } = PARTNER;
  const targets = [{ name, region, services, accountId: account }];
  const gateway = await startTestGateway(setup.emulator.url, { targets });
  const query = '{ macieMembers(first: 200, targets: ["partner"]) { nodes { id target { accountId } } } }';
  expect((await gateway.send(query)).data).toEqual(await read(query));
  await gateway.close();
});

test('a target states its account from the role or, on the emulator, from the own credentials of the gateway', async () => {
  const { targets, viewer } = await read(
    '{ targets { id name accountId region services emulated } viewer { name targets { name } } }',
  );
  const services = ['MACIE', 'WORKMAIL', 'SECURITY_INCIDENT_RESPONSE'];
  const [home, partner] = targets as { id: string }[];
  expect([home, partner]).toEqual([
    { id: home?.id, name: 'home', accountId: '111122223333', region: 'us-east-1', services, emulated: true },
    {
      id: partner?.id,
      name: 'partner',
      accountId: '222233334444',
      region: 'us-east-1',
      services,
      emulated: true,
    },
  ]);
  expect(viewer).toEqual({ name: 'anonymous', targets: [{ name: 'home' }, { name: 'partner' }] });
  const { node } = await read('query ($id: ID!) { node(id: $id) { ... on Target { name } } }', {
    id: partner?.id,
  });
  expect(node).toEqual({ name: 'partner' });
  expect(await setup.operations()).toEqual([]);
});
