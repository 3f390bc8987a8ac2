/** The peer Apollo Server, with its defaults. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { RESOLVERS, TYPE_DEFINITIONS } from './schema';

async function main(): Promise<void> {
  const apollo = new ApolloServer({ typeDefs: TYPE_DEFINITIONS, resolvers: RESOLVERS });
  const { url } = await startStandaloneServer(apollo, { listen: { host: '127.0.0.1', port: 0 } });
  process.stdout.write(`listens at ${url}\n`);
}

process.once('SIGTERM', () => process.exit());
void main();
