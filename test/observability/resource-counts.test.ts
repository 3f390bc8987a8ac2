// The metrics of resources by status: what the history saw when it last read the whole lists.
import { HistoryMetrics } from '../../src/observability/metrics/history-metrics';
import { Registry } from 'prom-client';
import { readState, startTestEmulator, type StateRow, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { parseMetrics, Scrape } from '../support/metrics';

const HISTORY = { mode: 'on', intervalSeconds: 60, days: 90, maxEvents: 1_000 } as const;

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, { history: HISTORY });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const countBy = (rows: readonly StateRow[], member: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = String(row[member]);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

test('they are those of AWS, and a scrape calls no AWS service', async () => {
  const { macie2, workmail, 'security-ir': securityIr } = await readState(emulator);
  let scrape: Scrape;
  do scrape = await Scrape.of(gateway.url);
  while (Object.keys(scrape.by('secops_graph_resources_timestamp_seconds', 'kind')).length < 4);
  const calls = (await emulator.calls()).length;
  scrape = await Scrape.of(gateway.url);
  expect((await emulator.calls()).length).toBe(calls);
  const counts = (kind: string) => scrape.by('secops_graph_resources', 'status', { kind, target: 'default' });
  expect(counts('ClassificationJob')).toEqual(countBy(macie2.jobs, 'jobStatus'));
  const exportJobs = workmail.organizations.flatMap((organization) => organization.exportJobs);
  const sum = (each: Record<string, number>) => Object.values(each).reduce((a, b) => a + b, 0);
  expect(sum(counts('MacieMember'))).toBe(macie2.members.length);
  expect(counts('MailboxExportJob').RUNNING ?? 0).toBe(countBy(exportJobs, 'State').RUNNING ?? 0);
  expect(sum(counts('SecurityCase'))).toBe(securityIr.cases.length);
  expect(counts('SecurityCase').CLOSED).toBe(countBy(securityIr.cases, 'caseStatus').Closed);
});

describe('without a gateway', () => {
  const SOURCE = { target: 'default', kind: 'ClassificationJob' };
  const LOOK = { ...SOURCE, outcome: 'COMPLETE', events: 0, calls: 1 };

  async function samples(registry: Registry) {
    return parseMetrics(await registry.metrics())
      .filter(({ name }) => name === 'secops_graph_resources')
      .map(({ labels, value }) => [labels.target, labels.status, value]);
  }

  test('a status without resources any more has the count 0, and a look at a part of the list changes nothing', async () => {
    const registry = new Registry();
    const metrics = new HistoryMetrics(registry);
    metrics.looked({ ...LOOK, statuses: new Map([['RUNNING', 2]]) });
    metrics.looked({ ...LOOK, statuses: new Map([['IDLE', 3]]) });
    metrics.looked(LOOK);
    expect(await samples(registry)).toEqual([
      ['default', 'RUNNING', 0],
      ['default', 'IDLE', 3],
    ]);
  });

  test('a gateway that no longer watches a list has no counts of it', async () => {
    const registry = new Registry();
    const metrics = new HistoryMetrics(registry);
    metrics.looked({ ...LOOK, statuses: new Map([['RUNNING', 2]]) });
    metrics.looked({ ...LOOK, target: 'partner', statuses: new Map([['RUNNING', 1]]) });
    metrics.forget(SOURCE);
    expect(await samples(registry)).toEqual([['partner', 'RUNNING', 1]]);
    expect(await registry.metrics()).not.toContain(
      'secops_graph_resources_timestamp_seconds{target="default"',
    );
  });
});
