/**
 * The explorer: GraphiQL with one tab per example. Data attributes of the page contain the URLs of endpoint and
 * workers.
 */
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './explorer.css';
import { EXAMPLES } from './examples';

const container = document.getElementById('explorer');
if (container === null) throw new Error('The page has no element with the id "explorer".');
const { endpoint = '', editorWorker = '', graphqlWorker = '', jsonWorker = '' } = container.dataset;

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
createRoot(container).render(explorer);
