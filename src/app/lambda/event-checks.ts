/** The request handler for events of API Gateway (payload format 2.0) and of function URLs: checks, body parsing and error responses. */
import { handlers } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Logger } from 'pino';
import { GatewayError } from '../../domain/errors';
import { BODY_LIMIT, parseBody } from '../../http/body';
import { toHttpResponse, RejectedRequestError } from '../../graphql/rejection';
import { checkHeaders } from '../../http/request-checks';

type RequestHandler = ReturnType<typeof handlers.createAPIGatewayProxyEventV2RequestHandler>;

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Replaces the library's body parser and its error results, which contain the text of the error. */
export function createRequestHandler(logger: Logger): RequestHandler {
  const handler = handlers.createAPIGatewayProxyEventV2RequestHandler();
  return {
    ...handler,
    fromEvent: (event) => {
      const headers = { ...event.headers };
      checkHeaders(headers, event.rawQueryString);
      return { ...handler.fromEvent({ ...event, headers, body: '' }), body: bodyOf(event) };
    },
    toErrorResult: (error) => errorResult(error, logger),
  };
}

/** Throws RejectedRequestError. */
function bodyOf({ body, isBase64Encoded, headers, requestContext }: APIGatewayProxyEventV2): unknown {
  if (requestContext.http.method !== 'POST') return '';
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT)
    throw new RejectedRequestError(413, `The body is larger than ${BODY_LIMIT} bytes.`);
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw new RejectedRequestError(415, 'The body must be JSON, with the content type application/json.');
  }
  return parseBody(bytes);
}

function errorResult(error: unknown, logger: Logger): APIGatewayProxyStructuredResultV2 {
  if (!(error instanceof GatewayError)) {
    logger.error({ err: error }, 'Unexpected error');
    return errorResult(
      new GatewayError('INTERNAL_SERVER_ERROR', 'The gateway failed to process this request.'),
      logger,
    );
  }
  const { status, headers, body } = toHttpResponse(error);
  const headerValues = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return { statusCode: status, headers: Object.fromEntries(headerValues) as Record<string, string>, body };
}
