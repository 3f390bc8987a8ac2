// Members of AWS responses that the gateway cannot read: each costs its own field, not the resource and not the page.
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { LIMITS } from './fault-harness';

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 3, members: 3, exportJobs: 0, cases: 3 } });
  gateway = await startTestGateway(emulator.url, {}, { ...LIMITS, failureThreshold: Infinity });
});
beforeEach(async () => {
  await emulator.control('DELETE', '/faults');
  await emulator.control('DELETE', '/calls');
});
afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

/** Makes every call of the operation answer these members. */
async function answer(service: string, operation: string, members: object): Promise<void> {
  const body = JSON.stringify(members);
  await emulator.control('POST', '/faults', { service, operation, answer: { body } });
}

type Response = Awaited<ReturnType<TestGateway['send']>>;

const errorsOf = ({ errors = [] }: Response) =>
  errors.map(({ path, extensions }) => `${(path ?? []).join('.')} ${extensions.code}`);

const JOB_ID = '0123456789abcdef0123456789abcdef';
const ORGANIZATION = 'm-0123456789abcdef0123456789abcdef';
const EXPORT = `found: mailboxExportJob(organizationId: "${ORGANIZATION}", jobId: "abc-1")`;

test.each([
  ['a number beyond 32 bits', { EstimatedProgress: 1e10 }, 'estimatedProgress'],
  ['a fraction as an integer', { EstimatedProgress: 1.5 }, 'estimatedProgress'],
  ['a number as text', { EstimatedProgress: '50' }, 'estimatedProgress'],
  ['a boolean as a number', { EstimatedProgress: true }, 'estimatedProgress'],
  ['an object as text', { Description: {} }, 'description'],
  ['a time beyond the year 9999', { StartTime: 1e12 }, 'startedAt'],
  ['a time as a list', { StartTime: [] }, 'startedAt'],
  ['a time as words', { StartTime: 'yesterday' }, 'startedAt'],
])('%s costs its field', async (_title, members, field) => {
  const whole = { State: 'RUNNING', EstimatedProgress: 50, Description: 'export', StartTime: 1_700_000_000 };
  await answer('workmail', 'DescribeMailboxExportJob', { ...whole, ...members });
  const response = await gateway.send(`{ ${EXPORT} { status estimatedProgress description startedAt } }`);
  const read = {
    status: 'RUNNING',
    estimatedProgress: 50,
    description: 'export',
    startedAt: '2023-11-14T22:13:20.000Z',
  };
  expect(response.data).toEqual({ found: { ...read, [field]: null } });
  expect(errorsOf(response)).toEqual([`found.${field} UNREADABLE_FIELD`]);
});

const WHOLE_JOB = { jobId: JOB_ID, name: 'job', jobStatus: 'RUNNING', createdAt: '2026-11-01T00:00:00Z' };

test.each([
  ['samplingPercentage', 'samplingPercentage', 'samplingPercentage'],
  ['createdAt', 'createdAt', 'createdAt'],
  ['statistics', 'statistics { numberOfRuns }', 'statistics'],
  ['tags', 'tags { key }', 'tags'],
  ['allowListIds', 'allowListIds', 'allowListIds'],
  ['s3JobDefinition', 'scoping { includes { tagScopeTerm { key } } }', 'scoping'],
  ['s3JobDefinition', 'bucketDefinitions { accountId }', 'bucketDefinitions'],
  ['scheduleFrequency', 'scheduleFrequency { interval }', 'scheduleFrequency'],
])('an unreadable %s of a job costs %s', async (member, selection, field) => {
  await answer('macie2', 'DescribeClassificationJob', { ...WHOLE_JOB, [member]: 'odd' });
  const response = await gateway.send(
    `{ found: classificationJob(jobId: "${JOB_ID}") { name ${selection} } }`,
  );
  expect(response.data).toEqual({ found: { name: 'job', [field]: null } });
  expect(errorsOf(response)).toEqual([`found.${field} UNREADABLE_FIELD`]);
});

test('an unreadable member of a structure costs its field', async () => {
  const s3JobDefinition = {
    bucketDefinitions: [{ accountId: '111122223333', buckets: ['a'] }],
    scoping: { includes: { and: [{ tagScopeTerm: { comparator: 5, key: 'TAG', target: '' } }] } },
  };
  const statistics = { numberOfRuns: 'many', approximateNumberOfObjectsToProcess: 12.5 };
  await answer('macie2', 'DescribeClassificationJob', { ...WHOLE_JOB, s3JobDefinition, statistics });
  const response = await gateway.send(`{ found: classificationJob(jobId: "${JOB_ID}") {
    statistics { numberOfRuns approximateNumberOfObjectsToProcess }
    scoping { includes { tagScopeTerm { comparator key target } } }
    bucketDefinitions { accountId buckets } } }`);
  expect(response.data).toEqual({
    found: {
      statistics: { numberOfRuns: null, approximateNumberOfObjectsToProcess: 12.5 },
      scoping: { includes: [{ tagScopeTerm: { comparator: null, key: 'TAG', target: null } }] },
      bucketDefinitions: [{ accountId: '111122223333', buckets: ['a'] }],
    },
  });
  expect(errorsOf(response)).toEqual([
    'found.statistics.numberOfRuns UNREADABLE_FIELD',
    'found.scoping.includes.0.tagScopeTerm.comparator UNREADABLE_FIELD',
  ]);
});

test.each([12.5, 1e21])('the number of objects to process may be %d', async (count) => {
  const statistics = { approximateNumberOfObjectsToProcess: count };
  await answer('macie2', 'DescribeClassificationJob', { ...WHOLE_JOB, statistics });
  expect(
    await gateway.send(
      `{ found: classificationJob(jobId: "${JOB_ID}") { statistics { approximateNumberOfObjectsToProcess } } }`,
    ),
  ).toEqual({ data: { found: { statistics } } });
});

const JOBS = (selection: string, args = 'first: 10') =>
  `{ page: classificationJobs(${args}) { nodes { ${selection} } completeness { complete fieldErrors sources { status } } } }`;

test('a page counts the unreadable fields of its rows, and has all rows', async () => {
  const items = [WHOLE_JOB, { ...WHOLE_JOB, jobId: 'b', name: 5, createdAt: 'soon' }];
  await answer('macie2', 'ListClassificationJobs', { items });
  const response = await gateway.send(JOBS('jobId name createdAt'));
  expect(response.data).toEqual({
    page: {
      nodes: [
        { jobId: JOB_ID, name: 'job', createdAt: '2026-11-01T00:00:00.000Z' },
        { jobId: 'b', name: null, createdAt: null },
      ],
      completeness: { complete: false, fieldErrors: 2, sources: [{ status: 'OK' }] },
    },
  });
  expect(errorsOf(response)).toEqual([
    'page.nodes.1.name UNREADABLE_FIELD',
    'page.nodes.1.createdAt UNREADABLE_FIELD',
  ]);
  expect((await gateway.send(JOBS('jobId'))).data).toMatchObject({
    page: { completeness: { complete: true, fieldErrors: 0 } },
  });
});

test('a page counts the fields whose detail call failed, under the aliases of the client', async () => {
  await emulator.control('POST', '/faults', {
    service: 'macie2',
    operation: 'DescribeClassificationJob',
    error: { type: 'AccessDeniedException', status: 403 },
  });
  const { data, errors } = await gateway.send(
    `{ a: classificationJobs(first: 3) { rows: nodes { arn text: description } status: completeness { done: complete n: fieldErrors } }
       b: classificationJobs(first: 2) { edges { node { jobId } } completeness { complete fieldErrors } } }`,
  );
  expect(errors).toHaveLength(6);
  expect(data).toMatchObject({
    a: { status: { done: false, n: 6 } },
    b: { completeness: { complete: true, fieldErrors: 0 } },
  });
});

test('a row without a readable id is missing from the page, and the page reports it', async () => {
  const items = [{ ...WHOLE_JOB, jobId: 5 }, WHOLE_JOB, null, 'row', { jobStatus: 'RUNNING' }];
  await answer('macie2', 'ListClassificationJobs', { items });
  const response = await gateway.send(
    '{ page: classificationJobs(first: 10) { nodes { jobId } completeness { complete sources { status message } } } }',
  );
  expect(response).toEqual({
    data: {
      page: {
        nodes: [{ jobId: JOB_ID }],
        completeness: {
          complete: false,
          sources: [
            {
              status: 'UNREADABLE_ROWS',
              message: 'Macie in target default sent 4 rows that the gateway cannot read.',
            },
          ],
        },
      },
    },
  });
});

test.each([
  ['a page token that is no text', { items: [], nextToken: 5 }],
  ['rows that are no list', { items: 'none' }],
])('%s costs the page', async (_title, members) => {
  await answer('macie2', 'ListClassificationJobs', members);
  expect((await gateway.send(JOBS('jobId'))).data).toEqual({
    page: {
      nodes: [],
      completeness: { complete: false, fieldErrors: 0, sources: [{ status: 'UNAVAILABLE' }] },
    },
  });
});

test('a filter leaves out the rows about which it cannot decide, and the page reports them', async () => {
  const caseOf = (caseId: string, members: object) => ({
    caseId,
    caseStatus: 'Closed',
    title: 'a',
    ...members,
  });
  const items = [
    caseOf('1000000001', {}),
    caseOf('1000000002', { caseStatus: 7 }),
    caseOf('1000000003', { title: 7 }),
    caseOf('1000000004', { caseStatus: 'Submitted' }),
  ];
  await answer('security-ir', 'ListCases', { items });
  const page = async (filter: string) => {
    const { data } = await gateway.send(
      `{ page: securityCases(first: 10, filter: ${filter}) { nodes { caseId } completeness { complete sources { status } } } }`,
    );
    const { nodes, completeness } = data?.page as {
      nodes: { caseId: string }[];
      completeness: { complete: boolean; sources: { status: string }[] };
    };
    return [nodes.map(({ caseId }) => caseId.at(-1)).join(''), completeness.sources[0]?.status];
  };
  expect(await page('{ statuses: [CLOSED] }')).toEqual(['13', 'UNREADABLE_ROWS']);
  expect(await page('{ not: { statuses: [CLOSED] } }')).toEqual(['4', 'UNREADABLE_ROWS']);
  expect(await page('{ title: { eq: "a" } }')).toEqual(['124', 'UNREADABLE_ROWS']);
});

test('a case whose accounts are unreadable is missing from the cases of an account', async () => {
  await answer('security-ir', 'ListCases', {
    items: [
      { caseId: '1000000001', caseStatus: 'Closed' },
      { caseId: '1000000002', caseStatus: 'Closed' },
    ],
  });
  const accounts = { caseStatus: 'Closed', impactedAccounts: ['111122223333'] };
  await emulator.control('POST', '/faults', {
    service: 'security-ir',
    operation: 'GetCase',
    count: 1,
    answer: { body: JSON.stringify({ ...accounts, impactedAccounts: [5] }) },
  });
  await answer('security-ir', 'GetCase', accounts);
  await emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'member',
    id: '111122223333',
    set: { relationshipStatus: 'Enabled' },
  });
  const { data, errors } = await gateway.send(
    `{ macieMember(accountId: "111122223333") { securityCases(first: 5) {
         nodes { caseId } completeness { complete sources { status } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    macieMember: {
      securityCases: {
        nodes: [{ caseId: expect.any(String) as string }],
        completeness: { complete: false, sources: [{ status: 'UNREADABLE_ROWS' }] },
      },
    },
  });
});

test('a status that is unreadable is UNRECOGNIZED, and awsStatus has the error', async () => {
  await answer('security-ir', 'GetCase', { title: 'case', caseStatus: 7, resolverType: 'Self' });
  const response = await gateway.send(
    '{ found: securityCase(caseId: "1234567890") { title status awsStatus availableTransitions { to } } }',
  );
  expect(response.data).toEqual({
    found: { title: 'case', status: 'UNRECOGNIZED', awsStatus: null, availableTransitions: [] },
  });
  expect(errorsOf(response)).toEqual(['found.awsStatus UNREADABLE_FIELD']);
});

describe('a change', () => {
  const close = () =>
    gateway.send(`mutation { closeSecurityCase(input: { id: "${caseId}" }) {
      outcome userErrors { __typename ... on AwsRejectedError { code retryable } } } }`);
  let caseId: string;

  beforeEach(async () => {
    await emulator.control('POST', '/put', {
      service: 'security-ir',
      resource: 'case',
      id: '1234567890',
      set: { title: 'case', caseStatus: 'Submitted', resolverType: 'Self' },
    });
    const { data } = await gateway.send('{ securityCase(caseId: "1234567890") { id } }');
    caseId = (data?.securityCase as { id: string }).id;
    await emulator.control('DELETE', '/calls');
  });

  test.each([
    ['status', { caseStatus: 7, resolverType: 'Self' }],
    ['resolver type', { caseStatus: 'Submitted', resolverType: 7 }],
  ])('is not sent when the %s is unreadable', async (_title, members) => {
    await answer('security-ir', 'GetCase', { title: 'case', ...members });
    expect((await close()).data).toEqual({
      closeSecurityCase: {
        outcome: 'REFUSED',
        userErrors: [{ __typename: 'AwsRejectedError', code: 'AWS_REJECTED', retryable: true }],
      },
    });
    const operations = (await emulator.calls()).map(({ operation }) => operation);
    expect(operations).toEqual(['GetCase']);
  });

  test('is sent when another member is unreadable', async () => {
    await emulator.control('POST', '/faults', {
      service: 'security-ir',
      operation: 'GetCase',
      count: 1,
      answer: {
        body: JSON.stringify({ title: 7, createdDate: 'x', caseStatus: 'Submitted', resolverType: 'Self' }),
      },
    });
    expect((await close()).data).toEqual({
      closeSecurityCase: { outcome: 'APPLIED', userErrors: [] },
    });
  });
});
