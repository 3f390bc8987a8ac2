// Targets that a principal may not see: they are as if they were not there, whatever leads to them.
import { encodeId } from '../../../src/domain/ids';
import { type ResourceRef } from '../../../src/domain/resources';
import { SCOPES, type Scope } from '../../../src/domain/principal';
import { SEVERAL_TARGETS, useSeveralTargets } from '../../support/several-targets';
import { askAs } from '../../support/identity';
import { identityOf, tokenOf } from '../../support/principals';

const scopes: ReadonlySet<Scope> = new Set(SCOPES);
const grants = {
  all: { scopes, targets: 'ALL' },
  homely: { scopes, targets: new Set(['home']) },
} as const;

const setup = useSeveralTargets({}, { targets: SEVERAL_TARGETS, identity: identityOf(grants) });

const ask = (name: keyof typeof grants, query: string, variables?: unknown) =>
  askAs(tokenOf(name), setup.gateway.url, query, variables);

interface Row {
  readonly id: string;
  readonly target: string;
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
  const { data, errors } = await ask(name, `{ ${list}(first: 100) { nodes { id target ${LISTS[list]} } } }`);
  expect(errors).toBeUndefined();
  return (data?.[list] as { nodes: Row[] }).nodes;
}

async function aRowOf(list: List, target: string): Promise<Row> {
  const row = (await rowsOf('all', list)).find((each) => each.target === target);
  if (row === undefined) throw new Error(`There is nothing in ${target}.`);
  return row;
}

/** The answer as whoever asks may not tell it from one about a target that is not there. */
const withoutName = (answer: unknown, name: string) =>
  JSON.parse(JSON.stringify(answer).replaceAll(`\\"${name}\\"`, '\\"X\\"')) as unknown;

test('lists and the list of targets hold what is theirs', async () => {
  expect((await ask('homely', '{ targets { name } }')).data).toEqual({ targets: [{ name: 'home' }] });
  for (const list of NAMES) {
    expect(new Set((await rowsOf('all', list)).map(({ target }) => target)).size).toBe(3);
    const { data } = await ask(
      'homely',
      `{ ${list}(first: 100) { nodes { target } completeness { complete sources { target } } } }`,
    );
    const { nodes, completeness } = data?.[list] as {
      nodes: Row[];
      completeness: { complete: boolean; sources: Row[] };
    };
    expect(new Set([...nodes, ...completeness.sources].map(({ target }) => target))).toEqual(
      new Set(['home']),
    );
    expect(completeness.complete).toBe(true);
  }
});

test('ids of what is there and what is not get one and the same answer, and AWS is not asked', async () => {
  for (const list of NAMES) {
    const { id } = await aRowOf(list, 'west');
    const [version, kind, , ...keys] = JSON.parse(Buffer.from(id, 'base64url').toString()) as unknown[];
    const idIn = (target: string) =>
      Buffer.from(JSON.stringify([version, kind, target, ...keys])).toString('base64url');
    await setup.forgetCalls();
    for (const query of [
      'query ($id: ID!) { node(id: $id) { id } }',
      'query ($id: ID!) { nodes(ids: [$id]) { id } }',
    ]) {
      const hidden = await ask('homely', query, { id });
      const missing = await ask('homely', query, { id: idIn('nowhere') });
      expect(hidden.errors).toHaveLength(1);
      expect(withoutName(hidden, 'west')).toEqual(withoutName(missing, 'nowhere'));
    }
    expect(await setup.operations()).toEqual([]);
  }
});

test('look-ups, lists and relations of a target that is not theirs are as of one that is not there', async () => {
  const { caseId } = await aRowOf('securityCases', 'west');
  const { accountId } = await aRowOf('macieMembers', 'west');
  const { jobId } = await aRowOf('classificationJobs', 'west');
  const own = (await aRowOf('macieMembers', 'home')).id;
  await ask('homely', 'query ($id: ID!) { node(id: $id) { id } }', { id: own });
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
    const hidden = await ask('homely', query('west'));
    expect(hidden.errors).toHaveLength(1);
    expect(withoutName(hidden, 'west')).toEqual(
      withoutName(await ask('homely', query('nowhere')), 'nowhere'),
    );
  }
  expect(await setup.operations()).toEqual([]);
  const relation = (target: string) =>
    `query ($id: ID!) { node(id: $id) { ... on MacieMember { securityCases(target: "${target}") { nodes { id } } } } }`;
  const hidden = await ask('homely', relation('west'), { id: own });
  expect(hidden.errors).toHaveLength(1);
  expect(withoutName(hidden, 'west')).toEqual(
    withoutName(await ask('homely', relation('nowhere'), { id: own }), 'nowhere'),
  );
  expect(await setup.operations()).toEqual(['GetMember', 'GetMember']);
});

test('changes of what is not theirs are refused as of a target that is not there, and nothing is sent', async () => {
  const { jobId } = await aRowOf('classificationJobs', 'west');
  const idIn = (target: string) =>
    encodeId({ kind: 'ClassificationJob', target, jobId: String(jobId) } satisfies ResourceRef);
  const mutations = [
    `mutation ($id: ID!) { cancelClassificationJob(input: { id: $id }) { change { outcome } userErrors { code message path } } }`,
    `mutation ($id: ID!) { tagResource(input: { id: $id, tags: [{ key: "a", value: "b" }] }) { outcome userErrors { code message path } } }`,
    `mutation ($id: ID!) { changeStatuses(input: { items: [{ id: $id, action: CANCEL }] }) { results { change { outcome } userErrors { code message path } } } }`,
  ];
  await setup.forgetCalls();
  for (const mutation of mutations) {
    const hidden = await ask('homely', mutation, { id: idIn('west') });
    const missing = await ask('homely', mutation, { id: idIn('nowhere') });
    expect(hidden.errors).toBeUndefined();
    expect(JSON.stringify(hidden)).toContain('INVALID_INPUT');
    expect(withoutName(hidden, 'west')).toEqual(withoutName(missing, 'nowhere'));
  }
  const creation = (target: string) =>
    `mutation { createMacieMember(input: { accountId: "777788889999", email: "a@example.com", target: "${target}" }) { outcome userErrors { code message path } } }`;
  expect(withoutName(await ask('homely', creation('west')), 'west')).toEqual(
    withoutName(await ask('homely', creation('nowhere')), 'nowhere'),
  );
  expect(await setup.operations()).toEqual([]);
});

test('a cursor of somebody who sees more does not lead there', async () => {
  const page =
    'query ($after: String) { securityCases(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }';
  const { data } = await ask('all', page);
  const { endCursor } = (data?.securityCases as { pageInfo: { endCursor: string } }).pageInfo;
  await setup.forgetCalls();
  const { errors } = await ask('homely', page, { after: endCursor });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  expect(await setup.operations()).toEqual([]);
});

test('the audit trail shows what was asked for in their targets', async () => {
  const change =
    'mutation ($id: ID!) { cancelClassificationJob(input: { id: $id, dryRun: true }) { change { outcome } } }';
  for (const target of ['home', 'west']) {
    await ask('all', change, { id: (await aRowOf('classificationJobs', target)).id });
  }
  const trail = '{ auditTrail(first: 100) { nodes { target actor } } }';
  const targetsIn = ({ data }: Awaited<ReturnType<typeof ask>>) =>
    new Set((data?.auditTrail as { nodes: Row[] }).nodes.map(({ target }) => target));
  expect(targetsIn(await ask('all', trail))).toContain('west');
  expect([...targetsIn(await ask('homely', trail))]).toEqual(['home']);
});
