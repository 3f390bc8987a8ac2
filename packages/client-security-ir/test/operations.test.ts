// Every operation over HTTP: method, path, query, headers, body, and the output that the client returns.
import { operations } from './fixtures/operations';
import { withServer } from './support/client';

test('the fixtures cover 24 different operations', () => {
  expect(new Set(operations.map(({ operation }) => operation)).size).toBe(24);
  expect(operations).toHaveLength(24);
});

test.each(operations)(
  '$operation sends the request and returns the output of its fixture',
  async ({ send, method, path, query = [], body, response, output }) => {
    await withServer(response, async ({ client, requests }) => {
      const { $metadata, ...received } = await send(client);

      expect(requests).toHaveLength(1);
      expect(requests[0]).toMatchObject({ method, path, query });
      expect(requests[0]?.body).toEqual(body);
      expect(requests[0]?.headers['content-type']).toBe(body === undefined ? undefined : 'application/json');
      expect(requests[0]?.headers.authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/security-ir\/aws4_request, /,
      );
      expect(received).toStrictEqual(output);
      expect($metadata).toMatchObject({
        httpStatusCode: response.status,
        requestId: 'request-1',
        attempts: 1,
      });
    });
  },
);

test('CloseCase is a POST with a content-length of 0', async () => {
  const close = operations.find(({ operation }) => operation === 'CloseCase');
  await withServer({ body: {} }, async ({ client, requests }) => {
    await close?.send(client);
    expect(requests[0]?.headers['content-length']).toBe('0');
  });
});
