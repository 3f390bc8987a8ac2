/** The events of API Gateway (payload 2.0) and of function URLs as requests of GraphQL over HTTP, and what answers them. */
import { handlers } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Logger } from 'pino';
import { BODY_LIMIT } from '../apollo';
import { GatewayError, UnauthenticatedError } from '../errors';

type Form = ReturnType<typeof handlers.createAPIGatewayProxyEventV2RequestHandler>;

const JSON_TYPE = /^application\/json\s*(;|$)/i;

class RefusedBodyError extends GatewayError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super('BAD_USER_INPUT', message);
  }
}

/** The library's form, but for what it takes for a body, and what it tells of errors: their own text. */
export function eventForm(logger: Logger): Form {
  const form = handlers.createAPIGatewayProxyEventV2RequestHandler();
  return {
    ...form,
    fromEvent: (event) => ({ ...form.fromEvent({ ...event, body: '' }), body: bodyOf(event) }),
    toErrorResult: (error) => answerTo(error, logger),
  };
}

/** Throws RefusedBodyError. */
function bodyOf({ body, isBase64Encoded, headers, requestContext }: APIGatewayProxyEventV2): unknown {
  if (requestContext.http.method !== 'POST') return '';
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT) throw new RefusedBodyError(413, 'The body is too large.');
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw new RefusedBodyError(415, 'The body must be JSON, with the content type application/json.');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RefusedBodyError(400, 'The body is not valid JSON in UTF-8.');
  }
}

function answerTo(error: unknown, logger: Logger): APIGatewayProxyStructuredResultV2 {
  if (!(error instanceof GatewayError)) {
    logger.error({ err: error }, 'unexpected error');
    return answerTo(new GatewayError('INTERNAL_SERVER_ERROR', 'The gateway failed to answer.'), logger);
  }
  const { message, extensions } = error;
  return {
    statusCode: statusOf(error),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(error instanceof UnauthenticatedError && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify({ errors: [{ message, extensions }] }),
  };
}

function statusOf(error: GatewayError): number {
  if (error instanceof RefusedBodyError) return error.status;
  return error instanceof UnauthenticatedError ? 401 : 500;
}
