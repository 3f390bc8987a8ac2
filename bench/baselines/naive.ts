/** The server with naive resolvers: the schema of the gateway on Apollo Server and Fastify. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { buildSchema } from 'graphql';
import { readRegions } from './aws';
import { naiveRoot } from './naive-resolvers';

const SCHEMA = join(__dirname, '../../../schema/schema.graphql');

async function main(): Promise<void> {
  const apollo = new ApolloServer({
    schema: buildSchema(readFileSync(SCHEMA, 'utf8')),
    rootValue: naiveRoot(readRegions(process.env)),
    plugins: [ApolloServerPluginCacheControlDisabled()],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const app = fastify();
  app.route({ url: '/graphql', method: ['POST'], handler: fastifyApolloHandler(apollo) });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  process.stdout.write(`naive resolvers at ${origin}/graphql\n`);
}

process.once('SIGTERM', () => process.exit());
void main();
