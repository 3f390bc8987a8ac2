/** The start of OpenTelemetry. Load this module only with tracing enabled, and before graphql and the AWS SDK. */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { AwsInstrumentation } from '@opentelemetry/instrumentation-aws-sdk';
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Logger } from 'pino';
import type { RequestSpans } from '../requests/request-spans';
import { GuardedExporter, RequestSpanProcessor } from './guarded-exporter';
import { createRequestSpans } from './server-spans';

/** The limit for exporting the last spans at shutdown. */
const FLUSH_TIMEOUT_MS = 2_000;

export interface Tracing {
  readonly spans: RequestSpans;
  /** Exports the remaining spans within FLUSH_TIMEOUT_MS and stops tracing. Never rejects. */
  stop(): Promise<void>;
}

/** The exporter and the SDK read the standard variables of OpenTelemetry, such as OTEL_EXPORTER_OTLP_ENDPOINT. */
export function startTracing(serviceName: string, logger: Logger): Tracing {
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(resourceFromAttributes({ 'service.name': serviceName })),
    spanProcessors: [new RequestSpanProcessor(new GuardedExporter(new OTLPTraceExporter(), logger))],
  });
  provider.register();
  registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [
      // mergeItems creates one span per field for all rows of a list.
      new GraphQLInstrumentation({ mergeItems: true, ignoreTrivialResolveSpans: true, allowValues: false }),
      new AwsInstrumentation({ suppressInternalInstrumentation: true }),
    ],
  });
  return {
    spans: createRequestSpans(),
    stop: async () => {
      const timeout = new Promise((resolve) => setTimeout(resolve, FLUSH_TIMEOUT_MS).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), timeout]);
    },
  };
}
