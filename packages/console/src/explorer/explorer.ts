/**
 * The explorer: GraphiQL with one tab per example. Data attributes of the page contain the URLs of endpoint and
 * workers.
 */
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './explorer.css';
import { examplesFor } from './examples';
import { createFetcher } from './fetcher';

const container = document.getElementById('explorer');
if (container === null) throw new Error('The page has no element with the id "explorer".');
const { endpoint = '', emulated, editorWorker = '', graphqlWorker = '', jsonWorker = '' } = container.dataset;

const WORKERS: Readonly<Record<string, string>> = { graphql: graphqlWorker, json: jsonWorker };

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) => new Worker(WORKERS[label] ?? editorWorker),
  },
});

/** The page opens without the job when the emulator answers late, such as under a fault. */
const MAX_WAIT_MS = 1_000;
const RUNNING_JOB = '{ classificationJobs(first: 1, filter: { statuses: [RUNNING] }) { nodes { id } } }';

interface RunningJob {
  readonly data?: { readonly classificationJobs?: { readonly nodes: readonly { readonly id: string }[] } };
}

/** The id of a RUNNING job of the emulator; undefined when there is none, or when it cannot be read, such as without a token. */
async function findRunningJob(): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: RUNNING_JOB }),
      signal: AbortSignal.timeout(MAX_WAIT_MS),
    });
    const { data } = (await response.json()) as RunningJob;
    return data?.classificationJobs?.nodes[0]?.id;
  } catch {
    return undefined;
  }
}

// A page over live accounts reads nothing from AWS before its user does.
const examples = examplesFor(emulated === 'true' ? await findRunningJob() : undefined);

const explorer = createElement(GraphiQL, {
  fetcher: createFetcher(endpoint),
  defaultTabs: examples.map(({ query, variables }) => ({ query, variables: variables ?? null })),
  defaultEditorToolsVisibility: 'variables',
  shouldPersistHeaders: false,
});
createRoot(container).render(explorer);
