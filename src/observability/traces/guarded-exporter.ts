/** Hands spans to the collector, scrubbed. A collector that is away costs spans, and one line of the log. */
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
    if (isUnavailable) this.logger.warn('the collector of traces does not take them; they are dropped');
    else this.logger.info('the collector of traces takes them again');
  }
}

/** Keeps so many spans until they are sent, and drops those that are too many. */
export class RequestSpanProcessor extends BatchSpanProcessor {
  override onEnd(span: ReadableSpan): void {
    if (isOfRequest(span)) super.onEnd(span);
  }
}
