// Every field by every scope, asked of a gateway: who lacks a scope is refused where it is first needed, nobody else is, and nothing is asked of AWS for it.
import { SCOPES, type Scope } from '../../../src/domain/principal';
import { askAs } from '../../support/identity';
import { HOME, useSeveralTargets } from '../../support/several-targets';
import { identityOf, tokenOf, type Grants } from '../../support/principals';
import { CHANGES } from './changes';
import { typeQueries, type Step } from './queries';
import { permits, RELATIONS } from './rules';

/** Each scope alone, none, all, and the pairs that relations between services take. */
const GRANTS: readonly (readonly Scope[])[] = [
  [],
  ...SCOPES.map((scope) => [scope]),
  ['macie:read', 'security-ir:read'],
  ['macie:read', 'audit:read'],
  ['workmail:read', 'audit:read'],
  ['security-ir:read', 'audit:read'],
  SCOPES,
];

const nameOf = (scopes: readonly Scope[]) => scopes.join('-').replaceAll(':', '-') || 'nothing';

const grants: Grants = Object.fromEntries(
  GRANTS.map((scopes) => [nameOf(scopes), { scopes: new Set(scopes), targets: 'ALL' as const }]),
);

const setup = useSeveralTargets(
  { jobs: 6, members: 6, exportJobs: 6, cases: 6 },
  { targets: [HOME], identity: identityOf(grants) },
);

const ask = (scopes: readonly Scope[], document: string, variables?: unknown) =>
  askAs(tokenOf(nameOf(scopes)), setup.gateway.url, document, variables);

/** The first step on a way that a grant does not allow. */
function refusedAt(way: readonly Step[], scopes: readonly Scope[]): string | undefined {
  const index = way.findIndex(({ place }) => !permits(scopes, RELATIONS[place] ?? []));
  return index < 0
    ? undefined
    : way
        .slice(0, index + 1)
        .map(({ name }) => name)
        .join('.');
}

const queries = typeQueries();

test('the queries lead to all types but the payloads of mutations', () => {
  expect(queries.length).toBeGreaterThan(40);
  expect(queries.flatMap(({ ways }) => ways).length).toBeGreaterThanOrEqual(300);
});

describe.each(GRANTS.map((scopes) => [nameOf(scopes), scopes] as const))('%s', (_name, scopes) => {
  test('queries', async () => {
    for (const { type, document, ways } of queries) {
      await setup.forgetCalls();
      const { data, errors = [] } = await ask(scopes, document);
      const wanted = [
        ...new Set(ways.map((way) => refusedAt(way, scopes)).filter((path) => path !== undefined)),
      ];
      const forbidden = errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN');
      const paths = forbidden.map(({ path = [] }) => path.filter((key) => typeof key === 'string').join('.'));
      const shut = wanted.some((path) => !path.includes('.'));
      const behind = shut ? [Object.values(data ?? {}), await setup.operations()] : 'open';
      expect({ type, paths: [...new Set(paths)].sort(), behind }).toEqual({
        type,
        paths: wanted.sort(),
        behind: shut ? [[null], []] : 'open',
      });
    }
  });

  test('mutations', async () => {
    for (const { mutation, document, input, takes } of CHANGES) {
      await setup.forgetCalls();
      const answer = await ask(scopes, document, { input });
      const allowed = permits(scopes, [takes]);
      const sent = allowed ? 'any' : await setup.operations();
      const onRecord = allowed ? 'any' : await latestOnRecord();
      const record = {
        actor: `token:${nameOf(scopes)}`,
        mutation,
        outcome: 'REFUSED',
        errorCodes: ['FORBIDDEN'],
      };
      expect({ mutation, refusals: refusalsIn(answer, mutation, takes), sent, onRecord }).toEqual({
        mutation,
        refusals: allowed ? 0 : 1,
        sent: allowed ? 'any' : [],
        onRecord: allowed ? 'any' : record,
      });
    }
  });
});

const KINDS: readonly (readonly [list: string, scope: Scope])[] = [
  ['classificationJobs', 'macie:read'],
  ['macieMembers', 'macie:read'],
  ['mailboxExportJobs', 'workmail:read'],
  ['securityCases', 'security-ir:read'],
];

test.each(KINDS)('by their ids %s are found with the scope %s', async (list, takes) => {
  const { data } = await ask(SCOPES, `{ ${list}(first: 1) { nodes { id } } }`);
  const [row] = (data?.[list] as { nodes: { id: string }[] }).nodes;
  const query = 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id, $id]) { id } }';
  for (const scopes of GRANTS) {
    await setup.forgetCalls();
    const answer = await ask(scopes, query, { id: row?.id });
    const codes = new Set((answer.errors ?? []).map(({ extensions }) => extensions.code));
    const allowed = permits(scopes, [takes]);
    expect({
      scopes,
      data: answer.data,
      codes: [...codes],
      asked: (await setup.operations()).length,
    }).toEqual({
      scopes,
      data: allowed ? { node: row, nodes: [row, row] } : { node: null, nodes: [null, null] },
      codes: allowed ? [] : ['FORBIDDEN'],
      asked: allowed ? 1 : 0,
    });
  }
});

test('what is going to be refused is not fetched ahead', async () => {
  const query = '{ securityCases(first: 3) { nodes { title impactedMembers { nodes { accountId } } } } }';
  await setup.forgetCalls();
  const { errors = [] } = await ask(['security-ir:read'], query);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  expect(await setup.callCounts()).toEqual({ ListCases: 1 });
});

/** Of the whole mutation, or of an item of many. */
function refusalsIn(
  { data, errors = [] }: Awaited<ReturnType<typeof ask>>,
  mutation: string,
  takes: Scope,
): number {
  const payload = data?.[mutation] as {
    readonly results?: readonly {
      readonly change: unknown;
      readonly userErrors: readonly { readonly code: string; readonly message: string }[];
    }[];
  } | null;
  const items = (payload?.results ?? []).filter(
    ({ change, userErrors }) =>
      change === null &&
      userErrors.some(({ code, message }) => code === 'NOT_SENT' && message.includes(takes)),
  );
  return errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN').length + items.length;
}

async function latestOnRecord(): Promise<unknown> {
  const { data } = await ask(
    SCOPES,
    '{ auditTrail(first: 1) { nodes { actor mutation outcome errorCodes } } }',
  );
  return (data?.auditTrail as { nodes: unknown[] }).nodes[0];
}
