/** The Relay environment of the console: one store, which lives as long as the tab. */
import { DefaultHandlerProvider, Environment, Network, RecordSource, Store } from 'relay-runtime';
import { connectionHandler } from './connection-handler';
import { createFetch } from './fetch-graphql';

export function createEnvironment(endpoint: string): Environment {
  return new Environment({
    network: Network.create(createFetch(endpoint)),
    store: new Store(new RecordSource()),
    handlerProvider: (name) => (name === 'connection' ? connectionHandler : DefaultHandlerProvider(name)),
  });
}
