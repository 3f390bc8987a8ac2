// deploy/grafana and docs/operations.md: the metrics that they name are there, with the labels that the dashboard asks for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../support/markdown';

const METRICS = join(__dirname, '../../src/metrics');

/** Labels that Prometheus gives to every series, and that of a histogram's buckets. */
const GIVEN = ['job', 'instance', 'le'];

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

test('it has panels, and no two of one title', () => {
  const titles = panels.map(({ title }) => title);
  expect(targets.length).toBeGreaterThan(12);
  expect(new Set(titles).size).toBe(titles.length);
});

/** The labels of every metric, as they are declared. */
function declared(): ReadonlyMap<string, readonly string[]> {
  const text = readdirSync(METRICS)
    .map((file) => readFileSync(join(METRICS, file), 'utf8'))
    .join('\n');
  const found = text.matchAll(/name: '(secops_graph_\w+)',[^}]*?(?:labelNames: \[([^\]]*)\]|registers)/g);
  return new Map(
    Array.from(found, ([, name = '', labels = '']) => [name, labels.match(/\w+/g) ?? []] as const),
  );
}

if (!existsSync(METRICS)) process.stderr.write('Skipped: the dashboard needs src/metrics.\n');

(existsSync(METRICS) ? describe : describe.skip)('against the metrics', () => {
  test('every metric is declared', () => {
    expect(declared().size).toBeGreaterThan(10);
    expect(queries.flatMap(namesIn).filter((name) => !declared().has(name))).toEqual([]);
  });

  test('every label is one of the metrics that are asked for', () => {
    const strays = targets.flatMap(({ expr, legendFormat }) => {
      const known = [...GIVEN, ...namesIn(expr).flatMap((name) => declared().get(name) ?? [])];
      const grouped = Array.from(expr.matchAll(/by \(([^)]*)\)/g), ([, list = '']) =>
        list.split(', '),
      ).flat();
      const shown = Array.from(legendFormat.matchAll(/\{\{(\w+)\}\}/g), ([, label = '']) => label);
      return [...grouped, ...shown]
        .filter((label) => !known.includes(label))
        .map((label) => `${expr}: ${label}`);
    });
    expect(strays).toEqual([]);
  });
});
