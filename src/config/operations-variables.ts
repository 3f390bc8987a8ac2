/** Variables of health checks, metrics and traces. */
import { z } from 'zod';
import { port, text } from './parsers';
import { variable } from './variables';

export const OPERATIONS_VARIABLES = {
  OPERATIONS_PORT: variable(port.optional(), {
    meaning: 'a separate port for `/livez`, `/readyz` and `/metrics`; 0 selects a free port',
    unset: '`PORT` serves them',
  }),
  OPERATIONS_HOST: variable(z.string().optional(), {
    meaning: 'the address that the gateway listens on at `OPERATIONS_PORT`',
    unset: 'the value of `HOST`',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(
    text(/^https?:\/\/\S+$/, 'must be the URL of a collector, such as http://127.0.0.1:4318').optional(),
    {
      meaning:
        'the URL of an OpenTelemetry collector that accepts OTLP over HTTP, such as `http://127.0.0.1:4318`; the other standard `OTEL_` variables apply too',
      unset: 'tracing is off',
    },
  ),
  OTEL_EXPORTER_OTLP_HEADERS: variable(z.string().optional(), {
    meaning: 'the headers for the collector, such as `name=value,name=value`',
    secret: true,
  }),
  OTEL_SERVICE_NAME: variable(z.string().default('secops-graph'), {
    meaning: 'the name of the gateway in traces',
  }),
};
