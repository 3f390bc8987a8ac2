/** The plugin for trusted documents: it replaces a document id with the registered text and rejects all other documents. */
import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { GraphQLError, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { ConfigError, UnregisteredDocumentError } from '../../domain/errors';
import type { Context } from '../context';
import { documentLimitsRule } from './document-rule';
import { LIMITS } from './limits';
import { toGraphqlError } from './rejection';
import type { TrustedDocumentsFile } from './settings';

/** Replaces a rejected document, because Apollo Server accepts rejections from plugins only with a valid operation. */
const PLACEHOLDER = '{ __typename }';

/** Throws ConfigError when a registered document is not valid for the schema. */
export function trustedDocumentsPlugin(
  { path, documents }: TrustedDocumentsFile,
  schema: GraphQLSchema,
): ApolloServerPlugin<Context> {
  for (const [hash, text] of documents) {
    const problem = problemOf(text, schema);
    if (problem === undefined) continue;
    throw new ConfigError(`TRUSTED_DOCUMENTS ${path}: the document ${hash} is not valid: ${problem}`);
  }
  const texts = new Map([...documents].map(([hash, text]) => [withoutPrefix(hash), text]));
  const registered = new Set(texts.values());

  function textOf(request: GraphQLRequest<Record<string, unknown>>): string | undefined {
    const { query } = request;
    const id = documentIdOf(request);
    const text = id === undefined ? query : texts.get(withoutPrefix(id));
    // A request with an id and a text is accepted only when both denote the same document.
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

/** Removes the prefix sha256:, which is optional in the manifest and in requests. */
const withoutPrefix = (hash: string) => hash.replace(/^sha256:/, '');

/** Reads the id in the form of GraphQL over HTTP or of Apollo clients. */
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
