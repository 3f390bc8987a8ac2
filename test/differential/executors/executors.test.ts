// Compiled plans against graphql-js: data, errors, AWS calls and completeness of every query are equal.
import { Kind, OperationTypeNode, parse, validate, type DocumentNode } from 'graphql';
import { createExecutor } from '../../../src/graphql/execution/executor';
import type { Principal } from '../../../src/domain/principal';
import { Random } from '../../support/random';
import { collectQueries } from './collected-queries';
import { difference, run } from './compare';
import { randomQuery, randomVariables, type Samples } from './random-queries';
import { openWorlds, PRINCIPALS, type Worlds } from './worlds';

/** QUERY_RUNS=10000 runs the whole check. */
const { FC_SEED, QUERY_RUNS = '400' } = process.env;
const SEED = FC_SEED === undefined ? Date.now() % 1_000_000_000 : Number(FC_SEED);
const RUNS = Number(QUERY_RUNS);
const MINUTE = 60_000;

let worlds: Worlds;
let samples: Samples;

beforeAll(async () => {
  worlds = await openWorlds();
  samples = await samplesOf(worlds);
});
afterAll(() => worlds.close());

interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
}

/** The compared operations, so that a test can show that they are not empty. */
const seen = { withErrors: 0, withoutErrors: 0, withCalls: 0, rejected: 0 };

/** Running jobs of the emulator progress, also between two executions: a difference of executors repeats. */
const TRIES = 3;

/** Returns a difference between graphql-js, the interpreted plan and the plan with generated code. */
async function compare(operation: Operation): Promise<string | undefined> {
  let found: string | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    found = await compareOnce(operation);
    if (found === undefined) break;
  }
  return found;
}

async function compareOnce({ principal, ...request }: Operation): Promise<string | undefined> {
  const { schema } = worlds.gateway;
  const plans = [Infinity, 0].map((objectsBeforeCode) =>
    createExecutor(schema, 'compiled', { objectsBeforeCode }),
  );
  const runOnce = (execute: (typeof plans)[number]) => run(execute, request, worlds.createContext(principal));
  const expected = await runOnce(createExecutor(schema, 'graphql-js'));
  seen[expected.errors.length > 0 ? 'withErrors' : 'withoutErrors'] += 1;
  if (expected.calls.length > 0) seen.withCalls += 1;
  if (difference(expected.data, {}) === undefined) seen.rejected += 1;
  for (const plan of plans) {
    // The plan executes the second use.
    await plan({ ...request, variables: { ...request.variables }, context: worlds.createContext(principal) });
    const found = difference(expected, await runOnce(plan));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Mostly a caller with all scopes, whose queries reach AWS. */
const principalOf = (random: Random): Principal =>
  random.chance(0.6) ? PRINCIPALS[0] : random.pick(PRINCIPALS);

test(
  'queries of the tests, the documents and the explorer',
  async () => {
    const random = new Random(SEED);
    const problems: string[] = [];
    let compared = 0;
    for (const document of collectQueries(worlds.gateway.schema)) {
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.QUERY)
          continue;
        const operationName = definition.name?.value;
        const variables = randomVariables(worlds.gateway.schema, definition, random, samples);
        const found = await compare({
          document,
          operationName,
          variables,
          principal: principalOf(random),
        });
        compared += 1;
        if (found !== undefined)
          problems.push(`${operationName ?? ''} ${JSON.stringify(variables)}: ${found}`);
      }
    }
    expect(problems).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  },
  10 * MINUTE,
);

test(
  `${RUNS} random queries, FC_SEED=${SEED}`,
  async () => {
    const { schema } = worlds.gateway;
    let compared = 0;
    for (let index = 0; compared < RUNS; index += 1) {
      const random = new Random(SEED + index);
      const { query, variables } = randomQuery(schema, random, samples);
      const document = parse(query);
      if (validate(schema, document).length > 0) continue;
      const found = await compare({ document, variables, principal: principalOf(random) });
      compared += 1;
      if (found !== undefined) {
        throw new Error(`FC_SEED=${SEED + index} ${found}\n${query}\n${JSON.stringify(variables)}`);
      }
    }
    // A tenth at least has errors, none, and AWS calls; some variables are invalid.
    for (const count of [seen.withErrors, seen.withoutErrors, seen.withCalls]) {
      expect(count).toBeGreaterThan(RUNS / 10);
    }
    expect(seen.rejected).toBeGreaterThan(0);
    process.stdout.write(`Compared ${compared} random queries: ${JSON.stringify(seen)}\n`);
  },
  60 * MINUTE,
);

/** Values that exist in the emulator, and some that do not. */
async function samplesOf(world: Worlds): Promise<Samples> {
  const document = parse(`{
    classificationJobs(first: 20) { nodes { id jobId } pageInfo { endCursor } }
    macieMembers(first: 20) { nodes { id accountId } }
    securityCases(first: 20) { nodes { id caseId } }
    mailboxExportJobs(first: 20) { nodes { id jobId organizationId } }
  }`);
  const context = world.createContext(PRINCIPALS[0]);
  const { data } = await createExecutor(world.gateway.schema, 'graphql-js')({ document, context });
  const nodes = JSON.stringify(data);
  const valuesOf = (name: string) =>
    Array.from(nodes.matchAll(/"(\w+)":"([^"]*)"/g), ([, key, value]) => (key === name ? (value ?? '') : ''))
      .filter((value) => value !== '')
      .slice(0, 12);
  return {
    ID: [...valuesOf('id'), 'odd'],
    ClassificationJobId: [...valuesOf('jobId'), 'a'.repeat(32)],
    MailboxExportJobId: [...valuesOf('jobId'), 'abc-1'],
    AwsAccountId: [...valuesOf('accountId'), '123456789012'],
    SecurityCaseId: [...valuesOf('caseId'), '1234567890'],
    WorkMailOrganizationId: [...valuesOf('organizationId'), `m-${'a'.repeat(32)}`],
    after: [...valuesOf('endCursor'), null, null, 'odd'],
    first: [1, 2, 3, 4, 5, 20, 20, 0],
    target: ['home', 'home', 'home', 'partner', 'partner', 'west', 'nowhere'],
    targets: ['home', 'home', 'home', 'partner', 'partner', 'west', 'nowhere'],
    DateTime: ['2026-11-26T08:30:00Z', '2026-01-01T00:00:00.000Z'],
    DateOrDateTime: ['2026-11-26', '2026-01-01T00:00:00Z'],
    String: ['job', '', 'odd'],
    Int: [0, 1, 2, 500],
    Boolean: [true, false],
  };
}
