/** Overload of the process: a delayed event loop, a heap that stays full after garbage collection, or too many bytes of responses that clients have not received. */
import {
  constants,
  monitorEventLoopDelay,
  PerformanceObserver,
  type PerformanceEntry,
} from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { oldGenerationLimit } from './heap-limit';

/** A mean event loop delay above this sheds requests. The limit of concurrent requests keeps the delay far below it. */
const MAX_EVENT_LOOP_DELAY_MS = 1_000;
/** Long enough that startup or a single garbage collection does not shed requests. */
const SAMPLE_INTERVAL_MS = 2_000;
const RESOLUTION_MS = 10;

/**
 * The parts of the old generation that are in use after a major garbage collection, above which shedding begins and below which it ends.
 * From 80 % on, V8 ends the process when it collects more than it runs.
 */
const HEAP_FULL = 0.75;
const HEAP_FREE = 0.65;
/** Without collections there is no measurement. Requests are then admitted, and soon cause a collection. */
const MEASUREMENT_VALID_MS = 5_000;
/** The parts of the heap limit that responses may have which clients have not received, above which shedding begins and below which it ends. */
const UNRECEIVED_MANY = 0.25;
const UNRECEIVED_FEW = 0.2;

type Cause = 'EVENT_LOOP' | 'HEAP' | 'UNRECEIVED_RESPONSES';

/** Uses no library and no file: process.memoryUsage() opens one, and throws without a free file descriptor. */
export class Overload {
  /** The maximum size of the old generation of the heap, in bytes. */
  readonly heapLimit = oldGenerationLimit();
  private readonly causes = new Set<Cause>();
  private measuredAt = 0;
  private unreceivedBytes = 0;

  constructor(
    private readonly logger: Logger,
    private readonly maxEventLoopDelayMs = MAX_EVENT_LOOP_DELAY_MS,
  ) {}

  /** True while the gateway must shed requests. */
  get exists(): boolean {
    return this.causes.size > 0;
  }

  /** Measures until `app` closes. */
  watch(app: FastifyInstance): void {
    const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delays.enable();
    const timer = setInterval(() => {
      // Without a sample, the event loop was blocked for the whole interval.
      const delay = Number.isNaN(delays.mean) ? Infinity : delays.mean / 1e6 - RESOLUTION_MS;
      delays.reset();
      this.set('EVENT_LOOP', this.maxEventLoopDelayMs > 0 && delay > this.maxEventLoopDelayMs);
      if (performance.now() - this.measuredAt > MEASUREMENT_VALID_MS) this.set('HEAP', false);
    }, SAMPLE_INTERVAL_MS).unref();
    const collections = new PerformanceObserver((list) => {
      const isMajor = list
        .getEntries()
        .some((entry) => kindOf(entry) === constants.NODE_PERFORMANCE_GC_MAJOR);
      if (isMajor) this.measureHeap();
    });
    collections.observe({ entryTypes: ['gc'] });
    app.addHook('onClose', (_app, done) => {
      clearInterval(timer);
      delays.disable();
      collections.disconnect();
      done();
    });
    app.addHook('onSend', ({ raw }, reply, payload, done) => {
      // The response of a closed connection has already emitted close.
      const bytes = typeof payload === 'string' && !raw.socket.destroyed ? Buffer.byteLength(payload) : 0;
      this.addUnreceived(bytes);
      reply.raw.once('close', () => {
        this.addUnreceived(-bytes);
      });
      done(null, payload);
    });
  }

  /** Only after a collection: before it, the heap in use contains garbage. */
  private measureHeap(): void {
    this.measuredAt = performance.now();
    const used = oldGenerationBytes() / this.heapLimit;
    this.set('HEAP', used > (this.causes.has('HEAP') ? HEAP_FREE : HEAP_FULL));
  }

  private addUnreceived(bytes: number): void {
    this.unreceivedBytes += bytes;
    const part = this.unreceivedBytes / this.heapLimit;
    const isOverloaded = this.causes.has('UNRECEIVED_RESPONSES');
    this.set('UNRECEIVED_RESPONSES', part > (isOverloaded ? UNRECEIVED_FEW : UNRECEIVED_MANY));
  }

  private set(cause: Cause, exists: boolean): void {
    if (exists === this.causes.has(cause)) return;
    if (exists) this.causes.add(cause);
    else this.causes.delete(cause);
    this.logger.warn({ cause }, exists ? 'The gateway is overloaded' : 'The gateway is no longer overloaded');
  }
}

/** The young generation is empty after a major collection, and then fills with garbage again. */
function oldGenerationBytes(): number {
  const spaces = getHeapSpaceStatistics().filter(({ space_name: name }) => !name.startsWith('new_'));
  return spaces.reduce((sum, { space_used_size: bytes }) => sum + bytes, 0);
}

function kindOf(collection: PerformanceEntry): unknown {
  return (collection as { readonly detail?: { readonly kind?: unknown } }).detail?.kind;
}
