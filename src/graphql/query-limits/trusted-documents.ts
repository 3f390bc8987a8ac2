/** Where only registered operations are accepted: finds the text that an id stands for, and refuses every other. */
import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { GraphQLError, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { ConfigError, UnregisteredDocumentError } from '../../domain/errors';
import type { Context } from '../context';
import { documentLimitsRule } from './document-rule';
import { LIMITS } from './limits';
import { toGraphqlError } from './rejection';
import type { TrustedDocumentsFile } from './settings';

/** Stands in for what is refused: Apollo Server takes refusals from hooks only when there is an operation. */
const PLACEHOLDER = '{ __typename }';

/** Throws ConfigError when one of the documents cannot be executed. */
export function trustedDocumentsPlugin(
  { path, documents }: TrustedDocumentsFile,
  schema: GraphQLSchema,
): ApolloServerPlugin<Context> {
  for (const [hash, text] of documents) {
    const problem = problemOf(text, schema);
    if (problem === undefined) continue;
    throw new ConfigError(`TRUSTED_DOCUMENTS ${path}: the document ${hash} is not valid: ${problem}`);
  }
  const texts = new Map([...documents].map(([hash, text]) => [bare(hash), text]));
  const registered = new Set(texts.values());

  function textOf(request: GraphQLRequest<Record<string, unknown>>): string | undefined {
    const { query } = request;
    const id = documentIdOf(request);
    const text = id === undefined ? query : texts.get(bare(id));
    // Whoever sends an id and a text means both.
    return text !== undefined && registered.has(text) && (query ?? text) === text ? text : undefined;
  }

  return {
    requestDidStart: ({ request }) => {
      const text = textOf(request);
      request.query = text ?? PLACEHOLDER;
      delete request.extensions?.persistedQuery;
      return Promise.resolve({
        didResolveOperation: () =>
          text === undefined
            ? Promise.reject(toGraphqlError(new UnregisteredDocumentError()))
            : Promise.resolve(),
      });
    },
  };
}

/** In the manifest and in requests, SHA-256 is named or not. */
const bare = (hash: string) => hash.replace(/^sha256:/, '');

/** As GraphQL over HTTP has it, or as Apollo's clients do. */
function documentIdOf({ http, extensions }: GraphQLRequest): string | undefined {
  const ids = [
    memberOf(http?.body, 'documentId'),
    new URLSearchParams(http?.search).get('documentId'),
    memberOf(extensions?.persistedQuery, 'sha256Hash'),
  ];
  return ids.find((id) => typeof id === 'string');
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function problemOf(text: string, schema: GraphQLSchema): string | undefined {
  try {
    const document = parse(text, { maxLexicalTokens: LIMITS.tokens.maximum });
    return validate(schema, document, [...specifiedRules, documentLimitsRule])[0]?.message;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.message;
  }
}
