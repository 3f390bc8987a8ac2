// A merged, filtered walk through the gateway while jobs begin and end in AWS returns every initial row exactly once.
import { decodeIdOf } from '../../src/domain/ids';
import { idsOf, readPage, walk } from '../support/connections';
import { SEVERAL_TARGETS, withSeveralTargets, type SeveralTargets } from '../support/several-targets';
import { storedRows, type Query } from '../support/stored-rows';

const UNFINISHED: Query = {
  args: {
    filter: { not: { statuses: ['COMPLETE', 'CANCELLED'] } },
    orderBy: { field: 'CREATED_AT', direction: 'DESC' },
  },
  holds: ({ jobStatus }) => jobStatus !== 'COMPLETE' && jobStatus !== 'CANCELLED',
  order: { member: 'createdAt', direction: 'DESC' },
};

const locationOf = (target: string) => {
  const { account, region } = SEVERAL_TARGETS.find(({ name }) => name === target) ?? SEVERAL_TARGETS[0];
  return { service: 'macie2', resource: 'job', account, region };
};

async function finish(setup: SeveralTargets, id: string): Promise<void> {
  const { target, jobId } = decodeIdOf('ClassificationJob', id);
  await setup.emulator.control('POST', '/put', {
    ...locationOf(target),
    id: jobId,
    set: { jobStatus: 'COMPLETE' },
  });
}

async function begin(setup: SeveralTargets, target: string, jobId: string): Promise<void> {
  const set = { name: 'new', jobType: 'ONE_TIME', jobStatus: 'RUNNING', createdAt: '2099-01-01T00:00:00Z' };
  await setup.emulator.control('POST', '/put', { ...locationOf(target), id: jobId, set });
}

test('a walk neither loses nor repeats a job when other jobs end and new jobs sort first', () =>
  withSeveralTargets(async (setup) => {
    const expected = (await storedRows(setup.emulator, 'classificationJobs', UNFINISHED)).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(40);
    const read: string[] = [];
    let after: string | null = null;
    for (let round = 0; round < 4; round += 1) {
      const page = await readPage(setup.gateway, 'classificationJobs', { first: 9, after }, UNFINISHED.args);
      read.push(...idsOf(page));
      after = page.pageInfo.endCursor;
      // Two jobs of the page read last, and one of the page before it.
      for (const index of [-1, -4, -8]) await finish(setup, read.at(index) ?? '');
      for (const { name } of SEVERAL_TARGETS) await begin(setup, name, `${round}`.repeat(32));
    }
    const { ids } = await walk(setup.gateway, 'classificationJobs', { first: 9, after }, UNFINISHED.args);
    expect([...read, ...ids]).toEqual(expected);
  }));
