// The executions of messages: shared by equal operations and rights, apart for others, and errors without their causes.
import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import type { Context } from '../../src/graphql/context';
import { SharedExecutions } from '../../src/graphql/subscriptions/shared-executions';
import { Message } from '../../src/live/messages';
import { CapturedLog } from '../support/captured-log';

const schema: GraphQLSchema = buildSchema(`
  type Query { any: Int }
  type Subscription { event: Event! }
  type Event { one: Int, two: Int, bad: Int }
`);
let reads = 0;
const event = {
  one: () => (reads += 1),
  two: () => 2,
  bad: () => {
    throw new Error('secret');
  },
};
for (const [name, read] of Object.entries(event)) {
  const field = (schema.getType('Event') as ReturnType<GraphQLSchema['getQueryType']>)?.getFields()[name];
  if (field !== undefined) field.resolve = read;
}
const root = schema.getSubscriptionType()?.getFields().event;
if (root !== undefined) root.resolve = () => ({});

const log = new CapturedLog();
let contexts = 0;

const executions = new SharedExecutions({
  schema,
  createContext: () => {
    contexts += 1;
    const record = { id: 'request-1', log: log.logger, arrivedAt: 0, codes: [] };
    return { record, completenessFields: [] } as unknown as Context;
  },
  shareMs: 10_000,
});

const ALL = { scopes: new Set<never>(), targets: 'ALL' } as const;
const newMessage = () => new Message({ position: '1', time: new Date(0), since: undefined }, '1');

const of = (fields: string, authority: Parameters<SharedExecutions['of']>[1] = ALL) =>
  executions.of(
    { document: parse(`subscription { event { ${fields} } }`), operationName: undefined, variables: {} },
    authority,
  );

beforeEach(() => {
  reads = 0;
  contexts = 0;
});

test('equal operations share one execution of a message', async () => {
  const message = newMessage();
  const [one, other] = await Promise.all([of('one')(message), of('one')(message)]);
  expect([one, other]).toEqual([{ data: { event: { one: 1 } } }, { data: { event: { one: 1 } } }]);
  expect(await of('one')(newMessage())).toEqual({ data: { event: { one: 2 } } });
});

test('different operations have their own results, and share the loaders', async () => {
  const message = newMessage();
  expect(await of('one')(message)).toEqual({ data: { event: { one: 1 } } });
  expect(await of('two')(message)).toEqual({ data: { event: { two: 2 } } });
  expect(contexts).toBe(1);
});

test('callers with different rights share nothing', async () => {
  const message = newMessage();
  await of('one')(message);
  await of('one', { ...ALL, targets: new Set(['home']) })(message);
  await of('one', { ...ALL, scopes: new Set(['macie:read']) })(message);
  expect([reads, contexts]).toEqual([3, 3]);
});

test('a message that is too old keeps no results', async () => {
  const message = newMessage();
  await of('one')(message);
  message.expire();
  await of('one')(message);
  expect(reads).toBe(2);
});

test('an unexpected error reaches the log, and the subscriber gets the id of its line', async () => {
  const result = await of('bad')(newMessage());
  expect(result).toEqual({
    data: { event: { bad: null } },
    errors: [
      {
        path: ['event', 'bad'],
        message:
          'The gateway failed to resolve this part of the message. Report its requestId to the operator.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
      },
    ],
  });
  expect(log.text).toContain('secret');
});
