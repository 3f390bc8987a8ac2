// Thousands of reads by principals of different scopes and targets, all mixed, with a read cache and shared calls: each answer is what its asker alone would have got.
import fc from 'fast-check';
import '../../support/fc-seed';
import type { Scope } from '../../../src/domain/principal';
import type { GraphqlAnswer } from '../../support/gateway';
import { SEVERAL_TARGETS, useSeveralTargets } from '../../support/several-targets';
import { askAs } from '../../support/identity';
import { startTestGateway } from '../../support/gateway';
import { identityOf, tokenOf } from '../../support/principals';

const READS = 10_000;
const AT_ONCE = 32;

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

const kept = [
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
  readCacheSeconds: new Map(kept.map((operation) => [operation, 60])),
};

const setup = useSeveralTargets({ jobs: 12, members: 12, exportJobs: 8, cases: 12 }, configuration);

interface Row {
  readonly id: string;
  readonly target: string;
  readonly [key: string]: unknown;
}

type Answer = GraphqlAnswer<Record<string, unknown>>;

const KEYS = {
  classificationJobs: 'name jobId',
  macieMembers: 'email accountId',
  mailboxExportJobs: 'description jobId organizationId',
  securityCases: 'title caseId',
} as const;

/** Reads of every kind of way to every row that there is, whoever may see it. */
function readsOf(rows: readonly Row[]): readonly string[] {
  const targets = SEVERAL_TARGETS.map(({ name }) => name);
  const lists = Object.entries(KEYS).flatMap(([list, keys]) => [
    `{ ${list}(first: 5) { nodes { id ${keys} } completeness { complete sources { target state } } } }`,
    ...targets.map(
      (target) => `{ ${list}(first: 3, targets: ["${target}"]) { edges { node { id ${keys} } } } }`,
    ),
  ]);
  const relations = [
    '{ securityCases(first: 4) { nodes { id impactedAccounts impactedMembers { nodes { accountId member { email } } } } } }',
    '{ macieMembers(first: 2) { nodes { id securityCases(first: 2) { nodes { title } } } } }',
    '{ mailboxExportJobs(first: 3) { nodes { id owner { email } organization { alias } } } }',
    '{ auditTrail(first: 3) { nodes { mutation } } targets { name } }',
  ];
  const ids = rows.map(
    ({ id }) =>
      `{ node(id: "${id}") { id __typename ... on SecurityCase { title description } ... on ClassificationJob { name description } ... on MacieMember { email } } }`,
  );
  const several = rows.map(
    ({ id }, index) =>
      `{ nodes(ids: ["${id}", "${rows[(index * 7) % rows.length]?.id ?? ''}"]) { id __typename } }`,
  );
  return [...lists, ...relations, ...ids, ...several];
}

/** As a whole value: the name of one row may begin that of another. */
const holds = (answer: string, secret: string) =>
  answer.includes(`"${secret}"`) || answer.includes(`\\"${secret}\\"`);

/** Errors come in no order of their own. */
function inOrder({ data, errors = [] }: Answer): string {
  const told = errors.map(({ message, path, extensions }) =>
    JSON.stringify([path, message, extensions.code]),
  );
  return JSON.stringify([data, told.sort()]);
}

async function everyRow(): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const [list, keys] of Object.entries(KEYS)) {
    const { data } = await askAs(
      tokenOf('admin'),
      setup.gateway.url,
      `{ ${list}(first: 100) { nodes { id target ${keys} } } }`,
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

/** Texts of rows that somebody may not see: their ids, and what stands in them. */
function secretsFrom(name: Name, rows: readonly Row[]): readonly string[] {
  const { scopes: granted, targets } = GRANTS[name];
  const visible = (row: Row) =>
    targets.has(row.target) &&
    Object.entries(SCOPE_OF).some(([key, scope]) => key in row && granted.has(scope));
  const texts = ['id', 'jobId', 'caseId', 'organizationId', 'name', 'email', 'description', 'title'];
  const textsOf = (row: Row) =>
    texts
      .map((key) => row[key])
      .filter((text): text is string => typeof text === 'string' && text.length > 8);
  const open = new Set(rows.filter(visible).flatMap(textsOf));
  return [...new Set(rows.filter((row) => !visible(row)).flatMap(textsOf))].filter((text) => !open.has(text));
}

/** What somebody gets of a gateway that nobody else asks and that keeps nothing. */
async function answersAlone(name: Name, reads: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { targets, identity } = configuration;
  const gateway = await startTestGateway(setup.emulator.url, { targets, identity });
  const answers = new Map<string, string>();
  for (const read of reads) answers.set(read, inOrder(await askAs(tokenOf(name), gateway.url, read)));
  await gateway.close();
  return answers;
}

test(`${READS} reads by two principals: nobody gets what is not theirs`, async () => {
  const rows = await everyRow();
  const reads = readsOf(rows);
  const alone = { ann: await answersAlone('ann', reads), bob: await answersAlone('bob', reads) };
  const secrets = { ann: secretsFrom('ann', rows), bob: secretsFrom('bob', rows) };
  expect(Math.min(secrets.ann.length, secrets.bob.length)).toBeGreaterThan(20);
  const differing = reads.filter((read) => alone.ann.get(read) !== alone.bob.get(read));
  expect(differing.length).toBeGreaterThan(reads.length / 2);
  await setup.forgetCalls();

  const draw = fc.record({ name: fc.constantFrom(...NAMES), index: fc.nat(reads.length - 1) });
  const plan = fc.sample(draw, READS).values();
  const leaks: string[] = [];
  let told = 0;
  const ask = async () => {
    for (const { name, index } of plan) {
      const read = reads[index] ?? '';
      const answer = inOrder(await askAs(tokenOf(name), setup.gateway.url, read));
      const asked = secrets[name].filter((secret) => !read.includes(secret));
      if (answer !== alone[name].get(read)) leaks.push(`${name} got another answer to ${read}: ${answer}`);
      if (asked.some((secret) => holds(answer, secret)))
        leaks.push(`${name} got a secret of ${read}: ${answer}`);
      told += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  expect(leaks.slice(0, 3)).toEqual([]);
  expect(told).toBe(READS);
  // Calls were shared and answers kept, or nothing was shown.
  expect((await setup.operations()).length).toBeLessThan(READS);
}, 600_000);
