/** How operators see what the gateway does. */
import { z } from 'zod';
import { port, text } from './parsers';
import { variable } from './variables';

export const OPERATIONS_VARIABLES = {
  OPERATIONS_PORT: variable(port.optional(), {
    meaning:
      'serves `/livez`, `/readyz` and `/metrics` on a port of their own, and on that only; 0 picks a free one',
    unset: 'they are served on `PORT`',
  }),
  OPERATIONS_HOST: variable(z.string().optional(), {
    meaning: 'the address that `OPERATIONS_PORT` is opened at',
    unset: 'that of `HOST`',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(
    text(/^https?:\/\/\S+$/, 'must be the URL of a collector, as http://127.0.0.1:4318').optional(),
    {
      meaning:
        'a collector of OpenTelemetry traces that takes OTLP over HTTP, as `http://127.0.0.1:4318`; the other standard `OTEL_` variables hold too',
      unset: 'nothing is traced',
    },
  ),
  OTEL_EXPORTER_OTLP_HEADERS: variable(z.string().optional(), {
    meaning: 'headers for the collector, as `name=value,name=value`',
    secret: true,
  }),
  OTEL_SERVICE_NAME: variable(z.string().default('secops-graph'), {
    meaning: 'what the gateway is called in traces',
  }),
};
