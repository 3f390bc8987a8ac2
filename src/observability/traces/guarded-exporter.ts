/** The exporter of scrubbed spans. While the collector is unavailable, it drops spans and logs one line. */
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { Logger } from 'pino';
import { isOfRequest, scrub } from './scrub';

type Done = Parameters<SpanExporter['export']>[1];

const SUCCESS = 0;

export class GuardedExporter implements SpanExporter {
  private isUnavailable = false;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly logger: Logger,
  ) {}

  export(spans: ReadableSpan[], done: Done): void {
    this.exporter.export(spans.map(scrub), (result) => {
      const code: number = result.code;
      this.note(code !== SUCCESS);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  private note(isUnavailable: boolean): void {
    if (isUnavailable === this.isUnavailable) return;
    this.isUnavailable = isUnavailable;
    if (isUnavailable) this.logger.warn('The collector of traces is unavailable; spans are dropped');
    else this.logger.info('The collector of traces is available again');
  }
}

/** A bounded queue of spans of requests. It drops spans that exceed the bound, and spans outside of requests. */
export class RequestSpanProcessor extends BatchSpanProcessor {
  override onEnd(span: ReadableSpan): void {
    if (isOfRequest(span)) super.onEnd(span);
  }
}
