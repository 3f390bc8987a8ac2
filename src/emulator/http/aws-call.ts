/** One AWS call from request to reply: find its operation, let a fault in its way, run it, log it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AwsError } from '../kernel/aws-error';
import { loggedParameters } from '../kernel/call-log';
import type { Fault, FaultError } from '../kernel/faults';
import type { CallContext, Service } from '../kernel/service';
import type { World } from '../world';
import { AWS_JSON } from './aws-json';
import { readCaller, type Caller } from './credentials';
import type { HttpReply, HttpRequest, Protocol, RoutedCall } from './protocol';
import { REST_JSON } from './rest-json';

/** What becomes of a call: a reply, a connection dropped without one, or silence for ever. */
export type Outcome = HttpReply | 'drop' | 'hang';

/** A caller, and the origin that its request came to. */
type LocatedCaller = Caller & Pick<CallContext, 'origin'>;

const PROTOCOLS: Readonly<Record<Service['protocol'], Protocol>> = {
  restJson1: REST_JSON,
  awsJson1_1: AWS_JSON,
};

export async function handleAwsCall(world: World, request: HttpRequest): Promise<Outcome> {
  const requestId = randomUUID();
  const outcome = await answer(world, request, requestId);
  if (outcome === 'drop' || outcome === 'hang') return outcome;
  return { ...outcome, headers: { ...outcome.headers, 'x-amzn-requestid': requestId } };
}

async function answer(world: World, request: HttpRequest, requestId: string): Promise<Outcome> {
  let protocol = request.headers['x-amz-target'] === undefined ? REST_JSON : AWS_JSON;
  try {
    const caller = readCaller(request.headers.authorization);
    const service = world.services.get(caller.service);
    if (service === undefined) {
      throw new AwsError('UnknownOperationException', 404, `The service ${caller.service} is not emulated.`);
    }
    protocol = PROTOCOLS[service.protocol];
    const routed = protocol.route(service, request);
    const origin = `http://${request.headers.host ?? 'localhost'}`;
    return await runLogged(world, service, protocol, routed, { ...caller, origin }, requestId);
  } catch (error) {
    return protocol.failure(asAwsError(error));
  }
}

async function runLogged(
  world: World,
  service: Service,
  protocol: Protocol,
  routed: RoutedCall,
  caller: LocatedCaller,
  requestId: string,
): Promise<Outcome> {
  const time = new Date(world.kernel.clock.now()).toISOString();
  const fault = world.faults.take(service.name, routed.operation, caller.scope);
  let parameters: Record<string, unknown> = {};
  let outcome: Outcome;
  try {
    const input = routed.readInput();
    parameters = loggedParameters(input);
    outcome = await runUnderFault(service, protocol, routed, caller, input, fault);
  } catch (error) {
    outcome = protocol.failure(asAwsError(error));
  }
  world.calls.add({
    time,
    service: service.name,
    operation: routed.operation,
    ...caller.scope,
    parameters,
    status: typeof outcome === 'string' ? null : outcome.status,
    requestId,
  });
  return outcome;
}

async function runUnderFault(
  service: Service,
  protocol: Protocol,
  { operation, status }: RoutedCall,
  { scope, origin }: LocatedCaller,
  input: Record<string, unknown>,
  fault: Fault | undefined,
): Promise<Outcome> {
  if (fault?.latencyMs !== undefined) await delay(fault.latencyMs, undefined, { ref: false });
  if (fault?.hang === true) return 'hang';
  if (fault?.lostResponse === 'before') return 'drop';
  if (fault?.error !== undefined) throw faultError(service, fault.error);
  const output = service.execute(operation, input, { scope, origin, pageFault: fault?.page });
  return fault?.lostResponse === 'after' ? 'drop' : protocol.success(status, output);
}

function faultError(service: Service, { type, status, message, retryAfterSeconds }: FaultError): AwsError {
  const text = message ?? (type.startsWith('Throttling') ? 'Rate exceeded' : 'The request failed.');
  return new AwsError(type, status ?? service.errorStatus(type) ?? 400, text, {}, retryAfterSeconds);
}

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`The emulator failed: ${text}\n`);
  return new AwsError('InternalServerException', 500, 'The emulator failed; see its standard error.');
}
