/** The events of API Gateway (payload 2.0) and of function URLs as requests of GraphQL over HTTP, and what answers them. */
import { handlers } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Logger } from 'pino';
import { GatewayError } from '../../domain/errors';
import { BODY_LIMIT, parseBody } from '../../http/body';
import { toHttpResponse, RejectedRequestError } from '../../graphql/rejection';
import { checkHeaders } from '../../http/request-checks';

type EventShape = ReturnType<typeof handlers.createAPIGatewayProxyEventV2RequestHandler>;

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** The library's form, but for what it takes for a body, and what it tells of errors: their own text. */
export function eventShape(logger: Logger): EventShape {
  const form = handlers.createAPIGatewayProxyEventV2RequestHandler();
  return {
    ...form,
    fromEvent: (event) => {
      const headers = { ...event.headers };
      checkHeaders(headers, event.rawQueryString);
      return { ...form.fromEvent({ ...event, headers, body: '' }), body: bodyOf(event) };
    },
    toErrorResult: (error) => resultOf(error, logger),
  };
}

/** Throws RefusedRequestError. */
function bodyOf({ body, isBase64Encoded, headers, requestContext }: APIGatewayProxyEventV2): unknown {
  if (requestContext.http.method !== 'POST') return '';
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT) throw new RejectedRequestError(413, 'The body is too large.');
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw new RejectedRequestError(415, 'The body must be JSON, with the content type application/json.');
  }
  return parseBody(bytes);
}

function resultOf(error: unknown, logger: Logger): APIGatewayProxyStructuredResultV2 {
  if (!(error instanceof GatewayError)) {
    logger.error({ err: error }, 'unexpected error');
    return resultOf(
      new GatewayError('INTERNAL_SERVER_ERROR', 'The gateway failed to answer this request.'),
      logger,
    );
  }
  const { status, headers, body } = toHttpResponse(error);
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return { statusCode: status, headers: Object.fromEntries(texts) as Record<string, string>, body };
}
