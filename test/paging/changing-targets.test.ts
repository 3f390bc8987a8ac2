// A merged, filtered walk through the gateway while jobs begin and end in AWS: what was there at its beginning comes exactly once.
import { decodeIdOf } from '../../src/domain/ids';
import { idsOf, readPage, walk } from '../support/connections';
import { FLEET, inOwnFleet, type Fleet } from '../support/several-targets';
import { storedRows, type Query } from '../support/stored-rows';

const UNFINISHED: Query = {
  args: {
    filter: { not: { statuses: ['COMPLETE', 'CANCELLED'] } },
    orderBy: { field: 'CREATED_AT', direction: 'DESC' },
  },
  holds: ({ jobStatus }) => jobStatus !== 'COMPLETE' && jobStatus !== 'CANCELLED',
  order: { member: 'createdAt', direction: 'DESC' },
};

const place = (target: string) => {
  const { account, region } = FLEET.find(({ name }) => name === target) ?? FLEET[0];
  return { service: 'macie2', resource: 'job', account, region };
};

async function finish(fleet: Fleet, id: string): Promise<void> {
  const { target, jobId } = decodeIdOf('ClassificationJob', id);
  await fleet.emulator.control('POST', '/put', {
    ...place(target),
    id: jobId,
    set: { jobStatus: 'COMPLETE' },
  });
}

async function begin(fleet: Fleet, target: string, jobId: string): Promise<void> {
  const set = { name: 'new', jobType: 'ONE_TIME', jobStatus: 'RUNNING', createdAt: '2099-01-01T00:00:00Z' };
  await fleet.emulator.control('POST', '/put', { ...place(target), id: jobId, set });
}

test('jobs that end, and new ones ahead of all, neither hide others nor make them come twice', () =>
  inOwnFleet(async (fleet) => {
    const expected = (await storedRows(fleet.emulator, 'classificationJobs', UNFINISHED)).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(40);
    const seen: string[] = [];
    let after: string | null = null;
    for (let round = 0; round < 4; round += 1) {
      const page = await readPage(fleet.gateway, 'classificationJobs', { first: 9, after }, UNFINISHED.args);
      seen.push(...idsOf(page));
      after = page.pageInfo.endCursor;
      // Two of those that were shown last, and one from before.
      for (const index of [-1, -4, -8]) await finish(fleet, seen.at(index) ?? '');
      for (const { name } of FLEET) await begin(fleet, name, `${round}`.repeat(32));
    }
    const { ids } = await walk(fleet.gateway, 'classificationJobs', { first: 9, after }, UNFINISHED.args);
    expect([...seen, ...ids]).toEqual(expected);
  }));
