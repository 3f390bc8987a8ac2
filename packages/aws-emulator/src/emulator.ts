/** The lifecycle of one emulator: start it on a loopback address, and stop it. */
import type { Server } from 'node:http';
import { createEmulatorServer } from './server';
import { DEFAULT_SETTINGS, type EmulatorSettings, type EmulatorSizes } from './kernel/settings';
import { createEmulatedAws } from './aws/emulated-aws';

export type { EmulatorSettings } from './kernel/settings';

/** Settings that differ from the defaults. */
export interface EmulatorOptions extends Partial<Omit<EmulatorSettings, 'sizes'>> {
  readonly sizes?: Partial<EmulatorSizes>;
}

/** A running emulator. */
export interface Emulator {
  /** The endpoint of all emulated services, e.g. `http://127.0.0.1:4566`. */
  readonly url: string;
  /**
   * Sends a request to a control endpoint, e.g. `control('POST', '/clock', { advanceSeconds: 60 })`.
   * @param path the path below `/_emulator`
   * @returns the parsed JSON response
   * @throws Error with the response text when the status is not 2xx
   */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Stops listening and drops every open connection. */
  close(): Promise<void>;
}

/** Rejects with the error of Node.js when it cannot listen, e.g. EADDRINUSE. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host, port, seed, controlHosts } = { ...DEFAULT_SETTINGS, ...options };
  const startSettings = { seed, sizes: { ...DEFAULT_SETTINGS.sizes, ...options.sizes } };
  const server = createEmulatorServer({
    startSettings,
    controlHosts: [host, ...controlHosts],
    aws: createEmulatedAws(startSettings),
  });
  await listen(server, host, port);
  const url = urlOf(server);
  return {
    url,
    control: (method, path, body) => sendControl(`${url}/_emulator${path}`, method, body),
    close: () => close(server),
  };
}

async function sendControl(url: string, method: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} returned ${response.status}: ${text}`);
  return JSON.parse(text);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The emulator does not listen on a TCP port.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
