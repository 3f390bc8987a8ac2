// docs/metrics.md: every metric of the gateway's registry, and the values of its labels.
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
  const { registry } = new GatewayMetrics({ services: () => [], problems: () => Promise.resolve(new Map()) });
  return registry.getMetricsAsArray() as unknown as readonly Metric[];
}

/** The values of each label. */
export const LABELS: Readonly<Record<string, string>> = {
  type: '`query`, `mutation`, `subscription`, or `none` where there was nothing to execute',
  outcome:
    '`OK` or the code of an error, as in `extensions.code`; of changes the outcome that the mutation answers; of leases `ACQUIRED`',
  status: 'the HTTP status',
  code: 'the code of an error',
  target: 'the name of a target, from `TARGETS_FILE`',
  service: '`macie2`, `workmail`, `security-ir`',
  operation: 'the AWS operation, as `ListCases`',
  from: '`cache` or `flight`',
  mutation: 'the field of the mutation',
  state:
    'of a breaker: `closed`, `open` (the service is left alone), `half-open` (one attempt shows whether it is back); of an idempotency key: `CLAIMED`, `COMPLETED`, `ORPHANED` (its gateway is gone), `INPUT_MISMATCH` (given with another input before), `FAILED`',
  reason: 'as in `/readyz`',
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
    'What `/metrics` tells, in Prometheus’s text format. Durations are in seconds. Every label has few values, none of which a client',
    'chooses. Generated from the gateway’s own registry by `npm run docs`; a test keeps it true. What to',
    'look at, and when to worry, stands in [observability.md](observability.md).',
    '',
    '| metric | type | labels | meaning |',
    '| --- | --- | --- | --- |',
    ...metrics.map(
      ({ name, type, labelNames, help }) => `| \`${name}\` | ${type} | ${list(labelNames)} | ${help} |`,
    ),
    '',
    'Of the process there are those that `prom-client` knows: `process_*` (CPU time, memory, file descriptors, start time) and `nodejs_*`',
    '(heap, garbage collection, active resources; `nodejs_eventloop_lag_p99_seconds` is how late the event loop was since the last scrape).',
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
