/** Variables of health checks, metrics and traces. */
import { z } from 'zod';
import { READINESS_NEEDS, type ReadinessNeed } from '../observability/health/problems';
import { host, list, port, wholeNumber } from './parsers';
import { url } from './url-parsers';
import { variable } from './variables';

/** The port of metrics when sign-in is required and OPERATIONS_PORT is not set. */
export const DEFAULT_OPERATIONS_PORT = 9464;

export const OPERATIONS_VARIABLES = {
  OPERATIONS_PORT: variable(port(DEFAULT_OPERATIONS_PORT).optional(), {
    meaning: 'a separate port for `/livez`, `/readyz` and `/metrics`; 0 selects a free port',
    unset: `\`${DEFAULT_OPERATIONS_PORT}\` if sign-in is required, and \`PORT\` serves \`/livez\` and \`/readyz\` too; otherwise \`PORT\` serves all three`,
  }),
  OPERATIONS_HOST: variable(host.optional(), {
    meaning: 'the address that the gateway listens on at `OPERATIONS_PORT`',
    unset: 'the value of `HOST`',
  }),
  READINESS_NEEDS: variable(
    list(isNeed, `must be a list of ${Object.keys(READINESS_NEEDS).join(', ')}`)
      .transform((entries): readonly ReadinessNeed[] => entries.filter(isNeed))
      .default([]),
    {
      meaning:
        'the stores without which [`/readyz`](observability.md#health) returns 503, separated by commas: `audit`, `valkey`',
      unset: 'none: the gateway is degraded, and reads go on',
    },
  ),
  DRAIN_DELAY_SECONDS: variable(wholeNumber(0, 300, 5).default(0), {
    meaning:
      'the time for which the gateway, after SIGTERM, is [not ready and still accepts connections](#update), so that load balancers notice',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(
    url({
      schemes: ['http', 'https'],
      problem: 'must be the URL of a collector, such as',
      example: 'http://127.0.0.1:4318',
      passwordExample: 'http://user:pass%23word@127.0.0.1:4318',
    }).optional(),
    {
      meaning:
        'the URL of an OpenTelemetry collector that accepts OTLP over HTTP, such as `http://127.0.0.1:4318`; the other standard `OTEL_` variables apply too',
      unset: 'tracing is off',
    },
  ),
  OTEL_EXPORTER_OTLP_HEADERS: variable(
    list(
      isHeader,
      'must be a list of percent-encoded headers such as x-api-key=abc,x-tenant=security',
      nameOf,
    ).optional(),
    {
      meaning: 'the headers for the collector, such as `name=value,name=value`',
      secret: true,
    },
  ),
  OTEL_SERVICE_NAME: variable(z.string().default('secops-graph'), {
    meaning: 'the name of the gateway in traces',
  }),
};

export type OperationsVariables = z.infer<z.ZodObject<typeof OPERATIONS_VARIABLES>>;

function isNeed(entry: string): entry is ReadinessNeed {
  return Object.hasOwn(READINESS_NEEDS, entry);
}

/** True for `name=value` in the format of OpenTelemetry: the value is percent-encoded. */
function isHeader(entry: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+ *=(?:[^%\s]|%[\da-f]{2}| (?=\S))*$/i.test(entry);
}

function nameOf(entry: string): string {
  return entry.split('=', 1)[0]?.trim().toLowerCase() ?? '';
}
