/** The connection on which PostgreSQL notifies the gateway. It reconnects until the last listener is closed. */
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, escapeIdentifier, type ClientConfig } from 'pg';
import type { Logger } from 'pino';
import type { Listening } from './database';

/** The time until the next attempt to connect. */
const RECONNECT_MS = 1_000;
/** The interval of a query that finds out whether the connection still works: a listener only receives. */
const CHECK_INTERVAL_MS = 10_000;
/** The time for the server to confirm the end of the connection. */
const CLOSE_MS = 200;

interface Listener {
  readonly channel: string;
  readonly onNotify: () => void;
}

export class PostgresListener {
  private readonly listeners = new Set<Listener>();
  private connecting: { readonly controller: AbortController; readonly ended: Promise<void> } | undefined;
  /** Ends the pause of the connection. */
  private wake: () => void = () => undefined;

  constructor(
    private readonly config: ClientConfig,
    private readonly logger: Logger,
  ) {}

  /** Returns at once, and connects in the background. */
  listen(channel: string, onNotify: () => void): Listening {
    const listener = { channel, onNotify };
    this.listeners.add(listener);
    this.connecting ??= this.start();
    this.wake();
    return {
      close: async () => {
        this.listeners.delete(listener);
        if (this.listeners.size === 0) await this.close();
      },
    };
  }

  /** Closes the connection, also one that does not respond. */
  async close(): Promise<void> {
    const { connecting } = this;
    this.listeners.clear();
    this.connecting = undefined;
    connecting?.controller.abort();
    this.wake();
    await connecting?.ended;
  }

  private start(): { readonly controller: AbortController; readonly ended: Promise<void> } {
    const controller = new AbortController();
    return { controller, ended: this.run(controller.signal) };
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.receive(signal).catch((error: unknown) => {
        this.logFailure(error);
      });
      await this.pause(RECONNECT_MS, signal);
    }
  }

  /** Receives notifications until the signal aborts. Rejects when the connection is lost. */
  private async receive(signal: AbortSignal): Promise<void> {
    // The process can end while the connection is open.
    const socket = new Socket().unref();
    const client = new Client({ ...this.config, stream: () => socket });
    client.on('error', (error) => {
      this.logFailure(error);
    });
    client.on('notification', ({ channel }) => {
      for (const listener of this.listeners) if (listener.channel === channel) listener.onNotify();
    });
    const wake = () => {
      this.wake();
    };
    let isConnected = false;
    // pg never settles a connection attempt that it ends, and ends a running query at once.
    const end = () => {
      if (isConnected) client.end().catch(() => undefined);
      else socket.destroy();
    };
    signal.addEventListener('abort', end);
    try {
      await client.connect();
      isConnected = true;
      client.on('end', wake);
      await this.follow(client, signal);
      await Promise.race([client.end(), delay(CLOSE_MS, undefined, { ref: false })]);
    } finally {
      signal.removeEventListener('abort', end);
      // The end of this connection must not end the pause before the next one.
      client.off('end', wake);
      socket.destroy();
    }
  }

  /** Listens to the channels of all listeners, also of later ones, and checks the connection. */
  private async follow(client: Client, signal: AbortSignal): Promise<void> {
    const channels = new Set<string>();
    const told = new Set<Listener>();
    while (!signal.aborted) {
      await client.query('SELECT 1');
      for (const listener of this.listeners) {
        if (told.has(listener)) continue;
        if (!channels.has(listener.channel))
          await client.query(`LISTEN ${escapeIdentifier(listener.channel)}`);
        channels.add(listener.channel);
        told.add(listener);
        // Earlier notifications may be lost.
        if (this.listeners.has(listener)) listener.onNotify();
      }
      await this.pause(CHECK_INTERVAL_MS, signal);
    }
  }

  private pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const timer = setTimeout(resolve, milliseconds).unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private logFailure(error: unknown): void {
    const { code } = error as NodeJS.ErrnoException;
    this.logger.debug({ code }, 'The connection for notifications of PostgreSQL failed');
  }
}
