/** The awsQuery protocol: a form with the parameters Action and Version; replies and errors are XML. */
import { AwsError } from '../kernel/aws-error';
import { retryAfter, type CommonErrorNames, type HttpReply, type Protocol } from './protocol';

export const FORM_CONTENT_TYPE = 'application/x-www-form-urlencoded';

const CONTENT_TYPE = 'text/xml';

const QUERY_ERROR_NAMES: CommonErrorNames = {
  missingCredentials: 'MissingAuthenticationToken',
  incompleteSignature: 'IncompleteSignature',
  invalidToken: 'InvalidClientTokenId',
  expiredToken: 'ExpiredToken',
  unknownOperation: 'InvalidAction',
  throttled: 'Throttling',
  internal: 'InternalFailure',
};

export const AWS_QUERY: Protocol = {
  errorNames: QUERY_ERROR_NAMES,

  route({ operations, xml }, { method, body }) {
    const { Action = '', Version = '', ...input } = Object.fromEntries(new URLSearchParams(body));
    const operation = operations.find(({ name }) => name === Action);
    if (method !== 'POST' || operation === undefined || xml?.version !== Version) {
      const message = `Could not find operation ${Action} for version ${Version}`;
      throw new AwsError(QUERY_ERROR_NAMES.unknownOperation, 400, message);
    }
    return {
      operation: Action,
      readInput: () => input,
      success: (output, RequestId) =>
        reply(
          200,
          element(
            `${Action}Response`,
            { [`${Action}Result`]: output, ResponseMetadata: { RequestId } },
            xml.namespace,
          ),
        ),
    };
  },

  failure: (error, RequestId) => {
    const Type = error.status < 500 ? 'Sender' : 'Receiver';
    const Error = { Type, Code: error.type, Message: error.message, ...error.members };
    return reply(error.status, element('ErrorResponse', { Error, RequestId }), retryAfter(error));
  },
};

/** An XML element with its members. Members that are undefined or null are omitted. */
function element(name: string, value: unknown, namespace?: string): string {
  if (value === undefined || value === null) return '';
  const attributes = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([member, inner]) => element(member, inner))
          .join('')
      : escaped(typeof value === 'string' ? value : JSON.stringify(value));
  return `<${name}${attributes}>${content}</${name}>`;
}

function reply(status: number, body: string, headers: Record<string, string> = {}): HttpReply {
  return { status, headers: { 'content-type': CONTENT_TYPE, ...headers }, body };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
