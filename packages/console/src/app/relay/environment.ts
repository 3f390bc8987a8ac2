/** The Relay environment of the console: one store for each session, so that no user sees the data of another. */
import { DefaultHandlerProvider, Environment, Network, RecordSource, Store } from 'relay-runtime';
import type { Authorization } from './authorization';
import { connectionHandler } from './connection-handler';
import { createFetch } from './fetch-graphql';
import { createSubscribe } from './subscribe-graphql';

export function createEnvironment(endpoint: string, authorization: Authorization): Environment {
  return new Environment({
    network: Network.create(createFetch(endpoint, authorization), createSubscribe(endpoint, authorization)),
    store: new Store(new RecordSource()),
    handlerProvider: (name) => (name === 'connection' ? connectionHandler : DefaultHandlerProvider(name)),
  });
}
