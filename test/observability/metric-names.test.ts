// Prometheus's conventions for the names, labels and descriptions of metrics.
import { gatewayMetrics, LABELS } from '../../scripts/docs/metrics-page';

const metrics = gatewayMetrics();

test('every metric name has the prefix and the suffix of its type, and every label has a description', () => {
  expect(metrics.length).toBeGreaterThan(12);
  for (const { name, type, help, labelNames } of metrics) {
    expect(name).toMatch(/^secops_graph_[a-z]+(_[a-z]+)*$/);
    expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    expect([name, /(?<!_timestamp)_seconds$/.test(name)]).toEqual([name, type === 'histogram']);
    expect(help).toMatch(/^[A-Z1].*\.$/);
    expect(labelNames.filter((label) => !(label in LABELS))).toEqual([]);
  }
});
