/** Uploads to and downloads from presigned URLs, with CORS; errors are XML, as S3 words them. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AwsError } from '../kernel/aws-error';
import type { EmulatedAws } from '../aws/emulated-aws';
import type { Behavior } from '../kernel/behavior';
import type { UploadGrant } from '../kernel/presigned-urls';
import { readBytes } from './body';
import type { HttpReply } from './protocol';

export async function handlePresigned(aws: EmulatedAws, request: IncomingMessage): Promise<HttpReply> {
  const { method, headers } = request;
  const behavior = aws.kernel.behaviors.current;
  if (method === 'OPTIONS') return answerPreflight(headers, behavior);
  const reply = await transfer(aws, request);
  if (!behavior.presignedUrlCors || headers.origin === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, ...ALLOW_ORIGIN } };
}

const ALLOW_ORIGIN = { 'access-control-allow-origin': '*' };
const CORS_METHODS = ['GET', 'PUT'];

/** The headers that AWS's samples send with an upload, in lower case, besides Content-Length, which the URL determines. */
const UPLOAD_HEADERS = { 'if-none-match': '*', 'content-type': 'application/octet-stream' };
const UPLOAD_HEADER_NAMES = [...Object.keys(UPLOAD_HEADERS), 'content-length'];

/** Like S3, looks at no signature, so that a preflight neither uses a URL nor reveals whether it is valid. */
function answerPreflight(headers: IncomingHttpHeaders, behavior: Behavior): HttpReply {
  const method = headers['access-control-request-method'];
  if (headers.origin === undefined || method === undefined) {
    return failure(400, 'BadRequest', 'Origin and Access-Control-Request-Method are needed.');
  }
  const requested = headers['access-control-request-headers'];
  const areHeadersAllowed =
    method !== 'PUT' || !behavior.exactUploadHeaders || namesOf(requested).every(isUploadHeader);
  if (!behavior.presignedUrlCors || !CORS_METHODS.includes(method) || !areHeadersAllowed) {
    return failure(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  }
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

function namesOf(list = ''): string[] {
  return list.split(',').flatMap((name) => name.trim().toLowerCase() || []);
}

function isUploadHeader(name: string): boolean {
  return UPLOAD_HEADER_NAMES.includes(name);
}

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
  if (headers['content-length'] === undefined) {
    return failure(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  if (bytes === undefined || headers['content-length'] !== String(expectedLength)) {
    return failure(403, 'SignatureDoesNotMatch', `Content-Length must be ${expectedLength}.`);
  }
  const wrong = Object.entries(UPLOAD_HEADERS).find(([name, value]) => headers[name] !== value);
  if (kernel.behaviors.current.exactUploadHeaders && wrong !== undefined) {
    const [name, value] = wrong;
    return failure(403, 'SignatureDoesNotMatch', `The header ${name} must be ${value}.`);
  }
  return store(grant, bytes, clock.now(), headers['if-none-match'] === '*');
}

function store(grant: UploadGrant, bytes: Buffer, now: number, mustBeNew: boolean): HttpReply {
  try {
    grant.store(bytes, now);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (mustBeNew && error.type === 'ConflictException') {
      const message = 'At least one of the pre-conditions you specified did not hold';
      return failure(412, 'PreconditionFailed', message);
    }
    return failure(error.status, error.type, error.message);
  }
  return { status: 200, headers: {}, body: '' };
}

function failure(status: number, code: string, message: string): HttpReply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
