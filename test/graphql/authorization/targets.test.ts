// Targets that a principal may not access are invisible: every request gets the response for a target that does not exist.
import { encodeId } from '../../../src/domain/ids';
import { type ResourceRef } from '../../../src/domain/resources';
import { SCOPES, type Scope } from '../../../src/domain/principal';
import { startTestGateway } from '../../support/gateway';
import { HOME, SEVERAL_TARGETS, useSeveralTargets, WEST } from '../../support/several-targets';
import { askAs } from '../../support/identity';
import { identityOf, tokenOf } from '../../support/principals';

const scopes: ReadonlySet<Scope> = new Set(SCOPES);
const grants = {
  all: { scopes, targets: 'ALL' },
  homeOnly: { scopes, targets: new Set(['home']) },
} as const;

const setup = useSeveralTargets({}, { targets: SEVERAL_TARGETS, identity: identityOf(grants) });

const send = (name: keyof typeof grants, query: string, variables?: unknown) =>
  askAs(tokenOf(name), setup.gateway.url, query, variables);

interface Row {
  readonly id: string;
  readonly target: { readonly name: string };
  readonly [key: string]: unknown;
}

const LISTS = {
  classificationJobs: 'jobId',
  macieMembers: 'accountId',
  mailboxExportJobs: 'jobId organizationId',
  securityCases: 'caseId',
} as const;
type List = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as List[];

async function rowsOf(name: keyof typeof grants, list: List): Promise<readonly Row[]> {
  const { data, errors } = await send(
    name,
    `{ ${list}(first: 100) { nodes { id target { name } ${LISTS[list]} } } }`,
  );
  expect(errors).toBeUndefined();
  return (data?.[list] as { nodes: Row[] }).nodes;
}

async function rowOf(list: List, target: string): Promise<Row> {
  const row = (await rowsOf('all', list)).find((each) => each.target.name === target);
  if (row === undefined) throw new Error(`The target ${target} has no ${list}.`);
  return row;
}

/** The response without the name of the target: what a principal can compare with the response for an unknown target. */
const withoutName = (response: unknown, name: string) =>
  JSON.parse(JSON.stringify(response).replaceAll(`\\"${name}\\"`, '\\"X\\"')) as unknown;

test('lists and the list of targets contain only the targets of the principal', async () => {
  expect((await send('homeOnly', '{ targets { name } }')).data).toEqual({ targets: [{ name: 'home' }] });
  for (const list of NAMES) {
    expect(new Set((await rowsOf('all', list)).map(({ target }) => target.name)).size).toBe(3);
    const { data } = await send(
      'homeOnly',
      `{ ${list}(first: 100) { nodes { target { name } } completeness { complete sources { target { name } } } } }`,
    );
    const { nodes, completeness } = data?.[list] as {
      nodes: Row[];
      completeness: { complete: boolean; sources: Row[] };
    };
    expect(new Set([...nodes, ...completeness.sources].map(({ target }) => target.name))).toEqual(
      new Set(['home']),
    );
    expect(completeness.complete).toBe(true);
  }
});

test('ids in an invisible target and in an unknown target get the same response, without a call to AWS', async () => {
  for (const list of NAMES) {
    const { id } = await rowOf(list, 'west');
    const [version, kind, , ...keys] = JSON.parse(Buffer.from(id, 'base64url').toString()) as unknown[];
    const idIn = (target: string) =>
      Buffer.from(JSON.stringify([version, kind, target, ...keys])).toString('base64url');
    await setup.forgetCalls();
    for (const query of [
      'query ($id: ID!) { node(id: $id) { id } }',
      'query ($id: ID!) { nodes(ids: [$id]) { id } }',
    ]) {
      const hidden = await send('homeOnly', query, { id });
      const missing = await send('homeOnly', query, { id: idIn('nowhere') });
      expect(hidden.errors).toHaveLength(1);
      expect(withoutName(hidden, 'west')).toEqual(withoutName(missing, 'nowhere'));
    }
    expect(await setup.operations()).toEqual([]);
  }
});

test('ids in an invisible target that does not serve the service get the response for an unknown target', async () => {
  const targets = [HOME, { ...WEST, services: ['workmail'] as const }];
  const gateway = await startTestGateway(setup.emulator.url, { targets, identity: identityOf(grants) });
  const ids = (target: string) => [
    encodeId({ kind: 'SecurityCase', target, caseId: '9999999999' }),
    encodeId({ kind: 'MacieMember', target, accountId: '444455556666' }),
    encodeId({ kind: 'ClassificationJob', target, jobId: 'f'.repeat(32) }),
  ];
  const ask = async (target: string) => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    return withoutName(await askAs(tokenOf('homeOnly'), gateway.url, query, { ids: ids(target) }), target);
  };
  expect(await ask('west')).toEqual(await ask('nowhere'));
  await gateway.close();
});

test('look-ups, lists and relations in an invisible target get the response for an unknown target', async () => {
  const { caseId } = await rowOf('securityCases', 'west');
  const { accountId } = await rowOf('macieMembers', 'west');
  const { jobId } = await rowOf('classificationJobs', 'west');
  const homeMember = (await rowOf('macieMembers', 'home')).id;
  await send('homeOnly', 'query ($id: ID!) { node(id: $id) { id } }', { id: homeMember });
  await setup.forgetCalls();
  const queries = [
    (target: string) => `{ securityCase(caseId: "${String(caseId)}", target: "${target}") { id } }`,
    (target: string) => `{ macieMember(accountId: "${String(accountId)}", target: "${target}") { id } }`,
    (target: string) => `{ classificationJob(jobId: "${String(jobId)}", target: "${target}") { id } }`,
    ...NAMES.map((list) => (target: string) => `{ ${list}(targets: ["${target}"]) { nodes { id } } }`),
    ...NAMES.map(
      (list) => (target: string) => `{ ${list}(targets: ["home", "${target}"]) { nodes { id } } }`,
    ),
  ];
  for (const query of queries) {
    const hidden = await send('homeOnly', query('west'));
    expect(hidden.errors).toHaveLength(1);
    expect(withoutName(hidden, 'west')).toEqual(
      withoutName(await send('homeOnly', query('nowhere')), 'nowhere'),
    );
  }
  expect(await setup.operations()).toEqual([]);
  const relation = (target: string) =>
    `query ($id: ID!) { node(id: $id) { ... on MacieMember { securityCases(target: "${target}") { nodes { id } } } } }`;
  const hidden = await send('homeOnly', relation('west'), { id: homeMember });
  expect(hidden.errors).toHaveLength(1);
  expect(withoutName(hidden, 'west')).toEqual(
    withoutName(await send('homeOnly', relation('nowhere'), { id: homeMember }), 'nowhere'),
  );
  expect(await setup.operations()).toEqual(['GetMember', 'GetMember']);
});

test('the gateway rejects changes in an invisible target as in an unknown target, and sends nothing', async () => {
  const { jobId } = await rowOf('classificationJobs', 'west');
  const idIn = (target: string) =>
    encodeId({ kind: 'ClassificationJob', target, jobId: String(jobId) } satisfies ResourceRef);
  const mutations = [
    `mutation ($id: ID!) { cancelClassificationJob(input: { id: $id }) { outcome userErrors { code message path } } }`,
    `mutation ($id: ID!) { tagResource(input: { id: $id, tags: [{ key: "a", value: "b" }] }) { outcome userErrors { code message path } } }`,
    `mutation ($id: ID!) { changeStatuses(input: { items: [{ id: $id, action: CANCEL }] }) { results { outcome userErrors { code message path } } } }`,
  ];
  await setup.forgetCalls();
  for (const mutation of mutations) {
    const hidden = await send('homeOnly', mutation, { id: idIn('west') });
    const missing = await send('homeOnly', mutation, { id: idIn('nowhere') });
    expect(hidden.errors).toBeUndefined();
    expect(JSON.stringify(hidden)).toContain('INVALID_INPUT');
    expect(withoutName(hidden, 'west')).toEqual(withoutName(missing, 'nowhere'));
  }
  const creation = (target: string) =>
    `mutation { createMacieMember(input: { accountId: "777788889999", email: "a@example.com", target: "${target}" }) { outcome userErrors { code message path } } }`;
  expect(withoutName(await send('homeOnly', creation('west')), 'west')).toEqual(
    withoutName(await send('homeOnly', creation('nowhere')), 'nowhere'),
  );
  expect(await setup.operations()).toEqual([]);
});

test('the gateway rejects a cursor of a principal with more targets', async () => {
  const page =
    'query ($after: String) { securityCases(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }';
  const { data } = await send('all', page);
  const { endCursor } = (data?.securityCases as { pageInfo: { endCursor: string } }).pageInfo;
  await setup.forgetCalls();
  const { errors } = await send('homeOnly', page, { after: endCursor });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  expect(await setup.operations()).toEqual([]);
});

test('the audit trail shows only changes in the targets of the principal', async () => {
  const change =
    'mutation ($id: ID!) { cancelClassificationJob(input: { id: $id, dryRun: true }) { outcome } }';
  for (const target of ['home', 'west']) {
    await send('all', change, { id: (await rowOf('classificationJobs', target)).id });
  }
  const auditQuery = '{ auditTrail(first: 100) { nodes { targetName actor } } }';
  const targetsIn = ({ data }: Awaited<ReturnType<typeof send>>) =>
    new Set(
      (data?.auditTrail as { nodes: { targetName: string }[] }).nodes.map(({ targetName }) => targetName),
    );
  expect(targetsIn(await send('all', auditQuery))).toContain('west');
  expect([...targetsIn(await send('homeOnly', auditQuery))]).toEqual(['home']);
});
