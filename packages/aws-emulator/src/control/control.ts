/** The control endpoints under /_emulator/: routing, validation of bodies, and replies. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { HttpReply } from '../http/protocol';
import { checkControlInput, ControlError } from '../kernel/control-input';
import type { EmulatedAwsHost } from '../aws/emulated-aws';
import { checkAccess } from './access';
import {
  addFault,
  changeClock,
  changeSettings,
  put,
  reset,
  showClock,
  showSettings,
  showState,
} from './actions';
import { CLOCK, FAULT, PUT, RESET, SETTINGS } from './requests';

export const CONTROL_PATH = '/_emulator/';

interface ControlRequest {
  readonly body: string;
  readonly query: URLSearchParams;
}

type Endpoint = (host: EmulatedAwsHost, request: ControlRequest) => unknown;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET calls': ({ aws }) => aws.calls.latest,
  'GET calls/counts': ({ aws }) => aws.calls.counts,
  'DELETE calls': ({ aws }) => {
    aws.calls.clear();
    return {};
  },
  'POST reset': (host, { body }) => reset(host, read(RESET, body)),
  'GET clock': ({ aws }) => showClock(aws),
  'POST clock': ({ aws }, { body }) => changeClock(aws, read(CLOCK, body)),
  'GET faults': ({ aws }) => aws.faults.all,
  'POST faults': ({ aws }, { body }) => addFault(aws, read(FAULT, body)),
  'DELETE faults': ({ aws }) => {
    aws.faults.clear();
    return {};
  },
  'POST faults/release': ({ aws }) => ({ released: aws.faults.release() }),
  'GET settings': ({ aws }) => showSettings(aws),
  'POST settings': ({ aws }, { body }) => changeSettings(aws, read(SETTINGS, body)),
  'POST put': ({ aws }, { body }) => put(aws, read(PUT, body)),
  'GET state': ({ aws }, { query }) => showState(aws, query),
};

export function handleControl(host: EmulatedAwsHost, request: IncomingMessage, body: string): HttpReply {
  const { method = 'GET', url: target = '/' } = request;
  const [path = '', query = ''] = target.slice(CONTROL_PATH.length).split('?', 2);
  const endpoint = ENDPOINTS[`${method} ${path}`];
  try {
    checkAccess(request, host.controlHosts);
    if (endpoint === undefined) {
      const available = Object.keys(ENDPOINTS).join(', ');
      throw new ControlError(404, `There is no control endpoint ${method} ${path}. Use one of ${available}.`);
    }
    return json(200, endpoint(host, { body, query: new URLSearchParams(query) }));
  } catch (error) {
    if (error instanceof ControlError) return json(error.status, { error: error.message });
    throw error;
  }
}

function read<Body>(schema: z.ZodType<Body>, text: string): Body {
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ControlError(400, 'The body is not valid JSON.');
  }
  return checkControlInput(schema, value);
}

function json(status: number, value: unknown): HttpReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
