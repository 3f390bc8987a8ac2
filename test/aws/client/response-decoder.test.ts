// Property-based tests of the response decoder: it reads what the SDK reads, and loses as little as possible otherwise.
import fc from 'fast-check';
import { OPERATIONS } from '../../../src/aws/adapters/operations';
import { InvalidResponseError } from '../../../src/aws/client/response-decoder';
import { isWholeResponse, UNREADABLE_ROWS } from '../../../src/aws/client/response-reader';
import { UNREADABLE } from '../../../src/domain/records/unreadable';
import { runs } from '../../support/fc-settings';
import { decodersOf } from './decoders';
import { LOST, responsesOf } from './response-bodies';
import { RESPONSE_MODELS } from './response-models';

const CASES = OPERATIONS.map((operation) => [`${operation.service} ${operation.name}`, operation] as const);

const bodyOf = (sent: unknown) => JSON.stringify(sent);

test('there is a model of every response', () => {
  expect(Object.keys(RESPONSE_MODELS).sort()).toEqual(CASES.map(([name]) => name).sort());
});

describe.each(CASES)('%s', (name, operation) => {
  const model = RESPONSE_MODELS[name] ?? { members: {} };
  const keepsUnknown = operation.service === 'workmail';
  const { gateway, sdk } = decodersOf(operation);

  test('is decoded as by the SDK', async () => {
    const responses = responsesOf(model, { broken: false, keepsUnknown }).filter(
      ({ read, whole }) => whole && read !== LOST,
    );
    await fc.assert(
      fc.asyncProperty(responses, async ({ sent, read }) => {
        const body = bodyOf(sent);
        const output = await gateway(body);
        expect(output).toEqual(await sdk(body));
        expect(output).toEqual({ ...(read as object), $metadata: expect.anything() as unknown });
        expect(isWholeResponse(output)).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });

  test('loses only what does not match the model', async () => {
    await fc.assert(
      fc.asyncProperty(
        responsesOf(model, { broken: true, keepsUnknown }),
        async ({ sent, read, whole, lostRows }) => {
          const result: unknown = await gateway(bodyOf(sent)).catch((error: unknown) => error);
          expect(result instanceof InvalidResponseError).toBe(read === LOST);
          if (read === LOST) return;
          const output = result as Record<string | symbol, unknown>;
          const { [UNREADABLE]: marks, ...members } = read as Record<string | symbol, unknown>;
          // A copy without the symbols of the response.
          expect(Object.fromEntries(Object.entries(output))).toEqual({
            ...members,
            $metadata: expect.anything() as unknown,
          });
          expect(output[UNREADABLE]).toEqual(marks);
          expect(output[UNREADABLE_ROWS] ?? 0).toBe(lostRows);
          expect(isWholeResponse(output)).toBe(whole);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
