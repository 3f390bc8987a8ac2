// Every input that names a target or a resource: a target that the caller may not access gets the response for a target
// that does not exist, whatever services the target has, and without an AWS call.
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { createSchema } from '../../../src/app/graphql-schema';
import { encodeId } from '../../../src/domain/ids';
import { SCOPES, type Scope } from '../../../src/domain/principal';
import type { ResourceRef } from '../../../src/domain/resources';
import { testConfig } from '../../support/gateway';
import { askAs } from '../../support/identity';
import { identityOf, tokenOf } from '../../support/principals';
import { HOME, PARTNER, useSeveralTargets, WEST } from '../../support/several-targets';
import { CHANGES } from './changes';
import { targetInputs, type TargetInput } from './target-inputs';

const GRANTS = {
  all: { scopes: new Set(SCOPES), targets: 'ALL' },
  homeOnly: { scopes: new Set(SCOPES), targets: new Set([HOME.name]) },
  mailOnly: { scopes: new Set<Scope>(['workmail:read']), targets: new Set([HOME.name]) },
} as const;

/** The targets that the callers may not access: one with all services, and two that lack some. */
const HIDDEN = [
  WEST,
  { ...PARTNER, name: 'mail', services: ['workmail'] },
  { ...PARTNER, name: 'cases', services: ['macie2', 'security-ir'] },
] as const;

const setup = useSeveralTargets(
  {},
  {
    targets: [HOME, ...HIDDEN],
    identity: identityOf(GRANTS),
    history: { ...testConfig().history, mode: 'listening' },
    queryLimits: { ...testConfig().queryLimits, maxComplexity: 1_000_000_000 },
  },
);

const schema = createSchema();
const INPUTS = targetInputs(schema);
const titleOf = ({ parent, field, path }: TargetInput) => `${parent.name}.${field.name}(${path.join('.')})`;

/** The keys of one resource of each kind. They exist in WEST. */
const keys: Record<string, Record<string, string>> = {};
const LISTS = {
  ClassificationJob: ['classificationJobs', 'jobId'],
  MacieMember: ['macieMembers', 'accountId'],
  MailboxExportJob: ['mailboxExportJobs', 'organizationId jobId'],
  SecurityCase: ['securityCases', 'caseId'],
} as const;
const KINDS = Object.keys(LISTS) as (keyof typeof LISTS)[];
const homeIds: Record<string, string> = {};

beforeAll(async () => {
  for (const kind of KINDS) {
    const [list, names] = LISTS[kind];
    const inTarget = async (target: string) => {
      const query = `{ ${list}(first: 1, targets: ["${target}"]) { nodes { id ${names} } } }`;
      const { data } = await askAs(tokenOf('all'), setup.gateway.url, query);
      const [row] = (data?.[list] as { nodes: Record<string, string>[] }).nodes;
      if (row === undefined) throw new Error(`${target} has no ${list}.`);
      return row;
    };
    const row = await inTarget(WEST.name);
    keys[kind] = Object.fromEntries(names.split(' ').map((name) => [name, row[name] ?? '']));
    homeIds[kind] = (await inTarget(HOME.name)).id ?? '';
  }
  // An entry of the audit trail in a hidden target.
  const cancel =
    'mutation ($id: ID!) { cancelClassificationJob(input: { id: $id, dryRun: true }) { __typename } }';
  await askAs(tokenOf('all'), setup.gateway.url, cancel, { id: idIn(WEST.name, 'ClassificationJob') });
});

const idIn = (target: string, kind: string) => encodeId({ kind, target, ...keys[kind] } as ResourceRef);

/** All fields without required arguments, to a depth. */
function selectionOf(typeName: string, depth: number): string {
  const type = schema.getType(typeName);
  if (isUnionType(type)) return '{ __typename }';
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    if (field.args.some(isRequiredArgument)) return [];
    if (isLeafType(of)) return [field.name];
    return depth === 0 ? [] : [`${field.name} ${selectionOf(of.name, depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

interface GraphqlRequest {
  /** The URL below that of queries. */
  readonly path: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

const documentOf = ({ parent, field }: TargetInput, names: readonly string[]) => {
  const types = new Map(field.args.map(({ name, type }) => [name, String(type)]));
  const variables = names.map((name) => `$${name}: ${types.get(name) ?? ''}`);
  const call = `${field.name}(${names.map((name) => `${name}: $${name}`).join(', ')})`;
  const selection = selectionOf(getNamedType(field.type).name, parent.name === 'Mutation' ? 2 : 1);
  if (parent.name in ROOTS)
    return `${parent.name.toLowerCase()} (${variables.join(', ')}) { ${call} ${selection} }`;
  const node = `node(id: $node) { ... on ${parent.name} { ${call} ${selection} } }`;
  return `query ($node: ID!, ${variables.join(', ')}) { ${node} }`;
};

/** The paths of the operations of a root type. */
const ROOTS: Readonly<Record<string, string>> = { Query: '', Mutation: '', Subscription: '/stream' };

/** A copy of `value` with another value at the path; the first item of a list. */
function withValueAt(value: unknown, [name, ...below]: readonly string[], replacement: unknown): unknown {
  if (name === undefined) return replacement;
  if (Array.isArray(value)) return [withValueAt(value[0], [name, ...below], replacement)];
  const members = (value ?? {}) as Record<string, unknown>;
  return { ...members, [name]: withValueAt(members[name], below, replacement) };
}

/** Values of required arguments that are no keys of a resource. */
const SAMPLES: Readonly<Record<string, string>> = { text: 'a text' };

/** The arguments that a field needs beside the tested one. */
function samplesOf({ parent, field }: TargetInput): readonly Record<string, unknown>[] {
  const changes = CHANGES.filter(({ mutation }) => mutation === field.name);
  if (parent.name === 'Mutation') return changes.map(({ input }) => ({ input }));
  const ofKind = getNamedType(field.type).name;
  const required = field.args.filter(isRequiredArgument).map(({ name }) => name);
  return [
    Object.fromEntries(
      required.flatMap((name) =>
        Object.entries({ ...SAMPLES, ...keys[ofKind] }).filter(([key]) => key === name),
      ),
    ),
  ];
}

/** The requests that name the target, one for each kind of resource when the input names a resource. */
function requestsOf(input: TargetInput, target: string): GraphqlRequest[] {
  const isList = /(s|\])$/.test(input.path.at(-1) ?? '') && input.path.length === 1;
  const values = input.names === 'target' ? [target] : KINDS.map((kind) => idIn(target, kind));
  return samplesOf(input).flatMap((sample) =>
    values.map((value) => {
      const variables = withValueAt(sample, input.path, isList ? [value] : value) as Record<string, unknown>;
      const node = homeIds[input.parent.name];
      return {
        path: ROOTS[input.parent.name] ?? '',
        document: documentOf(input, Object.keys(variables)),
        variables: node === undefined ? variables : { ...variables, node },
      };
    }),
  );
}

/** The status and the body of a response, without durations, cursors, the name of the target and the ids that contain it. */
async function responseOf(caller: keyof typeof GRANTS, request: GraphqlRequest, target: string) {
  const response = await fetch(`${setup.gateway.url}${request.path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokenOf(caller)}`,
      'x-include-aws-usage': 'true',
      ...(request.path !== '' && { accept: 'text/event-stream' }),
    },
    body: JSON.stringify({ query: request.document, variables: request.variables }),
  });
  const ids = KINDS.map((kind) => idIn(target, kind));
  const body = (await response.text())
    .replaceAll(/"milliseconds":\d+/g, '"milliseconds":0')
    // Each cursor has its own random part.
    .replaceAll(/(?<="endCursor":")[\w-]+/g, (cursor) => `${cursor.length} characters`);
  const text = ids.reduce((part, id) => part.replaceAll(id, 'ID'), body);
  return `${response.status} ${text.replaceAll(`\\"${target}\\"`, '\\"X\\"')}`;
}

const MISSING = 'The target \\"X\\" does not exist';

/** The inputs that name no target to read or change: the response is an empty list. */
const EMPTY = ['Query.auditTrail(filter.resourceId)'];

/** The reads of the resource that has the field. */
const PARENT_READS: Readonly<Record<string, readonly string[]>> = {
  Query: [],
  Mutation: [],
  Subscription: [],
  ClassificationJob: ['DescribeClassificationJob'],
  MacieMember: ['GetMember'],
  SecurityCase: ['GetCase'],
};

test('the schema has inputs of both kinds, and each has a request', () => {
  expect(new Set(INPUTS.map(({ names }) => names))).toEqual(new Set(['target', 'resource']));
  expect(INPUTS.length).toBeGreaterThan(30);
  for (const input of INPUTS) expect([titleOf(input), samplesOf(input)]).not.toEqual([titleOf(input), []]);
});

test.each(INPUTS.map((input) => [titleOf(input), input] as const))('%s', async (title, input) => {
  const unknown = requestsOf(input, 'nowhere');
  const expected = [];
  for (const request of unknown) expected.push(await responseOf('homeOnly', request, 'nowhere'));
  const marker = EMPTY.includes(title) ? '"nodes":[]' : MISSING;
  expect(expected.some((response) => response.includes(marker))).toBe(true);
  await setup.forgetCalls();
  for (const { name } of HIDDEN) {
    for (const [index, request] of requestsOf(input, name).entries()) {
      expect(await responseOf('homeOnly', request, name)).toBe(expected[index]);
    }
  }
  const calls = new Set(await setup.operations());
  expect([...calls]).toEqual(PARENT_READS[input.parent.name]);
});

test.each(INPUTS.map((input) => [titleOf(input), input] as const))(
  '%s, for a caller without most scopes',
  async (_title, input) => {
    await setup.forgetCalls();
    for (const { name } of HIDDEN) {
      const unknown = requestsOf(input, 'nowhere');
      for (const [index, request] of requestsOf(input, name).entries()) {
        const missing = unknown[index];
        if (missing === undefined) throw new Error('Both targets have the same requests.');
        expect(await responseOf('mailOnly', request, name)).toBe(
          await responseOf('mailOnly', missing, 'nowhere'),
        );
      }
    }
    expect(await setup.operations()).toEqual([]);
  },
);

test('the rejected changes leave no entry that the caller can read', async () => {
  const query = '{ auditTrail(first: 200) { nodes { targetName resourceId } } }';
  expect((await askAs(tokenOf('homeOnly'), setup.gateway.url, query)).data).toEqual({
    auditTrail: { nodes: [] },
  });
});
