// The requests of the console that get no answer, or only a part of one.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestParameters } from 'relay-runtime';
import { Observable } from 'relay-runtime';
import { createFetch } from '../../packages/console/src/app/relay/fetch-graphql';

const AUTHORIZATION = {
  header: () => Promise.resolve(undefined),
  onRejected: () => Promise.resolve('ENDED' as const),
};
// A mutation is sent once.
const MUTATION = { id: 'sha256', text: 'mutation { a }', name: 'a', operationKind: 'mutation', metadata: {} };

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function codeOf(answer: Parameters<typeof createServer>[1] & {}): Promise<unknown> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const send = createFetch(`http://127.0.0.1:${port}/graphql`, AUTHORIZATION);
  const sent = send(MUTATION as unknown as RequestParameters, {}, {}, undefined);
  return Observable.from(sent)
    .toPromise()
    .then(
      () => 'no error',
      (error: unknown) => (error as { code?: string }).code,
    );
}

test('a connection that ends within the answer is a failure of the network, not of the gateway', async () => {
  expect(
    await codeOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
      response.write('{"data":{');
      setImmediate(() => response.destroy());
    }),
  ).toBe('NETWORK');
});

test('an answer that is not JSON is not one of the gateway', async () => {
  expect(await codeOf((_request, response) => response.end('<h1>Bad gateway</h1>'))).toBe(
    'UNEXPECTED_RESPONSE',
  );
});
