/** The requests of the explorer: queries and mutations by POST, and subscriptions as streams. */
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { getOperationAST, OperationTypeNode } from 'graphql';
import { createClient, type RequestParams } from 'graphql-sse';

/** @param endpoint the URL of queries; that of streams is below it. */
export function createFetcher(endpoint: string): Fetcher {
  const fetchResult = createGraphiQLFetcher({ url: endpoint });
  return (request, options = {}) => {
    const operation = options.documentAST && getOperationAST(options.documentAST, request.operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return fetchResult(request, options);
    const client = createClient({
      url: `${endpoint}/stream`,
      headers: toHeaders(options.headers),
      // The user sees the end of a stream, and runs the subscription again.
      retryAttempts: 0,
    });
    return client.iterate(request as RequestParams) as ReturnType<Fetcher>;
  };
}

/** The headers of the editor, whose values GraphiQL does not check. */
function toHeaders(headers: object = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
