/** Graceful shutdown: the server completes the requests in flight, and those that arrive on open connections, within a time limit. */
import type { Server } from 'node:http';
import { InFlightSet } from '../domain/in-flight';
import { ClosingConnections } from './closing-connections';

/** The time after which reads from AWS are aborted. */
const READ_ABORT_MS = 10_000;
/** The time after which the remaining connections are closed; longer than WRITE_DEADLINE_MS, so that a change in flight completes. */
const DRAIN_TIMEOUT_MS = 11_000;

export class Drain {
  private readonly connections: ClosingConnections;
  private readonly running = new InFlightSet<Promise<unknown>>();
  private readonly readAbortController = new AbortController();

  /** Aborts when requests must stop reading from AWS. */
  readonly readAbortSignal = this.readAbortController.signal;

  constructor(private readonly server: Server) {
    this.connections = new ClosingConnections(server);
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

  /** From now on every response ends its connection. The server accepts connections and serves requests as before. */
  begin(): void {
    this.connections.closeAfterResponses();
  }

  /** Stops listening, and resolves when all connections have ended and the tracked work is done, after eleven seconds at most. */
  async stop(): Promise<void> {
    let onTimeout: () => void = () => undefined;
    const timeout = new Promise<void>((resolve) => {
      onTimeout = resolve;
    });
    const timers = [
      setTimeout(() => {
        this.readAbortController.abort();
      }, READ_ABORT_MS),
      setTimeout(() => {
        this.server.closeAllConnections();
        onTimeout();
      }, DRAIN_TIMEOUT_MS),
    ];
    await this.connections.stop();
    await Promise.race([Promise.allSettled(this.running.toArray()), timeout]);
    for (const timer of timers) clearTimeout(timer);
  }
}
