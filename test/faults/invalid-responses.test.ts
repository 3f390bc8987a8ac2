// Unusual and invalid responses of AWS: repeated tokens, missing rows, unknown enum values and members of the wrong type.
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { LIMITS } from './fault-harness';

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 3, members: 3, exportJobs: 3, cases: 3 } });
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

interface ListOperation {
  readonly service: string;
  readonly operation: string;
  /** A query whose result contains `connection`. */
  readonly query: string;
  /** The member that contains the rows, and a row. */
  readonly rows: readonly [member: string, row: object];
  /** The number of rows in the connection when AWS returns the same row twice; two if absent. */
  readonly rowCount?: number;
}

const PARTS = 'completeness { complete sources { status } } pageInfo { hasNextPage }';
const ofCase = (field: string) =>
  `{ securityCase(caseId: "1234567890") { connection: ${field}(first: 25) { ${PARTS} nodes { __typename } } } }`;
const ofAll = (field: string) => `{ connection: ${field}(first: 50) { ${PARTS} nodes { __typename } } }`;

const LISTS: readonly ListOperation[] = [
  {
    service: 'macie2',
    operation: 'ListClassificationJobs',
    query: ofAll('classificationJobs'),
    rows: ['items', { jobId: 'a', jobStatus: 'DREAMING', jobType: 'ODD' }],
  },
  {
    service: 'macie2',
    operation: 'ListMembers',
    query: ofAll('macieMembers'),
    rows: ['members', { accountId: '123456789012', relationshipStatus: 'Engaged' }],
  },
  {
    service: 'workmail',
    operation: 'ListOrganizations',
    query: ofAll('mailboxExportJobs'),
    rows: ['OrganizationSummaries', { OrganizationId: 'm-0123456789abcdef0123456789abcdef' }],
  },
  {
    service: 'workmail',
    operation: 'ListMailboxExportJobs',
    query: ofAll('mailboxExportJobs'),
    rows: ['Jobs', { JobId: 'abc-1', State: 'PONDERING' }],
    // Two rows for each of the two organizations.
    rowCount: 4,
  },
  {
    service: 'security-ir',
    operation: 'ListCases',
    query: ofAll('securityCases'),
    rows: ['items', { caseId: '1234567890', caseStatus: 'Simmering', resolverType: 'Nobody' }],
  },
  {
    service: 'security-ir',
    operation: 'ListComments',
    query: ofCase('comments'),
    rows: ['items', { commentId: 'abcdef' }],
  },
  { service: 'security-ir', operation: 'ListCaseEdits', query: ofCase('edits'), rows: ['items', {}] },
  {
    service: 'security-ir',
    operation: 'ListInvestigations',
    query: ofCase('investigations'),
    rows: ['investigationActions', { investigationId: 'inv-1', status: 'Odd', actionType: 'Odd' }],
  },
];

interface Connection {
  readonly nodes: readonly object[];
  readonly completeness: { readonly complete: boolean; readonly sources: readonly { status: string }[] };
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const respondWith = (members: object) => ({ answer: { body: JSON.stringify(members) } });

async function addFault({ service, operation }: ListOperation, fault: object): Promise<void> {
  await emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: '1234567890',
    set: { title: 'case', caseStatus: 'Submitted', resolverType: 'Self' },
  });
  await emulator.control('POST', '/faults', { service, operation, ...fault });
}

async function read(query: string): Promise<Connection> {
  const { data, errors } = await gateway.send(query);
  expect(errors).toBeUndefined();
  const { connection, securityCase } = data as {
    connection?: Connection;
    securityCase?: { connection: Connection };
  };
  const found = connection ?? securityCase?.connection;
  if (found === undefined) throw new Error('The response contains no connection.');
  return found;
}

const callsOf = async ({ operation }: ListOperation) =>
  (await emulator.calls()).filter((call) => call.operation === operation).length;

describe.each(LISTS)('$operation', (list) => {
  const [member, row] = list.rows;

  test('reports the source as UNAVAILABLE when AWS returns the same token twice', async () => {
    const token = list.service === 'workmail' ? 'NextToken' : 'nextToken';
    await addFault(list, respondWith({ [member]: [row], [token]: 'again' }));
    const { completeness, pageInfo } = await read(list.query);
    expect(completeness).toEqual({ complete: false, sources: [{ status: 'UNAVAILABLE' }] });
    expect(pageInfo.hasNextPage).toBe(false);
    expect(await callsOf(list)).toBe(2);
  });

  test.each([
    ['null', { [member]: null }],
    ['absent', {}],
    ['empty beside an unknown member', { [member]: [], more: [{ a: 1 }] }],
  ])('returns a complete list without rows when the member is %s', async (_title, members) => {
    await addFault(list, respondWith(members));
    const { nodes, completeness } = await read(list.query);
    expect({ nodes, complete: completeness.complete }).toEqual({ nodes: [], complete: true });
  });

  test('does not let keys of a response change a prototype', async () => {
    const body = `{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "${member}": []}`;
    await addFault(list, { answer: { body } });
    expect((await read(list.query)).nodes).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  test('returns a repeated row as often as AWS does, whatever the content type and the enum values', async () => {
    const headers = { 'content-type': 'text/plain' };
    await addFault(list, { answer: { headers, body: JSON.stringify({ [member]: [row, row] }) } });
    const jobs = respondWith({ Jobs: [{ JobId: 'abc-1', State: 'PONDERING' }] });
    await emulator.control('POST', '/faults', {
      service: 'workmail',
      operation: 'ListMailboxExportJobs',
      ...jobs,
    });
    const { nodes, completeness } = await read(list.query);
    expect({ rows: nodes.length, complete: completeness.complete }).toEqual({
      rows: list.rowCount ?? 2,
      complete: true,
    });
  });
});

const UNKNOWN: readonly (readonly [
  operation: string,
  service: string,
  query: string,
  members: object,
  expected: object,
])[] = [
  [
    'DescribeClassificationJob',
    'macie2',
    '{ found: classificationJob(jobId: "0123456789abcdef0123456789abcdef") { status awsStatus jobType availableTransitions { to } } }',
    { jobStatus: 'DREAMING', jobType: 'ODD' },
    { status: 'UNRECOGNIZED', awsStatus: 'DREAMING', jobType: 'UNRECOGNIZED', availableTransitions: [] },
  ],
  [
    'GetMember',
    'macie2',
    '{ found: macieMember(accountId: "123456789012") { status awsStatus availableTransitions { to } } }',
    { relationshipStatus: 'Engaged' },
    { status: 'UNRECOGNIZED', awsStatus: 'Engaged', availableTransitions: [] },
  ],
  [
    'DescribeMailboxExportJob',
    'workmail',
    '{ found: mailboxExportJob(organizationId: "m-0123456789abcdef0123456789abcdef", jobId: "abc-1") { status awsStatus availableTransitions { to } } }',
    { State: 'PONDERING' },
    { status: 'UNRECOGNIZED', awsStatus: 'PONDERING', availableTransitions: [] },
  ],
  [
    'GetCase',
    'security-ir',
    '{ found: securityCase(caseId: "1234567890") { status awsStatus resolverType engagementType closureCode pendingAction availableTransitions { to } } }',
    {
      caseStatus: 'Simmering',
      resolverType: 'Nobody',
      engagementType: 'Odd',
      closureCode: 'Odd',
      pendingAction: 'Odd',
    },
    {
      status: 'UNRECOGNIZED',
      awsStatus: 'Simmering',
      resolverType: 'UNRECOGNIZED',
      engagementType: 'UNRECOGNIZED',
      closureCode: 'UNRECOGNIZED',
      pendingAction: 'UNRECOGNIZED',
      availableTransitions: [],
    },
  ],
];

test.each(UNKNOWN)(
  'returns UNRECOGNIZED for enum values of %s that the gateway does not know',
  async (operation, service, query, members, expected) => {
    await emulator.control('POST', '/faults', { service, operation, ...respondWith(members) });
    const { data, errors } = await gateway.send(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ found: expected });
  },
);

test.each([
  ['an empty status', { State: '' }],
  ['a missing status', { EntityId: 'S-1' }],
])('reports AWS_UNAVAILABLE for %s', async (_title, members) => {
  const operation = 'DescribeMailboxExportJob';
  await emulator.control('POST', '/faults', { service: 'workmail', operation, ...respondWith(members) });
  const { data, errors } = await gateway.send(
    `{ found: mailboxExportJob(organizationId: "m-0123456789abcdef0123456789abcdef", jobId: "abc-1") { status } }`,
  );
  expect(data).toEqual({ found: null });
  expect(errors).toMatchObject([{ extensions: { code: 'AWS_UNAVAILABLE', retryable: true } }]);
});
