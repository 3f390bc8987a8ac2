/** The HTTP server: control endpoints, presigned URLs, and the AWS services on all other paths. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CONTROL_PATH, handleControl } from './control/control';
import { AwsError } from './kernel/aws-error';
import { PRESIGNED_PATH } from './kernel/presigned-urls';
import type { EmulatedAwsHost } from './aws/emulated-aws';
import { handleAwsCall, type Outcome } from './http/aws-call';
import { MAX_BODY_BYTES, readBody } from './http/body';
import { handlePresigned } from './http/presigned';
import { REST_JSON } from './http/rest-json';
import { sendFaulty } from './http/wire';

/** Longer than clients keep idle connections, so that no client writes to a connection that the server closes. */
const KEEP_ALIVE_MS = 120_000;

export function createEmulatorServer(host: EmulatedAwsHost): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    handle(host, request).then(
      (outcome) => {
        send(outcome, response);
      },
      () => response.destroy(),
    );
  });
}

async function handle(host: EmulatedAwsHost, request: IncomingMessage): Promise<Outcome> {
  const { method = 'GET', url: target = '/', headers } = request;
  if (target.startsWith(PRESIGNED_PATH)) return handlePresigned(host.aws, request);
  const body = await readBody(request);
  if (body === undefined) {
    const message = `The request body is over ${MAX_BODY_BYTES} bytes.`;
    return REST_JSON.failure(new AwsError('RequestEntityTooLargeException', 413, message));
  }
  if (target.startsWith(CONTROL_PATH)) return handleControl(host, request, body);
  return handleAwsCall(host.aws, { method, target, headers, body });
}

function send(outcome: Outcome, response: ServerResponse): void {
  if (outcome === 'hang') return;
  if (outcome === 'drop') {
    response.destroy();
    return;
  }
  if ('wire' in outcome) {
    sendFaulty(outcome, response);
    return;
  }
  const { status, headers, body } = outcome;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
