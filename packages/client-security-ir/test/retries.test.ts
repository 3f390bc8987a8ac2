// Retries: the number of attempts by status of the responses.
import { ListCasesCommand, type SecurityIRClientConfig } from '@aws-sdk/client-security-ir';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';

import { rejection, withServer } from './support/client';

const withoutWaiting: SecurityIRClientConfig = { retryStrategy: new ConfiguredRetryStrategy(3, 1) };

const errorResponse = (status: number, name: string) => ({
  status,
  headers: { 'x-amzn-errortype': name },
  body: { message: 'no' },
});

test.each([
  [400, 'ValidationException', 1],
  [400, 'SecurityIncidentResponseNotActiveException', 1],
  [402, 'ServiceQuotaExceededException', 1],
  [403, 'AccessDeniedException', 1],
  [404, 'ResourceNotFoundException', 1],
  [409, 'ConflictException', 1],
  [423, 'InvalidTokenException', 3],
  [429, 'ThrottlingException', 3],
  [500, 'InternalServerException', 3],
  [503, 'ServiceUnavailable', 3],
])('a request that fails with %i %s is sent %i times', async (status, name, times) => {
  await withServer(
    errorResponse(status, name),
    async ({ client, requests }) => {
      const error = await rejection(client.send(new ListCasesCommand({})));

      expect(error).toMatchObject({ name, $metadata: { httpStatusCode: status, attempts: times } });
      expect(requests).toHaveLength(times);
    },
    withoutWaiting,
  );
});

test('a request has three attempts by default, and the first success is the result', async () => {
  const failure = errorResponse(500, 'InternalServerException');
  await withServer(
    (index) => (index < 2 ? failure : { body: { items: [] } }),
    async ({ client, requests }) => {
      expect(await client.send(new ListCasesCommand({}))).toMatchObject({
        items: [],
        $metadata: { attempts: 3 },
      });
      expect(requests).toHaveLength(3);
    },
  );
});

test('a client with maxAttempts 1 sends a request once', async () => {
  await withServer(
    errorResponse(500, 'InternalServerException'),
    async ({ client, requests }) => {
      expect(await rejection(client.send(new ListCasesCommand({})))).toMatchObject({
        $metadata: { attempts: 1 },
      });
      expect(requests).toHaveLength(1);
    },
    { maxAttempts: 1 },
  );
});
