// Operations on classification jobs: lists, pages, descriptions and validation.
import {
  DescribeClassificationJobCommand,
  ListClassificationJobsCommand,
  UpdateClassificationJobCommand,
  type JobSummary,
  type ListClassificationJobsCommandInput,
  type ListJobsFilterTerm,
} from '@aws-sdk/client-macie2';
import { authorization, raw, rejection, sdkClients } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator, clients } = useEmulator({ resetBeforeEach: false });

function list(input: ListClassificationJobsCommandInput = {}) {
  return clients.macie.send(new ListClassificationJobsCommand(input));
}

async function walk(input: ListClassificationJobsCommandInput): Promise<JobSummary[]> {
  const jobs: JobSummary[] = [];
  let nextToken: string | undefined;
  do {
    const page = await list({ ...input, nextToken });
    jobs.push(...(page.items ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return jobs;
}

function post(body: string) {
  return raw(emulator.url, 'POST', '/jobs/list', { authorization: authorization('macie2') }, body);
}

describe('ListClassificationJobs', () => {
  test('returns 25 jobs and a token by default', async () => {
    const page = await list();
    expect(page.items).toHaveLength(25);
    expect(page.nextToken).toEqual(expect.any(String));
  });

  test.each([1, 7, 50, 119, 120, 121, 1000])('returns every job once in pages of %d', async (maxResults) => {
    const jobs = await walk({ maxResults });
    expect(jobs).toHaveLength(120);
    expect(new Set(jobs.map((job) => job.jobId)).size).toBe(120);
  });

  test('returns the latest created job first', async () => {
    const times = (await walk({})).map((job) => job.createdAt?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test.each(['createdAt', 'jobStatus', 'name', 'jobType'] as const)(
    'sorts by %s in ascending and descending order',
    async (attributeName) => {
      const ascending = await walk({ sortCriteria: { attributeName, orderBy: 'ASC' } });
      const descending = await walk({ sortCriteria: { attributeName, orderBy: 'DESC' }, maxResults: 11 });
      const values = ascending.map((job) =>
        String(attributeName === 'createdAt' ? job.createdAt?.toISOString() : job[attributeName]),
      );
      expect(values).toEqual([...values].sort());
      expect(descending.map((job) => job.jobId)).toEqual(ascending.map((job) => job.jobId).reverse());
    },
  );

  test('returns exactly the members of JobSummary', async () => {
    const { body } = await post(JSON.stringify({ maxResults: 200 }));
    const items = (body as { items: object[] }).items;
    const names = new Set(items.flatMap((item) => Object.keys(item)));
    expect([...names].sort()).toEqual([
      'bucketCriteria',
      'bucketDefinitions',
      'createdAt',
      'jobId',
      'jobStatus',
      'jobType',
      'lastRunErrorStatus',
      'name',
      'userPausedDetails',
    ]);
  });

  test.each([
    [
      'maxResults 0',
      { maxResults: 0 },
      "Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'an unknown sort attribute',
      { sortCriteria: { attributeName: 'jobId' } },
      "Value 'jobId' at 'sortCriteria.attributeName' failed to satisfy constraint: Member must satisfy enum value set: [createdAt, jobStatus, name, jobType]",
    ],
    [
      'a term without values',
      { filterCriteria: { includes: [{ key: 'name', comparator: 'EQ' }] } },
      "Value null at 'filterCriteria.includes.0.values' failed to satisfy constraint: Member must not be null",
    ],
  ])('rejects %s', async (_description, body, message) => {
    const reply = await post(JSON.stringify(body));
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
    expect(reply.body).toEqual({ message: `1 validation error detected: ${message}` });
  });

  test('rejects a filter time that is not a time', async () => {
    const term: ListJobsFilterTerm = { key: 'createdAt', comparator: 'GT', values: ['yesterday'] };
    const error = await rejection(list({ filterCriteria: { includes: [term] } }));
    expect(error).toMatchObject({ name: 'ValidationException' });
  });
});

describe('nextToken', () => {
  test('is bound to the other arguments, but not to the page size', async () => {
    const { nextToken } = await list({ maxResults: 5 });
    const next = await list({ maxResults: 9, nextToken });
    expect(next.items).toHaveLength(9);
    const error = await rejection(list({ nextToken, sortCriteria: { attributeName: 'name' } }));
    expect(error).toMatchObject({ name: 'ValidationException', $metadata: { httpStatusCode: 400 } });
  });

  test('is rejected if it was changed or never issued', async () => {
    const { nextToken = '' } = await list({ maxResults: 5 });
    const changed = (nextToken.startsWith('A') ? 'B' : 'A') + nextToken.slice(1);
    for (const token of [changed, `${nextToken}A`, 'made-up', '']) {
      const error = await rejection(list({ nextToken: token }));
      expect(error).toMatchObject({ name: 'ValidationException' });
    }
  });

  test('is rejected for another account and another region', async () => {
    const { nextToken } = await list({ maxResults: 5 });
    for (const [account, region] of [
      ['444455556666', 'us-east-1'],
      ['111122223333', 'eu-west-1'],
    ] as const) {
      const others = sdkClients(emulator.url, account, region);
      const error = await rejection(others.macie.send(new ListClassificationJobsCommand({ nextToken })));
      others.destroy();
      expect(error).toMatchObject({ name: 'ValidationException' });
    }
  });
});

describe('DescribeClassificationJob', () => {
  test('returns every job as the emulator stores it', async () => {
    const { jobs } = (await readState(emulator)).macie2;
    expect(jobs).toHaveLength(120);
    for (const stored of jobs.slice(0, 20)) {
      const reply = await raw(emulator.url, 'GET', `/jobs/${String(stored.jobId)}`, {
        authorization: authorization('macie2'),
      });
      expect(reply.status).toBe(200);
      expect({ ...(reply.body as object), statistics: null }).toEqual({ ...stored, statistics: null });
    }
  });

  test('returns times and numbers that the SDK parses', async () => {
    const [summary] = (await list({ maxResults: 1 })).items ?? [];
    const job = await clients.macie.send(new DescribeClassificationJobCommand({ jobId: summary?.jobId }));
    expect(job).toMatchObject({ jobId: summary?.jobId, name: summary?.name, createdAt: summary?.createdAt });
    expect(job.jobId).toMatch(/^[0-9a-f]{32}$/);
    expect(job.jobArn).toBe(`arn:aws:macie2:us-east-1:111122223333:classification-job/${job.jobId ?? ''}`);
    expect(job.statistics?.numberOfRuns).toBeGreaterThanOrEqual(1);
  });

  test('returns ResourceNotFoundException for an unknown job', async () => {
    const error = await rejection(
      clients.macie.send(new DescribeClassificationJobCommand({ jobId: 'f'.repeat(32) })),
    );
    expect(error).toMatchObject({ name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } });
  });

  test('returns ResourceNotFoundException for a job of another account', async () => {
    const [summary] = (await list({ maxResults: 1 })).items ?? [];
    const others = sdkClients(emulator.url, '444455556666');
    const error = await rejection(
      others.macie.send(new DescribeClassificationJobCommand({ jobId: summary?.jobId })),
    );
    others.destroy();
    expect(error).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('UpdateClassificationJob', () => {
  test('returns ResourceNotFoundException for an unknown job', async () => {
    const command = new UpdateClassificationJobCommand({ jobId: 'nobody', jobStatus: 'CANCELLED' });
    expect(await rejection(clients.macie.send(command))).toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('rejects a status that the model does not define, and a missing status', async () => {
    const [summary] = (await list({ maxResults: 1 })).items ?? [];
    for (const body of ['{"jobStatus":"FINISHED"}', '{}', '']) {
      const reply = await raw(
        emulator.url,
        'PATCH',
        `/jobs/${summary?.jobId ?? ''}`,
        { authorization: authorization('macie2') },
        body,
      );
      expect(reply.status).toBe(400);
      expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
    }
  });
});
