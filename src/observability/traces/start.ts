/** Starts OpenTelemetry. To be loaded only where traces are wanted, and before graphql and the AWS SDK are. */
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

/** Milliseconds that the last spans may take to leave. */
const FAREWELL = 2_000;

export interface Tracing {
  readonly spans: RequestSpans;
  /** Sends what has not been sent yet, two seconds at most. */
  stop(): Promise<void>;
}

/** The exporter and the SDK read OpenTelemetry's own variables. */
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
      // One span for a field of all rows of a list.
      new GraphQLInstrumentation({ mergeItems: true, ignoreTrivialResolveSpans: true, allowValues: false }),
      new AwsInstrumentation({ suppressInternalInstrumentation: true }),
    ],
  });
  return {
    spans: createRequestSpans(),
    stop: async () => {
      const patience = new Promise((resolve) => setTimeout(resolve, FAREWELL).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), patience]);
    },
  };
}
