// The cost of operations, each computed by hand, and the cost of the operations that clients send.
import 'reflect-metadata';
import { getIntrospectionQuery, isObjectType, parse, validate } from 'graphql';
import { SEVERAL_TARGET_QUERIES, SINGLE_TARGET_QUERIES } from '../../../bench/queries';
import { createSchema } from '../../../src/app/graphql-schema';
import { COST } from '../../../schema/shared/cost';
import { createCostEstimator } from '../../../src/graphql/query-limits/cost';
import { documentLimitsRule } from '../../../src/graphql/query-limits/document-rule';
import { readConfig } from '../../../src/config/config';
import { readDocument, tableRows } from '../../support/markdown';

const schema = createSchema();
const costOf = createCostEstimator(schema);

const cost = (query: string, variables: Record<string, unknown> = {}) => {
  const document = parse(query);
  expect(validate(schema, document, [documentLimitsRule])).toEqual([]);
  return costOf({ document, name: undefined, variables });
};

const jobs = (first: string) => `{ classificationJobs${first} { nodes { name } } }`;
const SPREAD = 'fragment t on Target { name }';

/** `nodes` with one field cost 2 points a row; a list without a maximum counts as 5 items. */
test.each<[string, number, string, Record<string, unknown>?]>([
  ['a list without a maximum: 1 + 5 x 1', 6, '{ targets { name } }'],
  ['a connection: 10 + 20 x (1 + 1), because first is 20 by default', 50, jobs('')],
  ['ten times the rows: 10 + 200 x 2', 410, jobs('(first: 200)')],
  ['a first above the maximum counts as 200', 410, jobs('(first: 2147483647)')],
  ['a first below the minimum counts as 1: 10 + 2', 12, jobs('(first: -5)')],
  [
    'edges: 10 + 2 x (1 + 1 + (1 + 1))',
    18,
    '{ classificationJobs(first: 2) { edges { cursor node { name } } } }',
  ],
  [
    'fields of the page cost a tenth: 10 + 10 x (2 + 0.3)',
    33,
    '{ classificationJobs(first: 10) { nodes { name } pageInfo { hasNextPage endCursor } } }',
  ],
  ['a look-up with a detail: 10 + 1 + 5', 16, '{ classificationJob(jobId: "x") { name description } }'],
  [
    'a connection in a connection: 10 + 10 x (1 + 1 + (10 + 5 x 2))',
    230,
    '{ securityCases(first: 10) { nodes { title comments(first: 5) { nodes { body } } } } }',
  ],
  [
    'an event with its resource, and the completeness of the page for a tenth: 10 + 10 x (1 + 1 + (10 + 1) + 0.1 x (1 + 1))',
    142,
    '{ resourceEvents(first: 10) { nodes { position resource { id } } completeness { complete } } }',
  ],
  [
    'five members: 10 + 5 + 5 x (1 + 1 + 5)',
    50,
    '{ classificationJob(jobId: "x") { members(first: 5) { nodes { accountId status } } } }',
  ],
  ['three ids: 3 x (10 + 1)', 33, '{ nodes(ids: ["a", "b", "c"]) { id } }'],
  [
    'a node costs as much as its most expensive type: 10 + 5',
    15,
    '{ node(id: "x") { ... on ClassificationJob { description } ... on MacieMember { email } } }',
  ],
  ['a change: 50 + (1 + 1)', 52, 'mutation { pauseClassificationJob(input: { id: "x" }) { change { to } } }'],
  [
    'the headers of an upload, a short list without a maximum: 50 + (1 + 5 x (1 + 1))',
    61,
    `mutation {
      createSecurityCaseAttachmentUploadUrl(input: { id: "x", fileName: "a", contentLength: 1 }) {
        uploadHeaders { name value }
      }
    }`,
  ],
  [
    'three changes: 3 x (50 + (1 + 5 x (1 + 1)))',
    183,
    'mutation ($input: ChangeStatusesInput!) { changeStatuses(input: $input) { results { change { to } } } }',
    { input: { items: [1, 2, 3].map((id) => ({ id: String(id), action: 'CANCEL' })) } },
  ],
  [
    'a field of Resource costs as much as the most expensive field of the types: 10 + 5',
    15,
    '{ node(id: "x") { ... on Resource { arn } } }',
  ],
  ['the viewer and its targets: 1 + (1 + 5 x 1)', 7, '{ viewer { targets { name } } }'],
  ['a skipped field costs nothing: 1 + 5 x 1', 6, '{ targets { name @skip(if: true) region } }'],
  [
    'a field skipped by a variable costs nothing',
    6,
    'query ($no: Boolean!) { targets { name @include(if: $no) region } }',
    { no: false },
  ],
  ['a fragment twice: 1 + 5 x (1 + 1)', 11, `{ targets { ...t ...t } } ${SPREAD}`],
  [
    'first in a variable: 10 + 7 x 2',
    24,
    'query ($first: Int!) { classificationJobs(first: $first) { nodes { name } } }',
    { first: 7 },
  ],
  [
    'first as the default of a variable: 10 + 9 x 2',
    28,
    'query ($first: Int! = 9) { classificationJobs(first: $first) { nodes { name } } }',
  ],
  [
    'an order of Macie: 10 + 20 x (1 + 1)',
    50,
    '{ classificationJobs(orderBy: { field: NAME }) { nodes { name } } }',
  ],
  [
    'an order of the gateway: 100 + 20 x (1 + 1)',
    140,
    '{ securityCases(orderBy: { field: TITLE }) { nodes { title } } }',
  ],
  ['an order of null: 10 + 20 x (1 + 1)', 50, '{ macieMembers(orderBy: null) { nodes { email } } }'],
  [
    'statistics of two kinds: 1 + (100 + 1 + (1 + 5 x (1 + 1))) + (100 + (1 + 5 x (1 + 1)))',
    224,
    '{ statistics { classificationJobs { total byStatus { status count } } securityCases { byStatus { status count } } } }',
  ],
  [
    'a total count, which reads the list once per page: 10 + 100 + 2 x 0.1 x (1 + 2), rounded up',
    111,
    '{ mailboxExportJobs(first: 2) { totalCount { value exact } } }',
  ],
  [
    'a total count in a fragment, of a larger page: 10 + 100 + 200 x 0.1 x (1 + 1)',
    150,
    '{ securityCases(first: 200) { ...F } } fragment F on SecurityCaseConnection { ... { totalCount { value } } }',
  ],
  [
    'a total count that @skip leaves out: 10 + 20 x (1 + 1)',
    50,
    '{ securityCases { totalCount @skip(if: true) { value } nodes { title } } }',
  ],
  [
    'a total count that a variable with a default leaves out: 10 + 20 x (1 + 1)',
    50,
    'query ($counts: Boolean! = false) { securityCases { totalCount @include(if: $counts) { value } nodes { title } } }',
  ],
  [
    'two total counts of one page, which share the read: 10 + 100 + 10 x 0.1 x 2 x (1 + 1)',
    114,
    '{ securityCases(first: 10) { a: totalCount { value } b: totalCount { value } } }',
  ],
  [
    'a search for accounts: 100 + 20 x (1 + 1)',
    140,
    '{ securityCases(filter: { accountIds: ["123456789012"] }) { nodes { title } } }',
  ],
  [
    'a search for a text, with the resource and its detail: 400 + 20 x (1 + 1 + (1 + 5))',
    560,
    '{ search(text: "ab") { nodes { matchedText resource { ... on SecurityCase { description } } } } }',
  ],
  [
    'a search that counts its hits: 400 + 1 + 5 x (1 + 1) + 5 x 0.1 x (1 + 1)',
    412,
    '{ search(text: "ab", first: 5) { nodes { matchedField } totalCount { value } } }',
  ],
  [
    'the queue, with the resources of changes and their detail: 400 + 10 x (1 + 1 + (5 + 5))',
    520,
    '{ attention(first: 10) { nodes { summary resource { ... on SecurityCase { description } } } } }',
  ],
  [
    'the statistics of two kinds: 1 + 2 x (100 + 1)',
    203,
    '{ statistics { securityCases { total } macieMembers { total } } }',
  ],
  [
    'an account and its targets: 1 + 1 + (1 + 5 x 1)',
    8,
    '{ account(accountId: "123456789012") { accountId targets { name } } }',
  ],
  [
    'the memberships and the jobs of an account: 1 + (10 + 20 x (1 + 1)) + (100 + 2 x (1 + 1))',
    155,
    `{ account(accountId: "123456789012") {
      memberships { nodes { status } } classificationJobs(first: 2) { nodes { name } }
    } }`,
  ],
  [
    'the cases of an account: 1 + (100 + 20 x (1 + 1))',
    141,
    '{ account(accountId: "123456789012") { securityCases { nodes { title } } } }',
  ],
  [
    'a search that excludes accounts: 100 + 20 x (1 + 1)',
    140,
    '{ securityCases(filter: { not: { accountIds: ["123456789012"] } }) { nodes { title } } }',
  ],
  [
    'jobs by account, which Macie lists with the job: 10 + 20 x (1 + 1)',
    50,
    '{ classificationJobs(filter: { accountIds: ["123456789012"] }) { nodes { name } } }',
  ],
  ['introspection: 3 x 0.5, rounded up', 2, '{ __schema { queryType { name } } }'],
])('computes the cost of %s', (_title, points, query, variables = {}) => {
  expect(cost(query, variables)).toBe(points);
});

test('the known queries of clients leave a quarter of the maximum', () => {
  const { maxComplexity } = readConfig({}).queryLimits;
  const known = [...SINGLE_TARGET_QUERIES, ...SEVERAL_TARGET_QUERIES].map(({ request }) =>
    cost(request.query),
  );
  known.push(cost(getIntrospectionQuery()));
  // 200 jobs with 17 fields each, one of them a list with two fields, and the name of the target:
  // 10 + 200 x (1 + 8 + 2 + 3 + 11 + 0.3 + 0.2 + 1).
  expect(known[0]).toBe(5_310);
  expect(Math.max(...known)).toBeLessThan(0.75 * maxComplexity);
});

test('fields have the cost class of what they call', () => {
  const classes = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).map(({ name, extensions }) => [
        `${type.name}.${name}`,
        extensions[COST],
      ]),
    )
    .filter(([, cost]) => cost !== undefined && cost !== 'field');
  expect(Object.fromEntries(classes.sort())).toEqual({
    'AttentionItem.availableTransitions': 'detail',
    'AttentionItem.resource': 'detail',
    'Query.attention': 'overview',
    'AwsAccount.classificationJobs': 'search',
    'AwsAccount.memberships': 'call',
    'AwsAccount.securityCases': 'search',
    'Query.search': 'overview',
    'SecurityCaseAttachment.downloadUrl': 'call',
    'ChangeStatusesResult.resource': 'call',
    'ClassificationJob.auditTrail': 'call',
    'ClassificationJob.history': 'call',
    'ClassificationJob.statusDurations': 'call',
    'ClassificationJob.members': 'detail',
    'ClassificationJobConnection.totalCount': 'search',
    'CreateSecurityCaseCommentPayload.comment': 'call',
    'CreateSecurityCaseCommentPayload.commentEdge': 'call',
    'UpdateSecurityCaseCommentPayload.comment': 'call',
    'MacieMemberConnection.totalCount': 'search',
    'MailboxExportJobConnection.totalCount': 'search',
    'SecurityCaseConnection.totalCount': 'search',
    'SecurityCaseTotals.timeInStatus': 'call',
    'Statistics.classificationJobs': 'search',
    'Statistics.macieMembers': 'search',
    'Statistics.mailboxExportJobs': 'search',
    'Statistics.securityCases': 'search',
    'Heartbeat.completeness': 'call',
    'MacieMember.auditTrail': 'call',
    'MacieMember.history': 'call',
    'MacieMember.statusDurations': 'call',
    'MacieMember.classificationJobs': 'call',
    'MacieMember.securityCases': 'search',
    'MailboxExportJob.auditTrail': 'call',
    'MailboxExportJob.history': 'call',
    'MailboxExportJob.statusDurations': 'call',
    'MailboxExportJob.organization': 'call',
    'MailboxExportJob.owner': 'call',
    'MemberAccount.member': 'detail',
    'MemberAccount.status': 'detail',
    'ResourceEvent.auditEntry': 'call',
    'ResourceEvent.resource': 'call',
    'ResourceUpdate.resource': 'call',
    'SecurityCase.auditTrail': 'call',
    'SecurityCase.history': 'call',
    'SecurityCase.statusDurations': 'call',
    'SecurityCase.comments': 'call',
    'SecurityCase.edits': 'call',
    'SecurityCase.impactedMembers': 'detail',
    'SecurityCase.investigations': 'call',
    'SecurityCase.tags': 'call',
  });
});

const PAGES = {
  'classification-jobs': ['classificationJobs', 'ListClassificationJobs'],
  'macie-members': ['macieMembers', 'ListMembers'],
  'mailbox-export-jobs': ['mailboxExportJobs', 'ListMailboxExportJobs|ListOrganizations'],
  'security-cases': ['securityCases', 'ListCases'],
} as const;

const fieldsWithCalls = Object.entries(PAGES).flatMap(([page, [connection, lists]]) =>
  tableRows(readDocument(`docs/${page}.md`), 'field')
    .filter(([field = '', operation = '']) => field.includes('.') || !lists.split('|').includes(operation))
    .map(([field = '', operation = '']) => ({ connection, field, operation })),
);

test.each(fieldsWithCalls)(
  '$connection: $field costs more than a plain field, because it calls $operation',
  ({ connection, field }) => {
    const fieldOf = (leaf: string) =>
      field.split('.').reduceRight((inner, name) => `${name} ${inner && `{ ${inner} }`}`, leaf);
    const query = (selection: string) => `{ ${connection}(first: 1) { nodes { ${selection} } } }`;
    const isLeaf = validate(schema, parse(query(fieldOf('')))).length === 0;
    expect(cost(query(fieldOf(isLeaf ? '' : '__typename'))) - cost(query('id'))).toBeGreaterThanOrEqual(4);
  },
);
