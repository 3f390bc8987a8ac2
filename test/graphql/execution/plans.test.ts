// Which queries get a plan, and how long the gateway keeps it.
import { buildSchema, parse } from 'graphql';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createExecutor } from '../../../src/graphql/execution/executor';
import { isOfGraphqlJs } from './both';

const schema = buildSchema('type Query { thing: Thing } type Thing { name: String }');
const { thing } = schema.getQueryType()?.getFields() ?? {};
if (thing !== undefined) thing.resolve = () => ({ name: 'x' });

const uses = async (
  execute: ReturnType<typeof createExecutor>,
  document: ReturnType<typeof parse>,
  count: number,
) => {
  const results = [];
  for (let use = 0; use < count; use += 1) {
    results.push(isOfGraphqlJs(await execute({ document, context: undefined })) ? 'graphql-js' : 'compiled');
  }
  return results;
};

test('graphql-js executes the first use of a document, and its plan the others', async () => {
  const execute = createExecutor(schema, 'compiled');
  const document = parse('{ thing { name } }');
  expect(await uses(execute, document, 3)).toEqual(['graphql-js', 'compiled', 'compiled']);
});

test('each operation of a document is counted', async () => {
  const execute = createExecutor(schema, 'compiled');
  const document = parse('query A { thing { name } } query B { thing { name } }');
  const use = async (operationName: string) =>
    isOfGraphqlJs(await execute({ document, operationName, context: undefined }));
  expect([await use('A'), await use('B'), await use('A'), await use('B')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('graphql-js executes every use when the configuration says so', async () => {
  const document = parse('{ thing { name } }');
  expect(await uses(createExecutor(schema, 'graphql-js'), document, 3)).toEqual(Array(3).fill('graphql-js'));
});

test('more combinations of conditions than the gateway keeps are executed by graphql-js', async () => {
  const execute = createExecutor(schema, 'compiled');
  const document = parse(
    'query ($a: Boolean!, $b: Boolean!, $c: Boolean!) { thing { name @skip(if: $a) x: name @skip(if: $b) y: name @skip(if: $c) } }',
  );
  const kinds = [];
  for (let bits = 0; bits < 8; bits += 1) {
    const variables = { a: (bits & 1) > 0, b: (bits & 2) > 0, c: (bits & 4) > 0 };
    kinds.push(isOfGraphqlJs(await execute({ document, variables, context: undefined })));
  }
  expect(kinds).toEqual([true, false, false, false, false, true, true, true]);
});

test('100,000 distinct documents leave no memory behind', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const execute = createExecutor(schema, 'compiled', { objectsBeforeCode: 0 });
  const heapAfter = async (first: number, count: number) => {
    for (let index = first; index < first + count; index += 1) {
      const document = parse(`{ a${index}: thing { name } }`, { noLocation: true });
      // Half of the documents are used twice, and get a plan.
      await uses(execute, document, 1 + (index % 2));
    }
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await heapAfter(0, 30_000);
  const after = await heapAfter(30_000, 70_000);
  expect((after - before) / 2 ** 20).toBeLessThan(5);
}, 120_000);
