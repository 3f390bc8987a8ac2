/** The end of a server: requests under way are answered, and connections that wait for nothing are closed. */
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds in which requests that have been sent already are read, and refused. */
const GRACE_MS = 100;
/** Milliseconds after which nothing more is read from AWS. */
const READ_ABORT_MS = 10_000;
/** Milliseconds for the requests under way; AWS gets ten seconds for a change. */
const DRAIN_TIMEOUT_MS = 11_000;

export class Drain {
  /** Of every open connection, how many requests wait for their answer. */
  private readonly waiting = new Map<Socket, number>();
  private readonly running = new Set<Promise<unknown>>();
  private readonly readAbort = new AbortController();
  private closesIdle = false;

  /** Aborts when requests that still read have to come to an end. */
  readonly isDue = this.readAbort.signal;

  constructor(private readonly server: Server) {
    // Every request under way listens to it, which node takes for a leak from the eleventh on.
    setMaxListeners(0, this.isDue);
    server.on('connection', (socket) => {
      this.waiting.set(socket, 0);
      socket.once('close', () => this.waiting.delete(socket));
    });
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.count(socket, 1);
      response.once('close', () => {
        this.count(socket, -1);
      });
    });
  }

  /** For work that is to be waited for also when its client has gone away. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    this.running.add(work);
    try {
      return await work;
    } finally {
      this.running.delete(work);
    }
  }

  /** `close` stops listening, and waits for all connections to end. */
  async stop(close: () => Promise<unknown>): Promise<void> {
    let giveUp: () => void = () => undefined;
    const givenUp = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    const timers = [
      setTimeout(() => {
        this.closeIdle();
      }, GRACE_MS),
      setTimeout(() => {
        this.readAbort.abort();
      }, READ_ABORT_MS),
      setTimeout(() => {
        this.server.closeAllConnections();
        giveUp();
      }, DRAIN_TIMEOUT_MS),
    ];
    await close();
    await Promise.race([Promise.allSettled(this.running), givenUp]);
    for (const timer of timers) clearTimeout(timer);
  }

  private count(socket: Socket, change: 1 | -1): void {
    const before = this.waiting.get(socket);
    if (before === undefined) return;
    this.waiting.set(socket, before + change);
    if (this.closesIdle) this.closeIfIdle(socket);
  }

  private closeIdle(): void {
    this.closesIdle = true;
    for (const socket of this.waiting.keys()) this.closeIfIdle(socket);
  }

  private closeIfIdle(socket: Socket): void {
    if (this.waiting.get(socket) === 0) socket.destroySoon();
  }
}
