// Stalled exports: running jobs whose progress has not changed for the threshold, as far as the history has watched their list.
import { HistoryUnavailableError } from '../../src/domain/history-errors';
import { encodeId } from '../../src/domain/ids';
import { HistoryReader } from '../../src/history/queries';
import { attentionThresholds, readAttention, type AttentionPage } from '../support/attention';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { useHistory, type TestEvent, type TestHistory } from '../support/history';
import { HOME, PARTNER, WEST, SEVERAL_TARGETS } from '../support/several-targets';

const KIND = 'MailboxExportJob';
const MINUTE_MS = 60_000;
const ORGANIZATION = `m-${'0'.repeat(32)}`;
const STARTED = Math.floor(Date.now() / 1_000) * 1_000;
const ago = (minutes: number) => new Date(STARTED - minutes * MINUTE_MS);

const idOf = (target: string, jobId: string) =>
  encodeId({ kind: KIND, target, organizationId: ORGANIZATION, jobId });

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  await emulator.control('POST', '/clock', { frozen: true });
});
afterAll(() => emulator.close());

/** A running job at 40 percent that started three hours ago. */
async function putJob(account: string, region: string, jobId: string, more: object = {}): Promise<void> {
  const place = { service: 'workmail', account, region };
  const organization = { resource: 'organization', id: ORGANIZATION, set: { Alias: 'tests' } };
  await emulator.control('POST', '/put', { ...place, ...organization });
  const set = {
    EntityId: 'S-1-1-11-1111111111',
    State: 'RUNNING',
    EstimatedProgress: 40,
    StartTime: ago(180).toISOString(),
    ...more,
  };
  const job = { resource: 'exportJob', id: jobId, organizationId: ORGANIZATION, set };
  await emulator.control('POST', '/put', { ...place, ...job });
}

/** The history saw the progress of the job change. */
const progressOf = (target: string, jobId: string, minutes: number, after: string): TestEvent => ({
  kind: KIND,
  target,
  resourceId: idOf(target, jobId),
  observedAt: ago(minutes),
  changes: [{ field: 'estimatedProgress', before: '12', after, redacted: false }],
});

/** The looks at a list since so many minutes, the last one now. */
async function watch(history: TestHistory, target: string, minutes: number): Promise<void> {
  await history.look({ kind: KIND, target }, ago(minutes));
  await history.look({ kind: KIND, target }, ago(0), undefined, 3_600);
}

const FILTER = { reasons: ['EXPORT_STALLED'] };

function stalledJobs({ nodes }: AttentionPage): string[] {
  return nodes.map(({ since, summary, dueAt, isUrgent }) => {
    expect({ dueAt, isUrgent }).toEqual({ dueAt: null, isUrgent: false });
    return `${since ?? 'never'} ${summary}`;
  });
}

const stalled = (jobId: string, minutes: number) => {
  const since = ago(minutes).toISOString();
  const text = `${since.slice(0, 10)} ${since.slice(11, 16)} UTC`;
  return `${since} Mailbox export job ${jobId} has been at 40 percent since ${text}.`;
};

/** What the history knows of the jobs below. */
async function writeHistory(history: TestHistory): Promise<void> {
  await watch(history, HOME.name, 170);
  await history.append(
    progressOf('home', 'changed-long-ago', 65, '40'),
    progressOf('home', 'changed-lately', 55, '40'),
    progressOf('home', 'ahead-of-history', 90, '30'),
    progressOf('home', 'changed-twice', 120, '30'),
    progressOf('home', 'changed-twice', 100, '40'),
    progressOf('home', 'back-again', 140, '40'),
    progressOf('home', 'back-again', 20, '40'),
    {
      ...progressOf('home', 'other-field', 10, 'text'),
      changes: [{ field: 'description', before: undefined, after: 'text', redacted: false }],
    },
    progressOf('home', 'done', 100, '40'),
    // Another target has a job with the same id.
    progressOf('west', 'same-id', 5, '40'),
  );
}

describe('with a history that has watched the list', () => {
  const config = useHistory(writeHistory);
  const configOfPatient = useHistory(writeHistory);
  let gateway: TestGateway;

  beforeAll(async () => {
    const { account, region } = HOME;
    const jobs = ['changed-long-ago', 'changed-lately', 'ahead-of-history', 'changed-twice', 'back-again'];
    for (const job of [...jobs, 'other-field', 'same-id', 'never-changed'])
      await putJob(account, region, job);
    await putJob(account, region, 'done', { State: 'COMPLETED' });
    await putJob(account, region, 'started-later', { StartTime: ago(80).toISOString() });
    await putJob(account, region, 'started-lately', { StartTime: ago(30).toISOString() });
    gateway = await startTestGateway(emulator.url, { targets: [HOME], ...config });
  });
  afterAll(() => gateway.close());

  test('jobs without progress for an hour are stalled since their last progress, their start, or the first look', async () => {
    const page = await readAttention(gateway, { filter: FILTER });
    expect(page.unavailableReasons).toEqual([]);
    expect(stalledJobs(page).sort()).toEqual(
      [
        stalled('never-changed', 170),
        stalled('other-field', 170),
        stalled('same-id', 170),
        stalled('changed-twice', 100),
        stalled('started-later', 80),
        stalled('changed-long-ago', 65),
      ].sort(),
    );
    expect(page).toMatchObject({ completeness: { complete: true }, totalCount: { value: 6, exact: true } });
  });

  test('the stalled jobs are in the order of their times', async () => {
    const { nodes } = await readAttention(gateway, { filter: FILTER });
    const times = nodes.map(({ since }) => since);
    expect(times).toEqual([...times].sort());
  });

  test('another threshold makes other jobs stalled', async () => {
    const patient = await startTestGateway(emulator.url, {
      targets: [HOME],
      ...configOfPatient,
      attention: attentionThresholds({ stalledExportMs: 90 * MINUTE_MS }),
    });
    const page = await readAttention(patient, { filter: FILTER });
    expect(stalledJobs(page).sort()).toEqual(
      [
        stalled('never-changed', 170),
        stalled('other-field', 170),
        stalled('same-id', 170),
        stalled('changed-twice', 100),
      ].sort(),
    );
    await patient.close();
  });

  test.each([
    ['progress', { EstimatedProgress: 'x' }],
    ['start', { StartTime: 'x' }],
  ])(
    'a job whose %s the gateway cannot read may be stalled, which completeness names',
    async (_member, odd) => {
      const job = {
        JobId: 'odd',
        State: 'RUNNING',
        StartTime: ago(100).getTime() / 1_000,
        EstimatedProgress: 40,
      };
      const answer = { body: JSON.stringify({ Jobs: [{ ...job, ...odd }] }) };
      const fault = { service: 'workmail', operation: 'ListMailboxExportJobs', count: 1, answer };
      await emulator.control('POST', '/faults', fault);
      const page = await readAttention(gateway, { filter: FILTER });
      expect(page.nodes.filter(({ summary }) => summary.includes('odd'))).toEqual([]);
      expect(page.completeness).toMatchObject({ complete: false, sources: [{ status: 'UNREADABLE_ROWS' }] });
      expect(page.totalCount.exact).toBe(false);
    },
  );

  test('the summary of a job without progress names no number', async () => {
    const job = { JobId: 'odd', State: 'RUNNING', StartTime: ago(100).getTime() / 1_000 };
    const answer = { body: JSON.stringify({ Jobs: [job] }) };
    const fault = { service: 'workmail', operation: 'ListMailboxExportJobs', count: 1, answer };
    await emulator.control('POST', '/faults', fault);
    const { nodes } = await readAttention(gateway, { filter: FILTER });
    expect(nodes.map(({ summary }) => summary).find((summary) => summary.includes('odd'))).toMatch(
      /^Mailbox export job odd has made no progress since [\d-]+ [\d:]+ UTC\.$/,
    );
  });
});

describe('with a history that has not watched every list for the threshold', () => {
  const config = useHistory(async (history) => {
    await watch(history, HOME.name, 170);
    // Not long enough.
    await watch(history, PARTNER.name, 50);
    // With a gap.
    await history.look({ kind: KIND, target: WEST.name }, ago(170));
    const gap = { startedAt: ago(30), endedAt: ago(20), reason: 'READ_FAILED' } as const;
    await history.look({ kind: KIND, target: WEST.name }, ago(0), gap, 3_600);
  });
  let gateway: TestGateway;

  beforeAll(async () => {
    await emulator.control('POST', '/reset');
    await emulator.control('POST', '/clock', { frozen: true });
    for (const { account, region } of SEVERAL_TARGETS) await putJob(account, region, 'job');
    gateway = await startTestGateway(emulator.url, { targets: SEVERAL_TARGETS, ...config });
  });
  afterAll(() => gateway.close());

  test('a target is named whose list was watched for less than the threshold or with a gap', async () => {
    const page = await readAttention(gateway, { filter: FILTER });
    expect(stalledJobs(page)).toEqual([stalled('job', 170)]);
    const message = (target: string) =>
      `The history has not watched the mailbox export jobs of target ${target} for long enough without a gap.`;
    expect(page.unavailableReasons).toEqual(
      ['partner', 'west'].map((name) => ({
        reason: 'EXPORT_STALLED',
        code: 'NOT_WATCHED',
        target: { name },
        message: message(name),
      })),
    );
    // No export of these targets can be found stalled, so their lists are not read.
    expect(page.completeness.sources.map(({ target }) => target.name)).toEqual(['home']);
    // A history that is young or had a gap is no failure.
    expect(page).toMatchObject({ completeness: { complete: true }, totalCount: { value: 1, exact: true } });
  });

  test('only the wanted targets are named', async () => {
    const page = await readAttention(gateway, { filter: { ...FILTER, targets: ['home', 'west'] } });
    expect(page.unavailableReasons.map(({ target }) => target?.name)).toEqual(['west']);
  });

  test('nothing is named when the filter does not ask for stalled exports', async () => {
    for (const filter of [
      { reasons: ['EXPORT_FAILED'] },
      { kinds: ['SECURITY_CASE'] },
      { dueBefore: new Date().toISOString() },
    ]) {
      expect((await readAttention(gateway, { filter })).unavailableReasons).toEqual([]);
    }
  });
});

describe('with a history that has deleted its oldest events', () => {
  const config = useHistory(async (history) => {
    await watch(history, HOME.name, 300);
    await history.append(progressOf('home', 'job', 200, '40'));
    await history.prune(1, ago(200));
  });

  test('a job is stalled since the newest deleted event at the earliest', async () => {
    await emulator.control('POST', '/reset');
    await emulator.control('POST', '/clock', { frozen: true });
    await putJob(HOME.account, HOME.region, 'job', { StartTime: ago(280).toISOString() });
    const gateway = await startTestGateway(emulator.url, { targets: [HOME], ...config });
    expect(stalledJobs(await readAttention(gateway, { filter: FILTER }))).toEqual([stalled('job', 200)]);
    await gateway.close();
  });
});

describe('with a history that fails while the lists are read', () => {
  const config = useHistory(async (history) => {
    await watch(history, HOME.name, 170);
  });

  test('the other items are there, the reason is named, and a later page reads the list again', async () => {
    await emulator.control('POST', '/reset');
    await emulator.control('POST', '/clock', { frozen: true });
    await putJob(HOME.account, HOME.region, 'stalled');
    await putJob(HOME.account, HOME.region, 'failed', { State: 'FAILED', EndTime: ago(10).toISOString() });
    await putJob(HOME.account, HOME.region, 'failed-later', {
      State: 'FAILED',
      EndTime: ago(5).toISOString(),
    });
    const gateway = await startTestGateway(emulator.url, { targets: [HOME], ...config });
    const find = jest.spyOn(HistoryReader.prototype, 'find').mockRejectedValue(new HistoryUnavailableError());
    const filter = { reasons: ['EXPORT_STALLED', 'EXPORT_FAILED'] };
    const page = await readAttention(gateway, { filter, first: 1 });
    expect(page.nodes.map(({ reason }) => reason)).toEqual(['EXPORT_FAILED']);
    expect(page.unavailableReasons).toMatchObject([
      { reason: 'EXPORT_STALLED', code: 'HISTORY_UNAVAILABLE' },
    ]);
    expect(page).toMatchObject({ completeness: { complete: false }, totalCount: { value: 2, exact: false } });
    find.mockRestore();
    const later = await readAttention(gateway, { filter, first: 1, after: page.pageInfo.endCursor });
    expect(later).toMatchObject({ totalCount: { value: 3, exact: true }, unavailableReasons: [] });
    await gateway.close();
  });
});

describe('with a history that nobody writes any more', () => {
  const config = useHistory(async (history) => {
    await history.look({ kind: KIND, target: HOME.name }, ago(170));
    await history.look({ kind: KIND, target: HOME.name }, ago(30));
  });

  test('the target is named', async () => {
    const gateway = await startTestGateway(emulator.url, { targets: [HOME], ...config });
    const page = await readAttention(gateway, { filter: FILTER });
    expect(page.nodes).toEqual([]);
    expect(page.unavailableReasons).toMatchObject([{ code: 'NOT_WATCHED', target: { name: 'home' } }]);
    await gateway.close();
  });
});

test('without a history, the reason is not offered', async () => {
  const gateway = await startTestGateway(emulator.url, { targets: SEVERAL_TARGETS });
  const page = await readAttention(gateway, { filter: FILTER });
  expect(page.nodes).toEqual([]);
  expect(page.unavailableReasons).toEqual([
    {
      reason: 'EXPORT_STALLED',
      code: 'HISTORY_OFF',
      target: null,
      message: 'The gateway keeps no history: set HISTORY=on.',
    },
  ]);
  expect(page).toMatchObject({ completeness: { complete: true }, totalCount: { value: 0, exact: true } });
  await gateway.close();
});
