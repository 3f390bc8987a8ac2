// Remembered costs: they equal fresh costs, for any document and variables, and their number is bounded.
import 'reflect-metadata';
import fc from 'fast-check';
import {
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import pino from 'pino';
import { createSchema } from '../../../src/app/graphql-schema';
import { ANONYMOUS } from '../../../src/domain/principal';
import { createApollo } from '../../../src/graphql/apollo/apollo';
import type { Context } from '../../../src/graphql/context';
import { createExecutor } from '../../../src/graphql/execution/executor';
import { createCostEstimator } from '../../../src/graphql/query-limits/cost';
import { documentLimitsRule } from '../../../src/graphql/query-limits/document-rule';
import { createQueryGuard } from '../../../src/graphql/query-limits/guard';
import { RememberedCosts } from '../../../src/graphql/query-limits/remembered-costs';
import { Isolation } from '../../../src/observability/isolation';
import { runs } from '../../support/fc-settings';
import { testConfig } from '../../support/gateway';
import { Random } from '../../support/random';
import { randomOperation } from './random-operations';

type Values = Readonly<Record<string, unknown>>;

const RUNS = runs(400);

const schema = createSchema();
const estimate = createCostEstimator(schema);

function operationOf(document: DocumentNode, name?: string): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation == null) throw new Error('The document has no such operation.');
  return operation;
}

/** A cost, or the message of the error that the estimator throws. */
function outcomeOf(compute: () => number): number | string {
  try {
    return compute();
  } catch (error) {
    return (error as Error).message;
  }
}

/** Costs of one document, each read through `costs`, and how many of them were computed. */
function reader(costs: RememberedCosts, query: string) {
  const document = parse(query);
  const operation = operationOf(document);
  const state = { computed: 0 };
  const read = (variables: Values) => {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (coerced === undefined) throw new Error('The variables are not valid.');
    return costs.get(operation, coerced, () => {
      state.computed += 1;
      return estimate({ document, name: undefined, variables });
    });
  };
  return { read, state };
}

test('a remembered cost equals a fresh cost, for random documents and variables', () => {
  const tested = { documents: 0, remembered: 0, costs: new Set<number | string>() };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { query, createVariables } = randomOperation(schema, new Random(seed));
      const document = parse(query);
      if (validate(schema, document, [documentLimitsRule]).length > 0) return;
      tested.documents += 1;
      const costs = new RememberedCosts();
      const operation = operationOf(document);
      for (let repetition = 0; repetition < 12; repetition += 1) {
        const variables = createVariables();
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
        if (coerced === undefined) continue;
        const fresh = () => estimate({ document, name: undefined, variables });
        const compute = jest.fn(fresh);
        const cost = outcomeOf(() => costs.get(operation, coerced, compute));
        expect(cost).toBe(outcomeOf(fresh));
        tested.costs.add(cost);
        tested.remembered += 1 - compute.mock.calls.length;
      }
    }),
    { numRuns: RUNS },
  );
  // The documents are valid, repeat variables that are alike, and cost different amounts.
  expect(tested.documents).toBeGreaterThan(RUNS / 2);
  expect(tested.remembered).toBeGreaterThan(RUNS / 2);
  expect(tested.costs.size).toBeGreaterThan(RUNS / 5);
});

const LIST = `query ($first: Int, $filter: SecurityCaseFilter, $counts: Boolean! = false) {
  securityCases(first: $first, filter: $filter) { nodes { title } totalCount @include(if: $counts) { value } }
}`;

test.each<[string, Values, Values]>([
  ['other texts', { filter: { accountIds: ['123456789012'] } }, { filter: { accountIds: ['210987654321'] } }],
  ['numbers of rows above the maximum', { first: 201 }, { first: 2_147_483_647 }],
  ['numbers of rows below the minimum', { first: -5 }, { first: 1 }],
  ['a default and its value', { first: 5 }, { first: 5, counts: false }],
])('variables are alike with %s', (_title, first, second) => {
  const { read, state } = reader(new RememberedCosts(), LIST);
  expect(read(second)).toBe(read(first));
  expect(state.computed).toBe(1);
});

test.each<[string, Values, Values]>([
  ['another number of rows', { first: 5 }, { first: 6 }],
  ['a search', { filter: { statuses: [] } }, { filter: { statuses: [], accountIds: ['123456789012'] } }],
  ['a search that excludes accounts', { filter: {} }, { filter: { not: { accountIds: [] } } }],
  ['a condition', {}, { counts: true }],
])('variables are not alike with %s', (_title, first, second) => {
  const { read, state } = reader(new RememberedCosts(), LIST);
  expect(read(second)).not.toBe(read(first));
  expect(state.computed).toBe(2);
});

test('each id and each item of a bulk change counts', () => {
  const nodes = reader(new RememberedCosts(), 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }');
  expect([nodes.read({ ids: ['a'] }), nodes.read({ ids: ['a', 'b'] }), nodes.read({ ids: [] })]).toEqual([
    11, 22, 0,
  ]);
  const bulk = reader(
    new RememberedCosts(),
    'mutation ($input: ChangeStatusesInput!) { changeStatuses(input: $input) { results { change { to } } } }',
  );
  const items = [1, 2, 3].map((id) => ({ id: String(id), action: 'CANCEL' }));
  expect([bulk.read({ input: { items } }), bulk.read({ input: { items: items.slice(1) } })]).toEqual([
    183, 122,
  ]);
});

test('an error is not remembered, also for variables whose default is not valid', () => {
  const query = `query ($id: SecurityCaseId! = "2026-01-02") { securityCase(caseId: $id) { title } }`;
  const { read } = reader(new RememberedCosts(), query);
  expect(() => read({})).toThrow('must not be null');
  expect(read({ id: '1234567890' })).toBe(11);
  expect(() => read({})).toThrow('must not be null');
});

test('operations of one document have their own costs', () => {
  const document = parse('query a { targets { name } } query b { viewer { targets { name } } }');
  const costs = new RememberedCosts();
  const cost = (name: string) =>
    costs.get(operationOf(document, name), {}, () => estimate({ document, name, variables: {} }));
  expect([cost('a'), cost('b'), cost('a')]).toEqual([6, 7, 6]);
});

test('the costs of many documents and variables stay bounded', () => {
  const costs = new RememberedCosts();
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const variables = { ids: [] as string[] };
  for (let count = 0; count < 3_000; count += 1) {
    const operation = operationOf(parse(query));
    for (let length = 0; length < 30; length += 1) {
      variables.ids.length = length;
      costs.get(operation, variables, () => length);
    }
  }
  expect(costs.size).toBe(20_000);
});

test('the cost of an operation with very many variables is not remembered', () => {
  const costs = new RememberedCosts();
  const variables = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`variable${index}`, 'x']));
  expect(costs.get(operationOf(parse('{ targets { name } }')), variables, () => 6)).toBe(6);
  expect(costs.size).toBe(0);
});

test('Apollo Server parses a repeated document once, so that its operation is the same node', async () => {
  const operations: unknown[] = [];
  const logger = pino({ level: 'silent' });
  const guard = createQueryGuard(testConfig().queryLimits, schema);
  const apollo = createApollo(
    { schema, execute: createExecutor(schema, 'compiled'), logger, guard, isolation: new Isolation(logger) },
    {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation: ({ operation }) => {
            operations.push(operation);
            return Promise.resolve();
          },
        }),
    },
  );
  const contextValue = { call: { principal: ANONYMOUS } } as unknown as Context;
  for (const query of ['{ __typename }', '{ __typename }', '{ a: __typename }']) {
    await apollo.executeOperation({ query }, { contextValue });
  }
  expect(operations[1]).toBe(operations[0]);
  expect(operations[2]).not.toBe(operations[0]);
  await apollo.stop();
});
