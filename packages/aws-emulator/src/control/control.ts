/** The control endpoints under /_emulator/: routing, checking of bodies, and replies. */
import type { z } from 'zod';
import type { HttpReply } from '../http/protocol';
import { checkControlInput, ControlError } from '../kernel/control-input';
import type { WorldHost } from '../emulated-aws';
import {
  changeClock,
  changeSettings,
  layFault,
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

type Endpoint = (host: WorldHost, request: ControlRequest) => unknown;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET calls': ({ world }) => world.calls.latest,
  'GET calls/counts': ({ world }) => world.calls.counts,
  'DELETE calls': ({ world }) => {
    world.calls.clear();
    return {};
  },
  'POST reset': (host, { body }) => reset(host, read(RESET, body)),
  'GET clock': ({ world }) => showClock(world),
  'POST clock': ({ world }, { body }) => changeClock(world, read(CLOCK, body)),
  'GET faults': ({ world }) => world.faults.all,
  'POST faults': ({ world }, { body }) => layFault(world, read(FAULT, body)),
  'DELETE faults': ({ world }) => {
    world.faults.clear();
    return {};
  },
  'GET settings': ({ world }) => showSettings(world),
  'POST settings': ({ world }, { body }) => changeSettings(world, read(SETTINGS, body)),
  'POST put': ({ world }, { body }) => put(world, read(PUT, body)),
  'GET state': ({ world }, { query }) => showState(world, query),
};

export function handleControl(host: WorldHost, method: string, target: string, body: string): HttpReply {
  const [path = '', query = ''] = target.slice(CONTROL_PATH.length).split('?', 2);
  const endpoint = ENDPOINTS[`${method} ${path}`];
  try {
    if (endpoint === undefined) {
      const known = Object.keys(ENDPOINTS).join(', ');
      throw new ControlError(404, `There is no control endpoint ${method} ${path}; there are ${known}.`);
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
