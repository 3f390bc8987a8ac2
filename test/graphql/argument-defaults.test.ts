// Explicit nulls for arguments and input fields with defaults: they mean the default, in variables, literals and nested inputs.
import { buildSchema, graphql, parse } from 'graphql';
import { createSchema } from '../../src/app/graphql-schema';
import { applyArgumentDefaults, withDefaults } from '../../src/graphql/argument-defaults';
import { createCostEstimator } from '../../src/graphql/query-limits/cost';
import { useSeveralTargets, HOME } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 30, members: 30 }, { targets: [HOME] });

beforeEach(() => setup.forgetCalls());

const QUERY = `query ($first: Int, $orderBy: ClassificationJobOrder) {
  classificationJobs(first: $first, orderBy: $orderBy) { nodes { name } }
}`;

const namesOf = async (query: string, variables: object = {}) => {
  const { data, errors } = await setup.gateway.send(query, { ...variables });
  expect(errors).toBeUndefined();
  return (data?.classificationJobs as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
};

test('first: null returns the default number of rows, as a variable and as a literal', async () => {
  expect(await namesOf(QUERY, { first: null })).toHaveLength(20);
  expect(await namesOf('{ classificationJobs(first: null) { nodes { name } } }')).toHaveLength(20);
  expect(await namesOf(QUERY)).toHaveLength(20);
  expect(await namesOf(QUERY, { first: 3 })).toHaveLength(3);
});

test('the default of a nested input field replaces its null', async () => {
  const ascending = await namesOf(QUERY, { orderBy: { field: 'NAME' } });
  expect(await namesOf(QUERY, { orderBy: { field: 'NAME', direction: null } })).toEqual(ascending);
  expect(await namesOf(QUERY, { orderBy: { field: 'NAME', direction: 'DESC' } })).not.toEqual(ascending);
});

test('dryRun: null sends the change', async () => {
  const input = { accountId: '444455556666', email: 'ann.k@corp.example', dryRun: null };
  const mutation =
    'mutation ($input: CreateMacieMemberInput!) { createMacieMember(input: $input) { outcome userErrors { code } } }';
  const { data } = await setup.gateway.send(mutation, { input });
  expect(data).toEqual({ createMacieMember: { outcome: 'APPLIED', userErrors: [] } });
  expect(await setup.operations()).toEqual(['CreateMember']);
});

test('the cost of first: null is that of the default', () => {
  const costOf = createCostEstimator(createSchema());
  const document = parse(QUERY);
  const cost = (variables: object) => costOf({ document, name: undefined, variables: { ...variables } });
  expect(cost({ first: null })).toBe(cost({ first: 20 }));
  expect(cost({ first: null })).toBeGreaterThan(cost({ first: 10 }));
});

const SDL = `
  type Query { list(items: [Item!], size: Int = 7, plain: Int): String }
  input Item { on: Boolean = true, inner: Item, name: String }`;

test('defaults apply in lists and nested objects, and other nulls stay', async () => {
  const schema = buildSchema(SDL);
  const query = schema.getQueryType()?.getFields().list;
  if (query === undefined) throw new Error('The schema has no field.');
  query.resolve = (_source, args) => JSON.stringify(args);
  applyArgumentDefaults(schema);
  const source =
    '{ list(items: [{ on: null, name: null, inner: { on: null } }, { on: false }], size: null, plain: null) }';
  const { data } = await graphql({ schema, source });
  expect(JSON.parse(String(data?.list))).toEqual({
    items: [{ on: true, name: null, inner: { on: true } }, { on: false }],
    size: 7,
    plain: null,
  });
});

test('values without nulls are returned as they are', () => {
  const inputs = buildSchema(SDL).getQueryType()?.getFields().list?.args ?? [];
  const values = { items: [{ on: true }], size: 1 };
  expect(withDefaults(inputs, values)).toBe(values);
});
