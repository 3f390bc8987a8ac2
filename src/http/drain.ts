/** Graceful shutdown: the server completes the requests in flight and closes idle connections. */
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The time for which idle connections stay open, so that requests that clients have already sent receive a response. */
const GRACE_MS = 100;
/** The time after which reads from AWS are aborted. */
const READ_ABORT_MS = 10_000;
/** The time after which the remaining connections are closed; longer than WRITE_DEADLINE_MS, so that a change in flight completes. */
const DRAIN_TIMEOUT_MS = 11_000;

export class Drain {
  /** The number of pending responses of every open connection. */
  private readonly pending = new Map<Socket, number>();
  private readonly running = new Set<Promise<unknown>>();
  private readonly readAbortController = new AbortController();
  private isClosingIdle = false;

  /** Aborts when requests must stop reading from AWS. */
  readonly readAbortSignal = this.readAbortController.signal;

  constructor(private readonly server: Server) {
    // Every request in flight adds a listener; Node.js warns of a leak above ten.
    setMaxListeners(0, this.readAbortSignal);
    server.on('connection', (socket) => {
      this.pending.set(socket, 0);
      socket.once('close', () => this.pending.delete(socket));
    });
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.count(socket, 1);
      response.once('close', () => {
        this.count(socket, -1);
      });
    });
  }

  /** Makes `stop` wait for `work`, even if its client disconnects. Resolves and rejects like `work`. */
  async track<Result>(work: Promise<Result>): Promise<Result> {
    this.running.add(work);
    try {
      return await work;
    } finally {
      this.running.delete(work);
    }
  }

  /**
   * Resolves when the tracked work and `close` are done, after eleven seconds at most.
   * @param close stops listening and resolves when all connections have ended.
   */
  async stop(close: () => Promise<unknown>): Promise<void> {
    let onTimeout: () => void = () => undefined;
    const timeout = new Promise<void>((resolve) => {
      onTimeout = resolve;
    });
    const timers = [
      setTimeout(() => {
        this.closeIdle();
      }, GRACE_MS),
      setTimeout(() => {
        this.readAbortController.abort();
      }, READ_ABORT_MS),
      setTimeout(() => {
        this.server.closeAllConnections();
        onTimeout();
      }, DRAIN_TIMEOUT_MS),
    ];
    await close();
    await Promise.race([Promise.allSettled(this.running), timeout]);
    for (const timer of timers) clearTimeout(timer);
  }

  private count(socket: Socket, change: 1 | -1): void {
    const before = this.pending.get(socket);
    if (before === undefined) return;
    this.pending.set(socket, before + change);
    if (this.isClosingIdle) this.closeIfIdle(socket);
  }

  private closeIdle(): void {
    this.isClosingIdle = true;
    for (const socket of this.pending.keys()) this.closeIfIdle(socket);
  }

  private closeIfIdle(socket: Socket): void {
    if (this.pending.get(socket) === 0) socket.destroySoon();
  }
}
