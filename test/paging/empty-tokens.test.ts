// Empty page tokens: every list of every service ends when AWS returns an empty text or null, without another call.
import { putCase, CASE_ID, ORGANIZATION_ID, putExportJob, putJob, putMember } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

const CONNECTIONS = [
  ['ListClassificationJobs', 'classificationJobs(first: 50)'],
  ['ListMembers', 'macieMembers(first: 50)'],
  ['ListMailboxExportJobs', 'mailboxExportJobs(first: 50)'],
  ['ListCases', 'securityCases(first: 50)'],
] as const;

const PARTS = [
  ['ListComments', 'comments'],
  ['ListCaseEdits', 'edits'],
  ['ListInvestigations', 'investigations'],
] as const;

beforeEach(async () => {
  await putJob(harness, 'RUNNING');
  await putMember(harness, 'Enabled');
  await putExportJob(harness, 'RUNNING');
  await putCase(harness, 'Submitted');
});

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly unknown[];
  readonly completeness: { readonly complete: boolean };
}

const PAGE = '{ pageInfo { hasNextPage } nodes { __typename } completeness { complete } }';
/** The number of calls of an operation for the same list. WorkMail has one list of export jobs for each organization. */
const calls = async (operation: string) => {
  const lists = (await harness.emulator.calls()).filter((call) => call.operation === operation);
  return lists.length / new Set(lists.map(({ parameters }) => parameters.OrganizationId)).size;
};

describe('with an empty text', () => {
  beforeEach(() => harness.emulator.control('POST', '/settings', { lastPageToken: 'empty' }));

  test.each(CONNECTIONS)('%s ends', async (operation, field) => {
    const { data, errors } = await harness.gateway.send(`{ list: ${field} ${PAGE} }`);
    expect(errors).toBeUndefined();
    const list = data?.list as Page;
    expect(list.pageInfo.hasNextPage).toBe(false);
    expect(list.nodes).toHaveLength(1);
    expect(list.completeness.complete).toBe(true);
    expect(await calls(operation)).toBe(1);
  });

  test('ListOrganizations ends', async () => {
    await harness.gateway.send('{ mailboxExportJobs(first: 50) { nodes { id } } }');
    expect(await calls('ListOrganizations')).toBe(1);
  });

  test.each(PARTS)('%s ends', async (operation, field) => {
    const { data, errors } = await harness.gateway.send(
      `{ securityCase(caseId: "${CASE_ID}") { list: ${field}(first: 50) ${PAGE} } }`,
    );
    expect(errors).toBeUndefined();
    const { list } = data?.securityCase as { list: Page };
    expect(list.pageInfo.hasNextPage).toBe(false);
    expect(list.completeness.complete).toBe(true);
    expect(await calls(operation)).toBe(1);
  });
});

const ROWS = {
  items: [{ jobId: 'a'.repeat(32), caseId: CASE_ID }],
  members: [{ accountId: '444455556666' }],
  OrganizationSummaries: [{ OrganizationId: ORGANIZATION_ID, State: 'Active' }],
  Jobs: [{ JobId: 'job' }],
};

test.each([
  ['macie2', 'ListClassificationJobs', 'classificationJobs(first: 50)'],
  ['macie2', 'ListMembers', 'macieMembers(first: 50)'],
  ['workmail', 'ListOrganizations', 'mailboxExportJobs(first: 50)'],
  ['workmail', 'ListMailboxExportJobs', 'mailboxExportJobs(first: 50)'],
  ['security-ir', 'ListCases', 'securityCases(first: 50)'],
])('with null, %s %s ends', async (service, operation, field) => {
  const body = JSON.stringify({ ...ROWS, nextToken: null, NextToken: null });
  await harness.lay({ service, operation, answer: { body } });
  const { data, errors } = await harness.gateway.send(`{ list: ${field} ${PAGE} }`);
  expect(errors).toBeUndefined();
  expect(data?.list).toMatchObject({ pageInfo: { hasNextPage: false }, completeness: { complete: true } });
  expect(await calls(operation)).toBe(1);
});
