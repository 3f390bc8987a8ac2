// The handler of AWS Lambda has no streams: it rejects subscriptions by name, and asks nothing of AWS.
import pino from 'pino';
import { openGateway, type Gateway } from '../../src/app/gateway';
import { createHandler } from '../../src/app/lambda/handler';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { EVENT_STREAM } from '../support/event-stream';
import { testConfig } from '../support/gateway';
import { lambdaEvent } from '../support/lambda-event';
import { jobGlobalId } from '../support/resources';

const MINUTE = { getRemainingTimeInMillis: () => 60_000 };
const RESOURCE_STREAM = `subscription { resource(id: "${jobGlobalId('a'.repeat(32))}") {
  ... on ResourceUpdate { resource { id } }
} }`;

let emulator: TestEmulator;
let gateway: Gateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  const history = { ...testConfig().history, mode: 'listening' } as const;
  gateway = await openGateway(
    testConfig({ history }),
    { mode: 'emulator', endpoint: emulator.url },
    pino({ level: 'silent' }),
  );
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

test.each([
  ['of events', '/graphql', EVENT_STREAM, 'application/graphql-response+json'],
  ['of events with the older media type', '/graphql', EVENT_STREAM, 'application/json'],
  ['of a resource', '/graphql', RESOURCE_STREAM, 'application/graphql-response+json'],
  ['of events as a stream', '/graphql', EVENT_STREAM, 'text/event-stream, application/json'],
  ['of events at the path of streams', '/graphql/stream', EVENT_STREAM, 'application/json'],
])('a subscription %s is rejected, and reaches no AWS', async (_name, rawPath, query, accept) => {
  const event = lambdaEvent({
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });
  const { statusCode, headers, body } = await createHandler(gateway)({ ...event, rawPath }, MINUTE);
  // The older media type has the status 200 for a document that is valid GraphQL.
  const isNew = accept === 'application/graphql-response+json';
  expect(statusCode).toBe(isNew ? 400 : 200);
  expect(headers?.['content-type']).toContain(isNew ? accept : 'application/json');
  expect(JSON.parse(body ?? '')).toEqual({
    errors: [
      {
        message:
          'A subscription is a stream: send it to /graphql/stream, which gateways on AWS Lambda do not have.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  });
  expect(await emulator.allCalls()).toEqual([]);
});
