// The metrics of a gateway, in Prometheus's text format.
import { setTimeout as delay } from 'node:timers/promises';

export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^(\w+)(?:\{(.*)\})? (\S+)$/;

export function parseMetrics(text: string): Sample[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (name === undefined || line.startsWith('#')) return [];
    const pairs = Array.from(labels.matchAll(/(\w+)="([^"]*)"/g), ([, key = '', text = '']) => [key, text]);
    return [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }];
  });
}

export class Scrape {
  constructor(private readonly samples: readonly Sample[]) {}

  /** `url` is the URL of the gateway or of its GraphQL endpoint. */
  static async of(url: string): Promise<Scrape> {
    const response = await fetch(new URL('/metrics', url));
    return new Scrape(parseMetrics(await response.text()));
  }

  /** The sums of a metric by the values of one label, over the samples whose labels match `where`. */
  by(name: string, label: string, where: Readonly<Record<string, string>> = {}): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { labels, value } of this.of(name, where)) {
      const key = labels[label] ?? '';
      sums[key] = (sums[key] ?? 0) + value;
    }
    return sums;
  }

  sum(name: string, where: Readonly<Record<string, string>> = {}): number {
    return this.of(name, where).reduce((sum, { value }) => sum + value, 0);
  }

  private of(name: string, where: Readonly<Record<string, string>>): Sample[] {
    return this.samples.filter(
      (sample) =>
        sample.name === name && Object.entries(where).every(([label, text]) => sample.labels[label] === text),
    );
  }
}

/** Waits until at least `count` requests are in flight at a gateway. */
export async function requestsInFlight(url: string, count: number): Promise<void> {
  while ((await Scrape.of(url)).sum('secops_graph_requests_in_flight') < count) await delay(5);
}

/** Waits until no request is in flight at a gateway. */
export async function noRequestsInFlight(url: string): Promise<void> {
  while ((await Scrape.of(url)).sum('secops_graph_requests_in_flight') > 0) await delay(50);
}
