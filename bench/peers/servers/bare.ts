/** The bare SDK behind node:http: the response of the GraphQL peers to their one query, without GraphQL. */
import { createServer, type IncomingMessage } from 'node:http';
import { jobsPage, type PageArgs } from './jobs';
import { announce } from './announce';

async function respond(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: PageArgs };
  const { nodes, pageInfo } = await jobsPage(variables);
  return JSON.stringify({ data: { classificationJobs: { nodes, pageInfo } } });
}

const server = createServer((request, response) => {
  respond(request).then(
    (body) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: unknown) => response.destroy(error as Error),
  );
});
announce(server);
