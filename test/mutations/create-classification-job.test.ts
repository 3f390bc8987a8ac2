// createClassificationJob: the gateway checks every input rule of Macie first, sends the job once, and reports APPLIED only if Macie accepted it.
import { expectViolations, mutation, type Payload } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const DEFINITIONS = { bucketDefinitions: [{ accountId: '111122223333', buckets: ['exports'] }] };

const ONE_TIME = { name: 'once', jobType: 'ONE_TIME', buckets: DEFINITIONS };

const WEEKLY = {
  name: 'weekly',
  jobType: 'SCHEDULED',
  scheduleFrequency: { weekly: { dayOfWeek: 'MONDAY' } },
  buckets: DEFINITIONS,
};

const create = mutation(
  harness,
  'createClassificationJob',
  `idempotencyKey classificationJob {
    jobId name description status jobType initialRun samplingPercentage
    managedDataIdentifierSelector managedDataIdentifierIds customDataIdentifierIds allowListIds clientToken
    bucketDefinitions { accountId buckets }
    bucketCriteria {
      includes { simpleCriterion { key comparator values } tagCriterion { comparator tagValues { key value } } }
      excludes { simpleCriterion { key comparator values } }
    }
    scoping {
      includes { simpleScopeTerm { key comparator values } }
      excludes { tagScopeTerm { comparator key tagValues { key value } target } }
    }
    scheduleFrequency { interval dayOfWeek dayOfMonth }
    tags { key value }
  }`,
);

const jobOf = ({ classificationJob }: Payload) => classificationJob as { jobId: string } | null;

test('creates a job that runs once, and returns it', async () => {
  const payload = await create({ ...ONE_TIME, description: 'A first look', idempotencyKey: 'ticket-4711' });
  expect(payload).toMatchObject({
    outcome: 'APPLIED',
    userErrors: [],
    idempotencyKey: 'ticket-4711',
    classificationJob: {
      name: 'once',
      description: 'A first look',
      status: 'RUNNING',
      jobType: 'ONE_TIME',
      clientToken: expect.stringMatching(/^[\w-]{43}$/) as string,
      bucketDefinitions: DEFINITIONS.bucketDefinitions,
      bucketCriteria: null,
      scheduleFrequency: null,
      managedDataIdentifierSelector: 'RECOMMENDED',
    },
  });
  expect(await harness.operations()).toEqual(['CreateClassificationJob', 'DescribeClassificationJob']);
});

test.each([
  [{ daily: true }, { interval: 'DAILY', dayOfWeek: null, dayOfMonth: null }],
  [{ weekly: { dayOfWeek: 'SUNDAY' } }, { interval: 'WEEKLY', dayOfWeek: 'SUNDAY', dayOfMonth: null }],
  [{ monthly: { dayOfMonth: 31 } }, { interval: 'MONTHLY', dayOfWeek: null, dayOfMonth: 31 }],
])(
  'creates a job with the schedule %j, which waits or starts with an initial run',
  async (scheduleFrequency, expected) => {
    const waiting = await create({ ...WEEKLY, scheduleFrequency });
    expect(waiting.classificationJob).toMatchObject({
      status: 'IDLE',
      scheduleFrequency: expected,
      initialRun: false,
    });
    const started = await create({ ...WEEKLY, scheduleFrequency, initialRun: true });
    expect(started.classificationJob).toMatchObject({
      status: 'RUNNING',
      scheduleFrequency: expected,
      initialRun: true,
    });
  },
);

test('sends criteria, scoping, identifiers and tags unchanged', async () => {
  const criterion = { key: 'ACCOUNT_ID', comparator: 'EQ', values: ['111122223333', '444455556666'] };
  const tagged = { comparator: 'NE', tagValues: [{ key: 'Reviewed', value: 'yes' }] };
  const excluded = { key: 'S3_BUCKET_NAME', comparator: 'NE', values: ['scratch'] };
  const extension = { key: 'OBJECT_EXTENSION', comparator: 'EQ', values: ['csv', 'json'] };
  const size = { key: 'OBJECT_SIZE', comparator: 'LT', values: ['1000000'] };
  const payload = await create({
    ...WEEKLY,
    buckets: {
      bucketCriteria: {
        includes: [{ simpleCriterion: criterion }, { tagCriterion: tagged }],
        excludes: [{ simpleCriterion: excluded }],
      },
    },
    scoping: {
      includes: [{ simpleScopeTerm: extension }, { simpleScopeTerm: size }],
      excludes: [{ tagScopeTerm: { comparator: 'EQ', tagValues: [{ key: 'Classified', value: 'true' }] } }],
    },
    samplingPercentage: 50,
    managedDataIdentifierSelector: 'INCLUDE',
    managedDataIdentifierIds: ['CREDIT_CARD_NUMBER'],
    customDataIdentifierIds: ['own'],
    allowListIds: ['allowed'],
    tags: [
      { key: 'team', value: 'secops' },
      { key: 'cost', value: '' },
    ],
  });
  expect(payload.userErrors).toEqual([]);
  expect(payload.classificationJob).toMatchObject({
    bucketDefinitions: null,
    bucketCriteria: {
      includes: [
        { simpleCriterion: criterion, tagCriterion: null },
        { simpleCriterion: null, tagCriterion: tagged },
      ],
      excludes: [{ simpleCriterion: excluded }],
    },
    scoping: {
      includes: [{ simpleScopeTerm: extension }, { simpleScopeTerm: size }],
      excludes: [
        {
          tagScopeTerm: {
            comparator: 'EQ',
            key: 'TAG',
            tagValues: [{ key: 'Classified', value: 'true' }],
            target: 'S3_OBJECT',
          },
        },
      ],
    },
    samplingPercentage: 50,
    managedDataIdentifierSelector: 'INCLUDE',
    managedDataIdentifierIds: ['CREDIT_CARD_NUMBER'],
    customDataIdentifierIds: ['own'],
    allowListIds: ['allowed'],
    tags: [
      { key: 'cost', value: '' },
      { key: 'team', value: 'secops' },
    ],
  });
});

const long = (length: number) => 'x'.repeat(length);
const simple = (key: string, comparator: string, ...values: string[]) => ({
  scoping: { includes: [{ simpleScopeTerm: { key, comparator, values } }] },
});
const TERM = 'input.scoping.includes.0.simpleScopeTerm';

test.each<[path: string, change: object]>([
  ['input.name', { name: '' }],
  ['input.name', { name: long(501) }],
  ['input.description', { description: long(201) }],
  ['input.jobType', { jobType: 'UNRECOGNIZED' }],
  ['input.samplingPercentage', { samplingPercentage: 0 }],
  ['input.samplingPercentage', { samplingPercentage: 101 }],
  ['input.initialRun', { initialRun: true }],
  ['input.scheduleFrequency', { scheduleFrequency: { daily: true } }],
  ['input.scheduleFrequency', { jobType: 'SCHEDULED' }],
  ['input.scheduleFrequency.daily', { jobType: 'SCHEDULED', scheduleFrequency: { daily: false } }],
  [
    'input.scheduleFrequency.monthly.dayOfMonth',
    { jobType: 'SCHEDULED', scheduleFrequency: { monthly: { dayOfMonth: 32 } } },
  ],
  [
    'input.scheduleFrequency.weekly.dayOfWeek',
    { jobType: 'SCHEDULED', scheduleFrequency: { weekly: { dayOfWeek: 'UNRECOGNIZED' } } },
  ],
  ['input.buckets.bucketDefinitions', { buckets: { bucketDefinitions: [] } }],
  [
    'input.buckets.bucketDefinitions.0.buckets',
    { buckets: { bucketDefinitions: [{ accountId: '111122223333', buckets: [] }] } },
  ],
  ['input.buckets.bucketCriteria', { buckets: { bucketCriteria: {} } }],
  ['input.buckets.bucketCriteria.includes', { buckets: { bucketCriteria: { includes: [] } } }],
  [
    'input.buckets.bucketCriteria.includes.0.simpleCriterion.comparator',
    {
      buckets: {
        bucketCriteria: {
          includes: [{ simpleCriterion: { key: 'ACCOUNT_ID', comparator: 'GT', values: ['1'] } }],
        },
      },
    },
  ],
  [
    'input.buckets.bucketCriteria.excludes.0.tagCriterion.tagValues.0',
    { buckets: { bucketCriteria: { excludes: [{ tagCriterion: { comparator: 'EQ', tagValues: [{}] } }] } } },
  ],
  [`${TERM}.comparator`, simple('OBJECT_EXTENSION', 'STARTS_WITH', 'csv')],
  [`${TERM}.comparator`, simple('OBJECT_KEY', 'EQ', 'logs/')],
  [`${TERM}.comparator`, simple('OBJECT_SIZE', 'CONTAINS', '1')],
  [`${TERM}.values`, simple('OBJECT_SIZE', 'LT', '1', '2')],
  [`${TERM}.values`, simple('OBJECT_EXTENSION', 'EQ')],
  ['input.managedDataIdentifierSelector', { managedDataIdentifierSelector: 'UNRECOGNIZED' }],
  ['input.managedDataIdentifierIds', { managedDataIdentifierSelector: 'INCLUDE' }],
  ['input.managedDataIdentifierIds', { managedDataIdentifierIds: ['CREDIT_CARD_NUMBER'] }],
  ['input.customDataIdentifierIds', { managedDataIdentifierSelector: 'NONE' }],
  ['input.tags.0.key', { tags: [{ key: '', value: 'x' }] }],
  ['input.tags.0.key', { tags: [{ key: 'aws:owner', value: 'x' }] }],
  ['input.tags.0.value', { tags: [{ key: 'x', value: long(257) }] }],
  [
    'input.tags',
    {
      tags: [
        { key: 'x', value: '1' },
        { key: 'x', value: '2' },
      ],
    },
  ],
  ['input.tags', { tags: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' })) }],
  ['input.idempotencyKey', { idempotencyKey: 'two words' }],
  ['input.target', { target: 'nowhere' }],
])('rejects an invalid %s: %j', async (path, change) => {
  const payload = await create({ ...ONE_TIME, ...change });
  expect(payload).toMatchObject({ idempotencyKey: null, classificationJob: null });
  await expectViolations(harness, payload, path);
});

test('reports all violations together, including those between members', async () => {
  const payload = await create({
    name: '',
    jobType: 'ONE_TIME',
    initialRun: true,
    buckets: { bucketDefinitions: [{ accountId: '111122223333', buckets: [] }] },
    managedDataIdentifierSelector: 'NONE',
    tags: [{ key: 'x', value: long(300) }],
    target: 'nowhere',
  });
  await expectViolations(
    harness,
    payload,
    'input.name',
    'input.initialRun',
    'input.buckets.bucketDefinitions.0.buckets',
    'input.customDataIdentifierIds',
    'input.tags.0.value',
    'input.target',
  );
});

test.each([
  { buckets: {} },
  { buckets: { ...DEFINITIONS, bucketCriteria: {} } },
  { scheduleFrequency: { daily: true, weekly: { dayOfWeek: 'MONDAY' } } },
  { scoping: { includes: [{}] } },
])('rejects an input without exactly one of its exclusive members, before execution: %j', async (change) => {
  const document =
    'mutation ($input: CreateClassificationJobInput!) { createClassificationJob(input: $input) { outcome } }';
  const { data, errors } = await harness.gateway.send(document, { input: { ...ONE_TIME, ...change } });
  expect(data).toBeUndefined();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(await harness.operations()).toEqual([]);
});

test('a dry run checks everything and sends nothing', async () => {
  expect(await create({ ...ONE_TIME, dryRun: true })).toEqual({
    outcome: 'DRY_RUN',
    idempotencyKey: null,
    userErrors: [],
    classificationJob: null,
  });
  expect(await harness.operations()).toEqual([]);
  await expectViolations(harness, await create({ ...ONE_TIME, name: '', dryRun: true }), 'input.name');
});

test('reports a lost response as UNKNOWN, and the same key returns the created job', async () => {
  await harness.lay({
    service: 'macie2',
    operation: 'CreateClassificationJob',
    lostResponse: 'after',
    count: 1,
  });
  const lost = await create(ONE_TIME);
  expect(lost).toMatchObject({ outcome: 'UNKNOWN', classificationJob: null });
  expect(lost.userErrors.map(({ code }) => code)).toEqual(['OUTCOME_UNKNOWN']);
  const again = await create({ ...ONE_TIME, idempotencyKey: lost.idempotencyKey });
  const third = await create({ ...ONE_TIME, idempotencyKey: lost.idempotencyKey });
  expect(again.outcome).toBe('APPLIED');
  expect(jobOf(third)?.jobId).toBe(jobOf(again)?.jobId);
  const { data } = await harness.gateway.send('{ classificationJobs(first: 50) { nodes { jobId } } }');
  expect(data?.classificationJobs).toEqual({ nodes: [{ jobId: jobOf(again)?.jobId }] });
});

test('reports a rejection by Macie without text of AWS, and sends the job once', async () => {
  await harness.lay({
    service: 'macie2',
    operation: 'CreateClassificationJob',
    error: { type: 'ServiceQuotaExceededException', message: 'secret' },
  });
  const payload = await create(ONE_TIME);
  expect(payload).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [
      {
        code: 'AWS_REJECTED',
        awsCode: 'ServiceQuotaExceededException',
        operation: 'CreateClassificationJob',
      },
    ],
  });
  expect(JSON.stringify(payload)).not.toContain('secret');
  expect(await harness.operations()).toEqual(['CreateClassificationJob']);
});
