// docs/metrics.md: every metric of the gateway's registry, and the values of its labels.
import { SERVICE_NAMES } from '../../src/domain/services';
import { GatewayMetrics } from '../../src/observability/metrics/gateway-metrics';
import type { GeneratedFile } from './generated-file';

interface Metric {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

/** The metrics of a gateway, in the order of its registry. */
export function gatewayMetrics(): readonly Metric[] {
  const { registry } = new GatewayMetrics({
    services: () => [],
    problems: () => Promise.resolve([]),
    droppedLogLines: () => 0,
  });
  return registry.getMetricsAsArray() as unknown as readonly Metric[];
}

/** The values of each label. */
export const LABELS: Readonly<Record<string, string>> = {
  type: '`query`, `mutation`, `subscription`, or `none` when no operation was executed',
  outcome:
    '`OK` or an error code as in `extensions.code`. For changes: the outcome in the result of the mutation. For leases: `ACQUIRED` or an error code. For audit writes: `OK` or `FAILED`. For looks of the history: `COMPLETE`, `PARTIAL`, `FAILED` or `LEASE_LOST`',
  status: 'the HTTP status',
  code: 'an error code as in `extensions.code`',
  target: 'the name of a target, from `TARGETS_FILE`',
  kind: 'the kind of resource, such as `SecurityCase`',
  service: SERVICE_NAMES.map((name) => `\`${name}\``).join(', '),
  operation: 'the AWS operation, such as `ListCases`',
  from: '`cache` or `single_flight`',
  mutation: 'the name of the mutation',
  state:
    'For a circuit breaker: `closed`, `open` (the gateway stops calling the service) or `half-open` (one probe call decides). For an idempotency key: `CLAIMED`, `COMPLETED`, `ORPHANED` (its gateway stopped before it stored a result), `INPUT_MISMATCH` (used before with a different input) or `FAILED`',
  reason:
    'as in `/readyz`; of failures of Valkey, a [cause](faults.md#causes); of dropped connections, `LIMIT`, `ADDRESS_LIMIT` or `ACCEPT_FAILED`',
  server: '`graphql`, or `operations` for the server of `OPERATIONS_PORT`',
  cause: 'the [cause](faults.md#causes) for which a store cannot be used; empty without a problem',
};

export const METRICS_PAGE: GeneratedFile = {
  path: 'docs/metrics.md',
  render: () => render(gatewayMetrics()),
};

function render(metrics: readonly Metric[]): string {
  const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
  return [
    '# Metrics',
    '',
    'The metrics that the gateway serves at `/metrics` in the Prometheus text format. Durations are in seconds. Every label has a small',
    'set of values, and clients cannot add values. If sign-in is required, metrics have a [port of their own](observability.md#ports).',
    '[Operations](operations.md#monitor) says which metrics to alert on, and',
    '[observability](observability.md) describes health, traces and the log. `npm run docs` generates this page from the code.',
    '',
    '| metric | type | labels | meaning |',
    '| --- | --- | --- | --- |',
    ...metrics.map(
      ({ name, type, labelNames, help }) => `| \`${name}\` | ${type} | ${list(labelNames)} | ${help} |`,
    ),
    '',
    '`/metrics` also serves the default metrics of `prom-client` for the process: `process_*` (CPU time, memory, file descriptors, start time)',
    'and `nodejs_*` (heap, garbage collection, active resources). `nodejs_eventloop_lag_p99_seconds` is the 99th percentile of the event',
    'loop delay since the last scrape.',
    '',
    '## Labels',
    '',
    '| label | values |',
    '| --- | --- |',
    ...[...new Set(metrics.flatMap(({ labelNames }) => labelNames))].map(
      (label) => `| \`${label}\` | ${LABELS[label] ?? '**missing**'} |`,
    ),
    '',
  ].join('\n');
}
