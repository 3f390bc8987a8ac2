/**
 * The server with the bare SDK. It resolves the reference queries by their names over plain HTTP, without GraphQL.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRegions } from './aws';
import { bareResolvers } from './bare-resolvers';

const resolvers = bareResolvers(readRegions(process.env));

async function respond(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
    operationName: string;
    variables: { after?: string | null };
  };
  const data = await resolvers[operationName]?.(variables.after ?? undefined);
  return JSON.stringify({ data });
}

const server = createServer((request, response) => {
  respond(request)
    .catch((error: unknown) => JSON.stringify({ errors: [{ message: String(error) }] }))
    .then((body) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    }, response.destroy.bind(response));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`bare SDK at http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql\n`);
});
process.once('SIGTERM', () => process.exit());
