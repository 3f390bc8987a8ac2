// The clients of docs/live.md: graphql-sse, Apollo Client, urql and Relay receive changes, and continue after failures.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { HttpLink } from '@apollo/client/link/http';
import { Client, fetchExchange, type Exchange } from '@urql/core';
import { createClient, type NetworkError } from 'graphql-sse';
import {
  Environment,
  Network,
  RecordSource,
  Store,
  type RequestParameters,
  type SubscribeFunction,
} from 'relay-runtime';
import { readConfig } from '../../src/config/config';
import { SCOPES } from '../../src/domain/principal';
import { EVENT_STREAM } from '../support/event-stream';
import { endWithFile } from '../support/cleanup';
import { testConfig } from '../support/gateway';
import { identityOf, tokenOf } from '../support/principals';
import { startRelay } from '../support/relay';
import { JOB } from '../support/resources';
import type { Live, LiveError, LiveOptions } from './fixtures/live/live';
import { eventually, Received, useLiveUpdates } from './live-updates';
import { receivedDuring } from './page';

interface LiveModule {
  readonly createLive: (options: LiveOptions) => Live;
  readonly LiveError: typeof LiveError;
}
interface WatchModule {
  readonly watchEvents: (
    live: Live,
    onMessage: (message: unknown) => void,
    onError: (error: unknown) => void,
    variables?: { after?: string },
  ) => () => void;
}

const { createLive, LiveError: RejectedError } = jest.requireActual<LiveModule>('./fixtures/live/live');
const { watchEvents } = jest.requireActual<WatchModule>('./fixtures/live/watch-events');
const { createLiveLink } = jest.requireActual<{
  createLiveLink: (live: Live, link: ApolloLink) => ApolloLink;
}>('./fixtures/live/apollo-live');
const { createLiveExchange } = jest.requireActual<{ createLiveExchange: (live: Live) => Exchange }>(
  './fixtures/live/urql-live',
);
const { createLiveFunction } = jest.requireActual<{ createLiveFunction: (live: Live) => SubscribeFunction }>(
  './fixtures/live/relay-live',
);

const LISTENING = { ...testConfig().history, mode: 'listening' } as const;
const GRANT = { scopes: new Set(SCOPES), targets: 'ALL' } as const;

/** Each client subscribes to events, and returns the function that ends its subscription. */
const CLIENTS: Readonly<Record<string, (live: Live, url: string, received: Received) => () => void>> = {
  'graphql-sse': (live, _url, received) => watchEvents(live, received.add, received.fail),
  'Apollo Client': (live, url, received) => {
    const link = createLiveLink(live, new HttpLink({ uri: url }));
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    const subscription = client.subscribe({ query: gql(EVENT_STREAM) }).subscribe({
      next: ({ data, error }) => {
        if (error !== undefined) received.fail(error);
        else received.add((data as { resourceEvents: unknown }).resourceEvents);
      },
      error: received.fail,
    });
    return () => {
      subscription.unsubscribe();
    };
  },
  urql: (live, url, received) => {
    const client = new Client({ url, exchanges: [fetchExchange, createLiveExchange(live)] });
    const subscription = client.subscription(EVENT_STREAM, {}).subscribe(({ data, error }) => {
      if (error !== undefined) received.fail(error.networkError ?? error);
      else received.add((data as { resourceEvents: unknown }).resourceEvents);
    });
    return () => {
      subscription.unsubscribe();
    };
  },
  Relay: (live, _url, received) => {
    const network = Network.create(() => {
      throw new Error('The test sends no query.');
    }, createLiveFunction(live));
    const environment = new Environment({ network, store: new Store(new RecordSource()) });
    // A compiled operation has the same parameters, with null for the variables that the caller leaves out.
    const request = { operationKind: 'subscription', text: EVENT_STREAM } as unknown as RequestParameters;
    const subscription = environment
      .getNetwork()
      .execute(request, { after: null, filter: null }, { force: true })
      .subscribe({
        next: (result) => {
          received.add((result as { data: { resourceEvents: unknown } }).data.resourceEvents);
        },
        error: received.fail,
      });
    return () => {
      subscription.unsubscribe();
    };
  },
};
const names = Object.keys(CLIENTS);

const updates = useLiveUpdates();

/** Subscribes with each client, and waits for the first message of each. */
async function subscribeWithAll(): Promise<{ all: Received[]; end: () => void }> {
  const subscribed = names.map((name) => {
    const received = new Received();
    const live = createLive({ url: updates.streamUrl });
    const end = CLIENTS[name]?.(live, updates.gateway.url, received);
    return { received, end: endWithFile(() => end?.()) };
  });
  const all = subscribed.map(({ received }) => received);
  for (const received of all) await received.opened();
  return {
    all,
    end: () => {
      for (const { end } of subscribed) end();
    },
  };
}

test('Relay subscribes with the id of a trusted document, also when it connects again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify({ events: EVENT_STREAM }));
  const { queryLimits } = readConfig({ TRUSTED_DOCUMENTS: file, INTROSPECTION: 'false' });
  const trusting = await updates.startGateway({ history: LISTENING, queryLimits });
  const relay = await startRelay(Number(new URL(trusting.url).port));
  const live = createLive({ url: `http://127.0.0.1:${relay.port}/graphql/stream` });
  const received = new Received();
  const request = { id: 'events', operationKind: 'subscription' } as unknown as RequestParameters;
  const network = Network.create(() => {
    throw new Error('The test sends no query.');
  }, createLiveFunction(live));
  const subscription = network.execute(request, { after: null }, { force: true }).subscribe({
    next: (result) => {
      received.add((result as { data: { resourceEvents: unknown } }).data.resourceEvents);
    },
    error: received.fail,
  });
  await received.opened();
  await relay.stop();
  await relay.listen();
  await eventually(() => received.messages[1], 'the second stream');
  const [first, second] = received.messages;
  expect(second).toMatchObject({ __typename: 'Heartbeat', position: first?.position });
  expect(received.errors).toEqual([]);
  subscription.unsubscribe();
  relay.close();
  await trusting.close();
  rmSync(folder, { recursive: true });
});

test('Apollo Client writes the resource of a message into the cache', async () => {
  const link = createLiveLink(createLive({ url: updates.streamUrl }), ApolloLink.empty());
  const cache = new InMemoryCache();
  const client = new ApolloClient({ cache, link });
  const fragment = gql('fragment Row on ClassificationJob { status }');
  const statusInCache = () =>
    cache.readFragment<{ status: string }>({ id: `ClassificationJob:${JOB}`, fragment })?.status;
  const query = gql(`subscription ($id: ID!) {
    resource(id: $id) { ... on ResourceUpdate { resource { id ... on ClassificationJob { status } } } }
  }`);
  const subscription = client.subscribe({ query, variables: { id: JOB } }).subscribe(() => undefined);
  await eventually(statusInCache, 'the first update');
  const status = await updates.change();
  await eventually(() => (statusInCache() === status ? true : undefined), 'the update of the cache');
  expect(statusInCache()).toBe(status);
  subscription.unsubscribe();
});

const streamRequests = async (run: () => Promise<unknown>) =>
  (await receivedDuring(run)).map(({ headers }) => headers.authorization);

test('every client receives a change, and leaves no stream behind', async () => {
  const { all, end } = await subscribeWithAll();
  await updates.streamsOpen(names.length);
  const status = await updates.change();
  for (const received of all) expect(await received.events(1)).toEqual([status]);
  end();
  await updates.streamsOpen(0);
});

test('every client continues after a restart of the gateway, without loss or repetition', async () => {
  const { all, end } = await subscribeWithAll();
  const before = await updates.change();
  for (const received of all) await received.events(1);
  await updates.restart();
  // The clients wait for at least one second before they connect again.
  const missed = await updates.change();
  for (const received of all) await received.events(2);
  const after = await updates.change();
  for (const received of all) {
    expect(await received.events(3)).toEqual([before, missed, after]);
    expect(received.errors).toEqual([]);
  }
  end();
});

describe('with sign-in', () => {
  test.each(names)('%s reports a rejected token after one request', async (name) => {
    const guarded = await updates.startGateway({
      history: LISTENING,
      identity: identityOf({ root: GRANT }),
    });
    const received = new Received();
    const tokens = await streamRequests(async () => {
      const live = createLive({ url: `${guarded.url}/stream`, token: () => 'unknown' });
      const end = CLIENTS[name]?.(live, guarded.url, received);
      await received.rejected();
      // Another attempt would come after two seconds at most.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      end?.();
    });
    expect(tokens).toEqual(['Bearer unknown']);
    expect(received.errors).toMatchObject([{ status: 401, code: 'UNAUTHENTICATED' }]);
    expect(received.errors[0]).toBeInstanceOf(RejectedError);
    await guarded.close();
  });

  test('an expired token is replaced, and the stream continues', async () => {
    const { tokens, ...identity } = identityOf({ short: GRANT, long: GRANT });
    const expires = new Date(Date.now() + 3_000);
    const guarded = await updates.startGateway({
      history: LISTENING,
      identity: {
        ...identity,
        tokens: tokens.map((token) => (token.name === 'short' ? { ...token, expires } : token)),
      },
    });
    const received = new Received();
    const isLive: boolean[] = [];
    const used = ['short', 'long'];
    const authorizations = await streamRequests(async () => {
      const live = createLive({
        url: `${guarded.url}/stream`,
        token: () => tokenOf(used.shift() ?? 'none'),
        onLive: (value) => isLive.push(value),
      });
      const end = watchEvents(live, received.add, received.fail);
      await received.opened();
      await eventually(() => (isLive.length === 3 ? true : undefined), 'the second stream');
      end();
    });
    expect(authorizations).toEqual(['short', 'long'].map((name) => `Bearer ${tokenOf(name)}`));
    expect(isLive).toEqual([true, false, true]);
    expect(received.errors).toEqual([]);
    await guarded.close();
  });
});

test('a subscription above the limit waits as long as the gateway says, and then begins', async () => {
  const few = await updates.startGateway({ history: LISTENING, streams: { total: 5, perCaller: 1 } });
  const attempts: { at: number; status: number; retryAfter: number }[] = [];
  const send = fetch;
  const spy = jest.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    const at = performance.now();
    const response = await send(...request);
    attempts.push({ at, status: response.status, retryAfter: Number(response.headers.get('retry-after')) });
    return response;
  });
  const live = createLive({ url: `${few.url}/stream` });
  const [first, second] = [new Received(), new Received()];
  const endFirst = watchEvents(live, first.add, first.fail);
  await first.opened();
  const endSecond = watchEvents(live, second.add, second.fail);
  const rejected = await eventually(() => attempts[1], 'the rejection');
  endFirst();
  await second.opened();
  endSecond();
  spy.mockRestore();
  expect(attempts.map(({ status }) => status)).toEqual([200, 429, 200]);
  expect((attempts[2]?.at ?? 0) - rejected.at).toBeGreaterThanOrEqual(1_000 * rejected.retryAfter);
  expect(second.errors).toEqual([]);
  await few.close();
});

test.each([
  ['a document that is not valid', { after: '0' }, 'subscription { nothing }', 400, 'BAD_USER_INPUT'],
  ['a position of another history', { after: '999999999999999' }, EVENT_STREAM, 400, 'BAD_USER_INPUT'],
])('%s ends the subscription', async (_name, variables, query, status, code) => {
  const received = new Received();
  const live = createLive({ url: updates.streamUrl });
  live.subscribe(
    { query, variables },
    { next: received.add, error: received.fail, complete: () => undefined },
  );
  expect(await received.rejected()).toMatchObject({ status, code });
});

describe('behind a proxy', () => {
  const connect = async (silenceMs: number) => {
    const relay = await startRelay(Number(new URL(updates.gateway.url).port));
    const received = new Received();
    const isLive: boolean[] = [];
    const url = `http://127.0.0.1:${relay.port}/graphql/stream`;
    const live = createLive({ url, silenceMs, onLive: (value) => isLive.push(value) });
    const end = endWithFile(watchEvents(live, received.add, received.fail));
    await received.opened();
    return { relay, received, isLive, end };
  };

  test('a cut connection loses and repeats nothing', async () => {
    const { relay, received, end } = await connect(30_000);
    const before = await updates.change();
    await received.events(1);
    await relay.stop();
    const missed = await updates.change();
    await relay.listen();
    expect(await received.events(2)).toEqual([before, missed]);
    end();
    relay.close();
  });

  test('a connection on which nothing arrives counts as dead', async () => {
    const { relay, received, isLive, end } = await connect(1_000);
    relay.hang();
    const missed = await updates.change();
    await eventually(() => (isLive.at(-1) === false ? true : undefined), 'the end of the connection');
    expect(received.statuses).toEqual([]);
    relay.resume();
    expect(await received.events(1)).toEqual([missed]);
    end();
    relay.close();
  });
});

describe('graphql-sse without live.ts', () => {
  const errorOf = (options: object) =>
    new Promise<unknown>((resolve) => {
      const client = createClient({ url: updates.streamUrl, ...options });
      client.subscribe(
        { query: 'subscription { nothing }' },
        { next: () => undefined, error: resolve, complete: () => undefined },
      );
    });

  test('repeats a rejected subscription five times', async () => {
    const requests = await streamRequests(() => errorOf({ retry: () => Promise.resolve() }));
    expect(requests).toHaveLength(6);
  });

  test('finds no single connection mode', async () => {
    const error = await errorOf({ singleConnection: true, retryAttempts: 0 });
    expect((error as NetworkError<Response>).response?.status).toBe(405);
  });
});
