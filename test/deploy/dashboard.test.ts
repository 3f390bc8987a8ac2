// deploy/grafana and docs/operations.md: they name only metrics and labels that the gateway declares.
import { GatewayMetrics } from '../../src/observability/metrics/gateway-metrics';
import { readDocument } from '../support/markdown';

/** Labels that Prometheus adds to every series, and the label of a histogram's buckets. */
const PROMETHEUS_LABELS = ['job', 'instance', 'le'];

interface Dashboard {
  readonly templating: { readonly list: readonly { readonly query: string }[] };
  readonly panels: readonly {
    readonly title: string;
    readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
  }[];
}

const { panels, templating } = JSON.parse(readDocument('deploy/grafana/dashboard.json')) as Dashboard;
const targets = panels.flatMap(({ targets: all = [] }) => all);
const queries = [
  ...targets.map(({ expr }) => expr),
  ...templating.list.map(({ query }) => query),
  readDocument('docs/operations.md'),
];

const namesIn = (query: string) =>
  (query.match(/secops_graph_\w+/g) ?? []).map((name) => name.replace(/_(bucket|sum|count)$/, ''));

test('the dashboard has panels, and their titles are unique', () => {
  const titles = panels.map(({ title }) => title);
  expect(targets.length).toBeGreaterThan(12);
  expect(new Set(titles).size).toBe(titles.length);
});

interface Metric {
  readonly name: string;
  readonly labelNames: readonly string[];
}

const gateway = new GatewayMetrics({
  services: () => [],
  problems: () => Promise.resolve([]),
  droppedLogLines: () => 0,
});
const metrics = gateway.registry.getMetricsAsArray() as unknown as readonly Metric[];
const declared = new Map(metrics.map(({ name, labelNames }) => [name, labelNames]));

describe('compared with the metrics of the gateway', () => {
  test('names only declared metrics', () => {
    expect(declared.size).toBeGreaterThan(10);
    expect(queries.flatMap(namesIn).filter((name) => !declared.has(name))).toEqual([]);
  });

  test('uses only labels of the queried metrics', () => {
    const unknownLabels = targets.flatMap(({ expr, legendFormat }) => {
      const known = [...PROMETHEUS_LABELS, ...namesIn(expr).flatMap((name) => declared.get(name) ?? [])];
      const grouped = Array.from(expr.matchAll(/by \(([^)]*)\)/g), ([, list = '']) =>
        list.split(', '),
      ).flat();
      const shown = Array.from(legendFormat.matchAll(/\{\{(\w+)\}\}/g), ([, label = '']) => label);
      return [...grouped, ...shown]
        .filter((label) => !known.includes(label))
        .map((label) => `${expr}: ${label}`);
    });
    expect(unknownLabels).toEqual([]);
  });
});
