/** The peer graphql-yoga, with its defaults. */
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { announce } from './announce';
import { RESOLVERS, TYPE_DEFINITIONS } from './schema';

interface GraphqlYoga {
  readonly createSchema: (options: { readonly typeDefs: string; readonly resolvers: object }) => object;
  readonly createYoga: (options: { readonly schema: object }) => RequestListener;
}

// An import would add the global declarations of graphql-yoga, which contradict those of Apollo and Node.js.
const { createSchema, createYoga } = createRequire(__filename)('graphql-yoga') as GraphqlYoga;

const schema = createSchema({ typeDefs: TYPE_DEFINITIONS, resolvers: RESOLVERS });
announce(createServer(createYoga({ schema })));
