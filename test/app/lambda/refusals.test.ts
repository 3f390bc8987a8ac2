// Responses on AWS Lambda to accepted and rejected requests: their security headers, and one line of each in the request log.
import pino from 'pino';
import { RateLimitedError, UnauthenticatedError } from '../../../src/domain/errors';
import { openGateway, type Gateway } from '../../../src/app/gateway';
import { createHandler } from '../../../src/app/lambda/handler';
import { startTestEmulator, type TestEmulator } from '../../support/emulator';
import { testConfig } from '../../support/gateway';
import { lambdaEvent, type EventRequest } from '../../support/lambda-event';

type Line = Record<string, unknown>;

const MINUTE = { getRemainingTimeInMillis: () => 60_000 };
const lines: Line[] = [];

let emulator: TestEmulator;
let gateway: Gateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  const log = { write: (line: string) => lines.push(JSON.parse(line) as Line) };
  gateway = await openGateway(
    testConfig(),
    { mode: 'emulator', endpoint: emulator.url },
    pino({ base: null }, log),
  );
});

beforeEach(() => {
  lines.length = 0;
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const body = JSON.stringify({ query: 'query Kind { __typename }' });
const failingSignIn = (error: Error): Partial<Gateway> => ({ authenticate: () => Promise.reject(error) });

test.each<[string, number, EventRequest, Partial<Gateway>]>([
  ['a query', 200, { body }, {}],
  ['an invalid document', 200, { body: '{"query":"{ nothing }"}' }, {}],
  ['a malformed body', 400, { body: '{' }, {}],
  ['a missing token', 401, { body }, failingSignIn(new UnauthenticatedError())],
  ['a mutation by GET', 405, { method: 'GET', search: 'query=mutation{__typename}' }, {}],
  ['an unavailable media type', 406, { body, headers: { accept: 'text/plain' } }, {}],
  ['a large body', 413, { body: ' '.repeat(100_001) }, {}],
  ['a body that is not JSON', 415, { body, headers: { 'content-type': 'text/plain' } }, {}],
  ['a rate limit', 429, { body }, failingSignIn(new RateLimitedError(7))],
  ['an unexpected error', 500, { body }, failingSignIn(new Error('an internal secret'))],
])(
  '%s gets the status %i, the security headers, and one line in the log',
  async (_name, status, request, overrides) => {
    const response = await createHandler({ ...gateway, ...overrides })(lambdaEvent(request), MINUTE);
    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(lines.filter(({ msg }) => msg === 'request')).toEqual([
      expect.objectContaining({
        requestId: 'JKJaXmPLvHcESHA=',
        address: '192.0.2.7',
        status,
        milliseconds: expect.any(Number) as number,
      }),
    ]);
  },
);
