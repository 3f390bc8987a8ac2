/** The peer mercurius on Fastify, with its jit from the second use of a query on. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { RESOLVERS, TYPE_DEFINITIONS } from './schema';

async function main(): Promise<void> {
  const app = fastify();
  await app.register(mercurius, { schema: TYPE_DEFINITIONS, resolvers: RESOLVERS, jit: 1 });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  process.stdout.write(`listens at ${origin}/graphql\n`);
}

process.once('SIGTERM', () => process.exit());
void main();
