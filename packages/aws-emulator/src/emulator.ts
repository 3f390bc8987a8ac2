/** Starts and stops one emulator of AWS on loopback. */
import type { Server } from 'node:http';
import { createEmulatorServer } from './http/server';
import type { EmulatorSettings } from './settings';
import { createEmulatedAws } from './emulated-aws';

export type { EmulatorSettings } from './settings';

/** A running emulator: AWS at `url`, its control endpoints under `url`/_emulator/. */
export interface Emulator {
  readonly url: string;
  /** Stops listening and drops every open connection. */
  close(): Promise<void>;
}

/** Rejects with node's own error when it cannot listen, e.g. EADDRINUSE. */
export async function startEmulator(settings: EmulatorSettings): Promise<Emulator> {
  const { host, port, seed, sizes } = settings;
  const startSettings = { seed, sizes };
  const server = createEmulatorServer({ startSettings, aws: createEmulatedAws(startSettings) });
  await listen(server, host, port);
  return { url: urlOf(server), close: () => close(server) };
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
  if (address === null || typeof address === 'string') throw new Error('The emulator listens on no port.');
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
