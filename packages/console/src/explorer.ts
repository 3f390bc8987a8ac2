/** GraphiQL on the gateway's own schema, with a tab for every example. The page says where the endpoint and the workers are. */
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './explorer.css';
import { EXAMPLES } from './examples';

const place = document.getElementById('explorer');
if (place === null) throw new Error('The page has no place for the explorer.');
const { endpoint = '', editorWorker = '', graphqlWorker = '', jsonWorker = '' } = place.dataset;

const WORKERS: Readonly<Record<string, string>> = { graphql: graphqlWorker, json: jsonWorker };

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) => new Worker(WORKERS[label] ?? editorWorker),
  },
});

const explorer = createElement(GraphiQL, {
  fetcher: createGraphiQLFetcher({ url: endpoint }),
  defaultTabs: EXAMPLES.map(({ query, variables }) => ({ query, variables: variables ?? null })),
  shouldPersistHeaders: false,
});
createRoot(place).render(explorer);
