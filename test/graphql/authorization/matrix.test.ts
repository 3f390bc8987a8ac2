// Every field with every scope, requested from a gateway. It rejects a principal without the scope at the first field that requires it,
// without a call to AWS, and rejects no other principal.
import { encodeId } from '../../../src/domain/ids';
import { SCOPES, type Scope } from '../../../src/domain/principal';
import { askAs } from '../../support/identity';
import { useHistory } from '../../support/history';
import { HOME, useSeveralTargets } from '../../support/several-targets';
import { identityOf, tokenOf, type Grants } from '../../support/principals';
import { CHANGES } from './changes';
import { typeQueries, type Step } from './queries';
import { ONE_OF, permits, permitsOneOf, RELATIONS } from './rules';

/** Each scope alone, no scope, all scopes, and the pairs that relations between services require. */
const GRANTS: readonly (readonly Scope[])[] = [
  [],
  ...SCOPES.map((scope) => [scope]),
  ['macie:read', 'security-ir:read'],
  ['macie:read', 'audit:read'],
  ['workmail:read', 'audit:read'],
  ['security-ir:read', 'audit:read'],
  SCOPES,
];

const nameOf = (scopes: readonly Scope[]) => scopes.join('-').replaceAll(':', '-') || 'none';

const grants: Grants = Object.fromEntries(
  GRANTS.map((scopes) => [nameOf(scopes), { scopes: new Set(scopes), targets: 'ALL' as const }]),
);

/** Callers with the read scope of any service see an event. */
const history = useHistory((file) =>
  file.append(
    { kind: 'ClassificationJob', target: HOME.name },
    { kind: 'MailboxExportJob', target: HOME.name },
    { kind: 'SecurityCase', target: HOME.name },
  ),
);

const setup = useSeveralTargets(
  { jobs: 6, members: 6, exportJobs: 6, cases: 6 },
  { targets: [HOME], identity: identityOf(grants), ...history },
);

const send = (scopes: readonly Scope[], document: string, variables?: unknown) =>
  askAs(tokenOf(nameOf(scopes)), setup.gateway.url, document, variables);

/** The path to the first field that the scopes do not allow. */
function rejectedAt(fieldPath: readonly Step[], scopes: readonly Scope[]): string | undefined {
  const index = fieldPath.findIndex(
    ({ coordinate }) =>
      !permits(scopes, RELATIONS[coordinate] ?? []) || !permitsOneOf(scopes, ONE_OF[coordinate]),
  );
  return index < 0
    ? undefined
    : fieldPath
        .slice(0, index + 1)
        .map(({ name }) => name)
        .join('.');
}

const queries = typeQueries();

test('the queries reach all types except the payloads of mutations', () => {
  expect(queries.length).toBeGreaterThan(40);
  expect(queries.flatMap(({ fieldPaths }) => fieldPaths).length).toBeGreaterThanOrEqual(300);
});

describe.each(GRANTS.map((scopes) => [nameOf(scopes), scopes] as const))(
  'a principal with the scopes %s',
  (_name, scopes) => {
    test('reads exactly the fields that its scopes allow', async () => {
      for (const { type, document, fieldPaths } of queries) {
        await setup.forgetCalls();
        const { data, errors = [] } = await send(scopes, document);
        const wanted = [
          ...new Set(
            fieldPaths.map((fieldPath) => rejectedAt(fieldPath, scopes)).filter((path) => path !== undefined),
          ),
        ];
        const forbidden = errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN');
        const paths = forbidden.map(({ path = [] }) =>
          path.filter((key) => typeof key === 'string').join('.'),
        );
        const isRootRejected = wanted.some((path) => !path.includes('.'));
        const rootResult = isRootRejected ? [Object.values(data ?? {}), await setup.operations()] : 'open';
        expect({ type, paths: [...new Set(paths)].sort(), rootResult }).toEqual({
          type,
          paths: wanted.sort(),
          rootResult: isRootRejected ? [[null], []] : 'open',
        });
      }
    });

    test('sends exactly the mutations that its scopes allow, and every rejection is audited', async () => {
      for (const { mutation, document, input, requires } of CHANGES) {
        await setup.forgetCalls();
        const response = await send(scopes, document, { input });
        const allowed = permits(scopes, [requires]);
        const sent = allowed ? 'any' : await setup.operations();
        const auditEntry = allowed ? 'any' : await latestAuditEntry();
        const expectedEntry = {
          actor: `token:${nameOf(scopes)}`,
          mutation,
          outcome: 'REFUSED',
          errorCodes: ['FORBIDDEN'],
        };
        expect({
          mutation,
          rejections: rejectionsIn(response, mutation, requires),
          sent,
          auditEntry,
        }).toEqual({
          mutation,
          rejections: allowed ? 0 : 1,
          sent: allowed ? 'any' : [],
          auditEntry: allowed ? 'any' : expectedEntry,
        });
      }
    });
  },
);

const KINDS: readonly (readonly [list: string, scope: Scope])[] = [
  ['classificationJobs', 'macie:read'],
  ['macieMembers', 'macie:read'],
  ['mailboxExportJobs', 'workmail:read'],
  ['securityCases', 'security-ir:read'],
];

test.each(KINDS)('node and nodes find %s only with the scope %s', async (list, requires) => {
  const { data } = await send(SCOPES, `{ ${list}(first: 1) { nodes { id } } }`);
  const [row] = (data?.[list] as { nodes: { id: string }[] }).nodes;
  const query = 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id, $id]) { id } }';
  for (const scopes of GRANTS) {
    await setup.forgetCalls();
    const response = await send(scopes, query, { id: row?.id });
    const codes = new Set((response.errors ?? []).map(({ extensions }) => extensions.code));
    const allowed = permits(scopes, [requires]);
    expect({
      scopes,
      data: response.data,
      codes: [...codes],
      calls: (await setup.operations()).length,
    }).toEqual({
      scopes,
      data: allowed ? { node: row, nodes: [row, row] } : { node: null, nodes: [null, null] },
      codes: allowed ? [] : ['FORBIDDEN'],
      calls: allowed ? 1 : 0,
    });
  }
});

/** The objects that node finds and that are no resources, with their scope and the number of AWS calls to find one. */
const OBJECTS: readonly (readonly [
  name: string,
  path: string,
  requires: Scope | undefined,
  calls: number,
])[] = [
  ['AuditEntry', '{ found: auditTrail(first: 1) { nodes { id } } }', 'audit:read', 0],
  [
    'WorkMailOrganization',
    '{ found: mailboxExportJobs(first: 1) { nodes { organization { id } } } }',
    'workmail:read',
    1,
  ],
  ['WorkMailUser', '{ found: mailboxExportJobs(first: 20) { nodes { owner { id } } } }', 'workmail:read', 1],
  [
    'SecurityCaseAttachment',
    '{ found: securityCases(first: 20) { nodes { attachments { id } } } }',
    'security-ir:read',
    1,
  ],
  ['Target', '{ found: targets { id } }', undefined, 0],
];

test.each(OBJECTS)('node and nodes find a %s only with its scope', async (name, path, requires, calls) => {
  const { data: listed } = await send(SCOPES, path);
  const id = /"id":"([\w-]+)"/.exec(JSON.stringify(listed?.found))?.[1];
  const query = 'query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id, $id]) { id } }';
  const found = { node: { __typename: name, id }, nodes: [{ id }, { id }] };
  for (const scopes of GRANTS) {
    await setup.forgetCalls();
    const { data, errors = [] } = await send(scopes, query, { id });
    const allowed = requires === undefined || permits(scopes, [requires]);
    expect({
      scopes,
      data,
      codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
      calls: (await setup.operations()).length,
    }).toEqual({
      scopes,
      data: allowed ? found : { node: null, nodes: [null, null] },
      codes: allowed ? [] : ['FORBIDDEN'],
      calls: allowed ? calls : 0,
    });
  }
});

test('a caller without audit:read cannot learn which audit entries exist', async () => {
  const id = encodeId({ kind: 'AuditEntry', changeId: '00000000-0000-4000-8000-000000000000' });
  const query = 'query ($id: ID!) { node(id: $id) { id } }';
  expect((await send(SCOPES, query, { id })).errors).toBeUndefined();
  const { errors = [] } = await send(['macie:read'], query, { id });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test.each(KINDS)(
  'the fields of Resource need for %s the scopes that the fields of the type need',
  async (list, requires) => {
    const { data: listed } = await send(SCOPES, `{ ${list}(first: 1) { nodes { id } } }`);
    const [row] = (listed?.[list] as { nodes: { id: string }[] }).nodes;
    const fields =
      'awsStatus statusLabel isTerminal availableTransitions { action } consoleUrl arn target { name } auditTrail { nodes { id } }';
    const query = `query ($id: ID!) { node(id: $id) { ... on Resource { ${fields} } } }`;
    for (const scopes of GRANTS) {
      const { data, errors = [] } = await send(scopes, query, { id: row?.id });
      const paths = errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
      const allowed = permits(scopes, [requires]);
      const mayAudit = permits(scopes, ['audit:read']);
      expect({ scopes, isNull: data?.node === null, paths }).toEqual({
        scopes,
        isNull: !allowed,
        paths: !allowed ? [['node', 'FORBIDDEN']] : mayAudit ? [] : [['node.auditTrail', 'FORBIDDEN']],
      });
    }
  },
);

test('viewer returns the name, the sorted scopes and the targets of every caller without an AWS call', async () => {
  await setup.forgetCalls();
  for (const scopes of GRANTS) {
    const { data, errors } = await send(scopes, '{ viewer { name scopes targets { name } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      viewer: { name: `token:${nameOf(scopes)}`, scopes: [...scopes].sort(), targets: [{ name: 'home' }] },
    });
  }
  expect(await setup.operations()).toEqual([]);
});

test('the gateway makes no detail calls for fields that it will reject', async () => {
  const query = '{ securityCases(first: 3) { nodes { title impactedMembers { nodes { accountId } } } } }';
  await setup.forgetCalls();
  const { errors = [] } = await send(['security-ir:read'], query);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  expect(await setup.callCounts()).toEqual({ ListCases: 1 });
});

/** The number of rejections, of the whole mutation or of its items. */
function rejectionsIn(
  { data, errors = [] }: Awaited<ReturnType<typeof send>>,
  mutation: string,
  requires: Scope,
): number {
  const payload = data?.[mutation] as {
    readonly results?: readonly {
      readonly outcome: string;
      readonly userErrors: readonly { readonly code: string; readonly message: string }[];
    }[];
  } | null;
  const items = (payload?.results ?? []).filter(
    ({ outcome, userErrors }) =>
      outcome === 'REFUSED' &&
      userErrors.some(({ code, message }) => code === 'NOT_SENT' && message.includes(requires)),
  );
  return errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN').length + items.length;
}

async function latestAuditEntry(): Promise<unknown> {
  const { data } = await send(
    SCOPES,
    '{ auditTrail(first: 1) { nodes { actor mutation outcome errorCodes } } }',
  );
  return (data?.auditTrail as { nodes: unknown[] }).nodes[0];
}
