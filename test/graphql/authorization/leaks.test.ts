// Thousands of mixed reads by principals with different scopes and targets, with a read cache and single-flight.
// Each response equals the response that the principal gets from a gateway without other callers.
import fc from 'fast-check';
import '../../support/fc-settings';
import type { Scope } from '../../../src/domain/principal';
import type { GraphqlAnswer } from '../../support/gateway';
import { SEVERAL_TARGETS, useSeveralTargets } from '../../support/several-targets';
import { askAs } from '../../support/identity';
import { startTestGateway } from '../../support/gateway';
import { identityOf, tokenOf } from '../../support/principals';

/** The whole check has 10,000 reads (LEAK_READS=10000). */
const READS = Number(process.env.LEAK_READS ?? 2_500);
const CONCURRENCY = 32;

const scopes = (...names: Scope[]): ReadonlySet<Scope> => new Set(names);

const GRANTS = {
  ann: { scopes: scopes('macie:read', 'security-ir:read'), targets: new Set(['home', 'partner']) },
  bob: {
    scopes: scopes('security-ir:read', 'workmail:read', 'audit:read'),
    targets: new Set(['partner', 'west']),
  },
} as const;
type Name = keyof typeof GRANTS;
const NAMES = ['ann', 'bob'] as const;

const cachedOperations = [
  'ListClassificationJobs',
  'DescribeClassificationJob',
  'ListMembers',
  'GetMember',
  'ListCases',
  'GetCase',
];
const configuration = {
  targets: SEVERAL_TARGETS,
  identity: identityOf({
    ...GRANTS,
    admin: { scopes: scopes('macie:read', 'workmail:read', 'security-ir:read'), targets: 'ALL' },
  }),
  readCacheSeconds: new Map(cachedOperations.map((operation) => [operation, 60])),
};

const setup = useSeveralTargets({ jobs: 12, members: 12, exportJobs: 8, cases: 12 }, configuration);

interface Row {
  readonly id: string;
  readonly target: { readonly name: string };
  readonly [key: string]: unknown;
}

type Response = GraphqlAnswer<Record<string, unknown>>;

const KEYS = {
  classificationJobs: 'name jobId',
  macieMembers: 'email accountId',
  mailboxExportJobs: 'description jobId organizationId',
  securityCases: 'title caseId',
} as const;

const STATISTICS = ['classificationJobs', 'macieMembers', 'mailboxExportJobs', 'securityCases']
  .map(
    (kind) =>
      `${kind} { total byStatus { status count } byTarget { target { name } count } completeness { sources { target { name } status } } }`,
  )
  .join(' ');

/** Reads of every row along every kind of path, whoever may see it. */
function readsOf(rows: readonly Row[]): readonly string[] {
  const targets = SEVERAL_TARGETS.map(({ name }) => name);
  const lists = Object.entries(KEYS).flatMap(([list, keys]) => [
    `{ ${list}(first: 5) { nodes { id ${keys} } completeness { complete sources { target { name } status } } } }`,
    ...targets.map(
      (target) => `{ ${list}(first: 3, targets: ["${target}"]) { edges { node { id ${keys} } } } }`,
    ),
  ]);
  const relations = [
    '{ securityCases(first: 4) { nodes { id impactedAccounts impactedMembers { nodes { accountId member { email } } } } } }',
    '{ macieMembers(first: 2) { nodes { id securityCases(first: 2) { nodes { title } } } } }',
    '{ mailboxExportJobs(first: 3) { nodes { id owner { email } organization { alias } } } }',
    ...targets.map((target) => `{ statistics(targets: ["${target}"]) { ${STATISTICS} } }`),
    `{ statistics { ${STATISTICS} } }`,
    '{ auditTrail(first: 3) { nodes { mutation } } targets { name } }',
    '{ attention(first: 200) { nodes { id reason summary resource { id } } totalCount { value } unavailableReasons { reason code } } }',
    '{ attention(first: 5) { nodes { summary resource { ... on SecurityCase { title description } ... on MailboxExportJob { description } } } completeness { complete sources { target { name } kind status } } } }',
    ...targets.map(
      (target) => `{ attention(first: 9, filter: { targets: ["${target}"] }) { nodes { summary } } }`,
    ),
  ];
  const ids = rows.map(
    ({ id }) =>
      `{ node(id: "${id}") { id __typename ... on SecurityCase { title description } ... on ClassificationJob { name description } ... on MacieMember { email } } }`,
  );
  const several = rows.map(
    ({ id }, index) =>
      `{ nodes(ids: ["${id}", "${rows[(index * 7) % rows.length]?.id ?? ''}"]) { id __typename } }`,
  );
  const searches = ['example', 'data', 'exports', 'in ', '1000'].map(
    (text) =>
      `{ search(text: "${text}", first: 100) { nodes { matchedField matchedText resource { id } } totalCount { value } completeness { sources { target { name } kind } } } }`,
  );
  const lookUps = rows.map(({ id, jobId, accountId, caseId }, index) => {
    const text = String([id, jobId ?? accountId ?? caseId][index % 2]);
    return `{ search(text: "${text}") { nodes { resource { id __typename } } completeness { sources { target { name } kind } } } }`;
  });
  const accounts = rows.flatMap(({ accountId }) =>
    typeof accountId !== 'string'
      ? []
      : [
          `{ account(accountId: "${accountId}") { targets { name } memberships { nodes { id email } } } }`,
          `{ account(accountId: "${accountId}") { classificationJobs { nodes { id name } } securityCases(first: 2) { nodes { id title } } } }`,
        ],
  );
  return [...lists, ...relations, ...ids, ...several, ...searches, ...lookUps, ...accounts];
}

/** Compares whole values, because the name of one row may be the prefix of another. */
const contains = (response: string, secret: string) =>
  response.includes(`"${secret}"`) || response.includes(`\\"${secret}\\"`);

/** The response as text with sorted errors, because their order is not defined. */
function normalize({ data, errors = [] }: Response): string {
  const sortable = errors.map(({ message, path, extensions }) =>
    JSON.stringify([path, message, extensions.code]),
  );
  return JSON.stringify([data, sortable.sort()]);
}

async function everyRow(): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const [list, keys] of Object.entries(KEYS)) {
    const { data } = await askAs(
      tokenOf('admin'),
      setup.gateway.url,
      `{ ${list}(first: 100) { nodes { id target { name } ${keys} } } }`,
    );
    found.push(...(data?.[list] as { nodes: Row[] }).nodes);
  }
  return found;
}

const SCOPE_OF: Readonly<Record<string, Scope>> = {
  name: 'macie:read',
  email: 'macie:read',
  description: 'workmail:read',
  title: 'security-ir:read',
};

/** Texts of the rows that a principal may not see: their ids and their values. */
function secretsFrom(name: Name, rows: readonly Row[]): readonly string[] {
  const { scopes: granted, targets } = GRANTS[name];
  const visible = (row: Row) =>
    targets.has(row.target.name) &&
    Object.entries(SCOPE_OF).some(([key, scope]) => key in row && granted.has(scope));
  const texts = ['id', 'jobId', 'caseId', 'organizationId', 'name', 'email', 'description', 'title'];
  const textsOf = (row: Row) =>
    texts
      .map((key) => row[key])
      .filter((text): text is string => typeof text === 'string' && text.length > 8);
  const open = new Set(rows.filter(visible).flatMap(textsOf));
  return [...new Set(rows.filter((row) => !visible(row)).flatMap(textsOf))].filter((text) => !open.has(text));
}

/** The responses that a principal gets from a gateway without other callers and without a cache. */
async function responsesAlone(name: Name, reads: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { targets, identity } = configuration;
  const gateway = await startTestGateway(setup.emulator.url, { targets, identity });
  const responses = new Map<string, string>();
  for (const read of reads) responses.set(read, normalize(await askAs(tokenOf(name), gateway.url, read)));
  await gateway.close();
  return responses;
}

test(`${READS} reads by two principals: each gets only the data of its scopes and targets`, async () => {
  const rows = await everyRow();
  const reads = readsOf(rows);
  const alone = { ann: await responsesAlone('ann', reads), bob: await responsesAlone('bob', reads) };
  const secrets = { ann: secretsFrom('ann', rows), bob: secretsFrom('bob', rows) };
  expect(Math.min(secrets.ann.length, secrets.bob.length)).toBeGreaterThan(20);
  const differing = reads.filter((read) => alone.ann.get(read) !== alone.bob.get(read));
  expect(differing.length).toBeGreaterThan(reads.length / 2);
  await setup.forgetCalls();

  const draw = fc.record({ name: fc.constantFrom(...NAMES), index: fc.nat(reads.length - 1) });
  const plan = fc.sample(draw, READS).values();
  const leaks: string[] = [];
  let completed = 0;
  const worker = async () => {
    for (const { name, index } of plan) {
      const read = reads[index] ?? '';
      const response = normalize(await askAs(tokenOf(name), setup.gateway.url, read));
      const unrequested = secrets[name].filter((secret) => !read.includes(secret));
      if (response !== alone[name].get(read))
        leaks.push(`${name} received a different response to ${read}: ${response}`);
      if (unrequested.some((secret) => contains(response, secret)))
        leaks.push(`${name} received a secret in the response to ${read}: ${response}`);
      completed += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  expect(leaks.slice(0, 3)).toEqual([]);
  expect(completed).toBe(READS);
  // Fewer calls than reads: the gateway shared calls and cached responses, as this test needs.
  expect((await setup.operations()).length).toBeLessThan(READS);
}, 600_000);
