/** The requests of live updates: the stream of events, and the query of the history. Neither reads AWS. */
import { fetchQuery, graphql, readInlineData, requestSubscription } from 'react-relay';
import type { Environment } from 'relay-runtime';
import { localError, toGatewayError } from '../relay/gateway-error';
import type { RequestMetadata } from '../relay/fetch-graphql';
import type { gateway_completeness$key } from './__generated__/gateway_completeness.graphql';
import type { gateway_event$key } from './__generated__/gateway_event.graphql';
import type { gatewayHistoryQuery } from './__generated__/gatewayHistoryQuery.graphql';
import type { gatewaySubscription } from './__generated__/gatewaySubscription.graphql';
import type { Gateway, LiveEvent, Polled, StreamMessage, UnwatchedList } from './messages';

const EVENTS = graphql`
  subscription gatewaySubscription($after: String) {
    resourceEvents(after: $after) {
      __typename
      ...gateway_event @alias(as: "event")
      ... on Gap {
        to
      }
      ... on Heartbeat {
        position
        completeness {
          ...gateway_completeness
        }
      }
    }
  }
`;

const HISTORY = graphql`
  query gatewayHistoryQuery($since: DateOrDateTime!, $after: String) {
    resourceEvents(first: 100, after: $after, filter: { time: { gte: $since } }) {
      nodes {
        ...gateway_event
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      completeness {
        ...gateway_completeness
      }
    }
  }
`;

const EVENT = graphql`
  fragment gateway_event on ResourceEvent @inline {
    position
    type
    kind
    resourceId
    observedAt
    target {
      name
    }
    changes {
      field
      after
    }
  }
`;

const COMPLETENESS = graphql`
  fragment gateway_completeness on HistoryCompleteness @inline {
    complete
    sources {
      kind
      target {
        name
      }
      gaps {
        endedAt
      }
    }
  }
`;

export function createGateway(environment: Environment): Gateway {
  return {
    poll: async ({ since, after }) => {
      const metadata: RequestMetadata = { isFresh: true, isRepeated: false };
      const { resourceEvents } =
        (await fetchQuery<gatewayHistoryQuery>(
          environment,
          HISTORY,
          { since, after },
          { networkCacheConfig: { force: true, metadata: { ...metadata } } },
        ).toPromise()) ?? {};
      if (resourceEvents == null)
        throw localError('UNEXPECTED_RESPONSE', 'The gateway answered without events.');
      const { nodes, pageInfo, completeness } = resourceEvents;
      return {
        events: nodes.map(toEvent),
        unwatched: unwatchedIn(completeness),
        cursor: pageInfo.endCursor ?? undefined,
        hasMore: pageInfo.hasNextPage,
      } satisfies Polled;
    },
    open: (after, { next, ended }) => {
      const subscription = requestSubscription<gatewaySubscription>(environment, {
        subscription: EVENTS,
        variables: { after },
        onNext: (data) => {
          const message = data && toMessage(data.resourceEvents);
          if (message != null) next(message);
        },
        onError: (error) => {
          ended(toGatewayError(error));
        },
        onCompleted: () => {
          ended(localError('UNEXPECTED_RESPONSE', 'The stream has ended.'));
        },
      });
      return () => {
        subscription.dispose();
      };
    },
  };
}

function toMessage(message: gatewaySubscription['response']['resourceEvents']): StreamMessage {
  if (message.event != null) {
    const event = toEvent(message.event);
    return { kind: 'EVENTS', position: event.position, events: [event] };
  }
  if (message.__typename === 'Gap') return { kind: 'MISSED', position: message.to };
  if (message.__typename === 'Heartbeat') {
    const { position, completeness } = message;
    return { kind: 'EVENTS', position, events: [], unwatched: completeness ? unwatchedIn(completeness) : [] };
  }
  throw localError('UNEXPECTED_RESPONSE', 'The gateway sent a message that the console does not know.');
}

function toEvent(key: gateway_event$key): LiveEvent {
  const { target, ...event } = readInlineData(EVENT, key);
  return { ...event, target: target?.name };
}

/** The lists with a gap; a gap without an end is one now. */
function unwatchedIn(key: gateway_completeness$key): readonly UnwatchedList[] {
  const { complete, sources } = readInlineData(COMPLETENESS, key);
  if (complete) return [];
  return sources
    .filter(({ gaps }) => gaps.some(({ endedAt }) => endedAt == null))
    .map(({ kind, target }) => ({ kind, target: target.name }));
}
