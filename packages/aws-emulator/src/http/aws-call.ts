/** One AWS call, from request to reply: find caller and operation, apply rate limits and faults, run it, log it. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { AwsError } from '../kernel/aws-error';
import { loggedParameters, loggedSession } from '../kernel/call-log';
import type { Fault, FaultResponse, FaultError } from '../kernel/faults';
import type { CallContext, Service } from '../kernel/service';
import type { EmulatedAws } from '../aws/emulated-aws';
import { AWS_JSON } from './aws-json';
import { AWS_QUERY, FORM_CONTENT_TYPE } from './aws-query';
import { identify, readCredential, type Caller } from './credentials';
import type { HttpReply, HttpRequest, Protocol, RoutedCall } from './protocol';
import { REST_JSON } from './rest-json';
import type { FaultyReply } from './wire';

/**
 * The outcome of a call: a reply, a reply with a fault in its transport, a connection that is dropped without a
 * reply, or no reply on a connection that stays open.
 */
export type Outcome = HttpReply | FaultyReply | 'drop' | 'hang';

/** A caller, and the origin at which its request arrived, e.g. `http://127.0.0.1:4566`. */
type LocatedCaller = Caller & Pick<CallContext, 'origin'>;

const PROTOCOLS: Readonly<Record<Service['protocol'], Protocol>> = {
  restJson1: REST_JSON,
  awsJson1_1: AWS_JSON,
  awsQuery: AWS_QUERY,
};

/** The protocol in which to reject a request whose service is unknown. */
function guessProtocol(headers: IncomingHttpHeaders): Protocol {
  if (headers['x-amz-target'] !== undefined) return AWS_JSON;
  return headers['content-type']?.startsWith(FORM_CONTENT_TYPE) === true ? AWS_QUERY : REST_JSON;
}

export async function handleAwsCall(aws: EmulatedAws, request: HttpRequest): Promise<Outcome> {
  const requestId = randomUUID();
  const outcome = await respond(aws, request, requestId);
  if (outcome === 'drop' || outcome === 'hang' || 'wire' in outcome) return outcome;
  return { ...outcome, headers: { ...outcome.headers, 'x-amzn-requestid': requestId } };
}

async function respond(aws: EmulatedAws, request: HttpRequest, requestId: string): Promise<Outcome> {
  const { headers } = request;
  let protocol = guessProtocol(headers);
  try {
    const credential = readCredential(headers.authorization, protocol.errorNames);
    const service = aws.services.get(credential.service);
    if (service === undefined) {
      const message = `The service ${credential.service} is not emulated.`;
      throw new AwsError(protocol.errorNames.unknownOperation, 404, message);
    }
    protocol = PROTOCOLS[service.protocol];
    const token = headers['x-amz-security-token'];
    const caller = identify(credential, token, aws.kernel, protocol.errorNames);
    const routed = protocol.route(service, request);
    const origin = `http://${headers.host ?? 'localhost'}`;
    return await runLogged(aws, service, protocol, routed, { ...caller, origin }, requestId);
  } catch (error) {
    return protocol.failure(asAwsError(error, protocol), requestId);
  }
}

async function runLogged(
  aws: EmulatedAws,
  service: Service,
  protocol: Protocol,
  routed: RoutedCall,
  caller: LocatedCaller,
  requestId: string,
): Promise<Outcome> {
  const time = new Date(aws.kernel.clock.now()).toISOString();
  let parameters: Record<string, unknown> = {};
  let outcome: HttpReply | 'drop' | 'hang';
  let wire: Fault['wire'];
  try {
    const input = routed.readInput();
    parameters = loggedParameters(input);
    await delayAndLimit(aws, service, protocol, routed, caller);
    const fault = aws.faults.take(service.name, routed.operation, caller.scope);
    wire = fault?.wire;
    if (fault?.hold === true) await aws.faults.hold();
    outcome = await runUnderFault(service, routed, caller, input, fault, requestId);
  } catch (error) {
    outcome = protocol.failure(asAwsError(error, protocol), requestId);
  }
  aws.calls.add({
    time,
    service: service.name,
    operation: routed.operation,
    ...caller.scope,
    session: loggedSession(caller.session),
    parameters,
    status: typeof outcome === 'string' || wire !== undefined ? null : outcome.status,
    requestId,
  });
  return wire === undefined || typeof outcome === 'string' ? outcome : { wire, reply: outcome };
}

/**
 * Waits for the configured latency. Throws the throttling error of the protocol if the call exceeds its rate limit.
 */
async function delayAndLimit(
  { kernel, rateLimits }: EmulatedAws,
  service: Service,
  { errorNames }: Protocol,
  { operation }: RoutedCall,
  { scope }: Caller,
): Promise<void> {
  const { latencyMs } = kernel.behaviors.current;
  if (latencyMs > 0) await delay(latencyMs, undefined, { ref: false });
  if (rateLimits.admit(service.name, operation, scope, performance.now())) return;
  throw faultError(service, { type: errorNames.throttled });
}

async function runUnderFault(
  service: Service,
  routed: RoutedCall,
  caller: LocatedCaller,
  input: Record<string, unknown>,
  fault: Fault | undefined,
  requestId: string,
): Promise<HttpReply | 'drop' | 'hang'> {
  if (fault?.latencyMs !== undefined) await delay(fault.latencyMs, undefined, { ref: false });
  if (fault?.hang === true) return 'hang';
  if (fault?.lostResponse === 'before') return 'drop';
  if (fault?.error !== undefined) throw faultError(service, fault.error);
  if (fault?.answer !== undefined) return faultReply(fault.answer);
  const output = service.execute(routed.operation, input, { ...caller, pageFault: fault?.page });
  return fault?.lostResponse === 'after' ? 'drop' : routed.success(output, requestId);
}

function faultReply({ status = 200, headers = {}, body = '' }: FaultResponse): HttpReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

function faultError(service: Service, { type, status, message, retryAfterSeconds }: FaultError): AwsError {
  const text = message ?? (type.startsWith('Throttling') ? 'Rate exceeded' : 'The request failed.');
  return new AwsError(type, status ?? service.errorStatus(type) ?? 400, text, {}, retryAfterSeconds);
}

function asAwsError(error: unknown, { errorNames }: Protocol): AwsError {
  if (error instanceof AwsError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`The emulator failed because of an internal error: ${text}\n`);
  return new AwsError(errorNames.internal, 500, 'The emulator failed; see its standard error.');
}
