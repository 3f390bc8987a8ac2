/** Uploads to and downloads from presigned URLs, with CORS; errors are XML, as S3 words them. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AwsError } from '../kernel/aws-error';
import type { EmulatedAws } from '../aws/emulated-aws';
import { readBytes } from './body';
import type { HttpReply } from './protocol';

export async function handlePresigned(aws: EmulatedAws, request: IncomingMessage): Promise<HttpReply> {
  const { method, headers } = request;
  const isAllowed = aws.kernel.behaviors.current.presignedUrlCors;
  if (method === 'OPTIONS') return answerPreflight(headers, isAllowed);
  const reply = await transfer(aws, request);
  if (!isAllowed || headers.origin === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, ...ALLOW_ORIGIN } };
}

const ALLOW_ORIGIN = { 'access-control-allow-origin': '*' };
const CORS_METHODS = ['GET', 'PUT'];

/** Like S3, looks at no signature, so that a preflight neither uses a URL nor reveals whether it is valid. */
function answerPreflight(headers: IncomingHttpHeaders, isAllowed: boolean): HttpReply {
  const method = headers['access-control-request-method'];
  if (headers.origin === undefined || method === undefined) {
    return failure(400, 'BadRequest', 'Origin and Access-Control-Request-Method are needed.');
  }
  if (!isAllowed || !CORS_METHODS.includes(method)) {
    return failure(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  }
  const requested = headers['access-control-request-headers'];
  return {
    status: 200,
    headers: {
      ...ALLOW_ORIGIN,
      'access-control-allow-methods': CORS_METHODS.join(', '),
      ...(requested === undefined ? {} : { 'access-control-allow-headers': requested }),
    },
    body: '',
  };
}

/** What AWS's samples send with an upload, besides If-None-Match: *. */
const EXACT_TYPE = 'application/octet-stream';

async function transfer({ kernel }: EmulatedAws, request: IncomingMessage): Promise<HttpReply> {
  const { method = 'GET', url: target = '/', headers } = request;
  const { clock, presignedUrls } = kernel;
  const grant = presignedUrls.find(method, target, clock.now());
  const expectedLength = grant?.method === 'PUT' ? grant.contentLength : 0;
  const bytes = await readBytes(request, expectedLength);
  if (grant === undefined) {
    return failure(403, 'AccessDenied', 'The presigned URL is not valid, or has expired.');
  }
  if (grant.method === 'GET') {
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: grant.read() };
  }
  if (bytes === undefined || headers['content-length'] !== String(expectedLength)) {
    return failure(403, 'SignatureDoesNotMatch', `Content-Length must be ${expectedLength}.`);
  }
  const isExact = headers['content-type'] === EXACT_TYPE && headers['if-none-match'] === '*';
  if (kernel.behaviors.current.exactUploadHeaders && !isExact) {
    const message = `Content-Type must be ${EXACT_TYPE} and If-None-Match must be *.`;
    return failure(403, 'SignatureDoesNotMatch', message);
  }
  return replyAfter(() => {
    grant.store(bytes, clock.now());
  });
}

function replyAfter(store: () => void): HttpReply {
  try {
    store();
  } catch (error) {
    if (error instanceof AwsError) return failure(error.status, error.type, error.message);
    throw error;
  }
  return { status: 200, headers: {}, body: '' };
}

function failure(status: number, code: string, message: string): HttpReply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
