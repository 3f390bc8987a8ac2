// Searches for a text in the form of an id: one call of the detail operation for each target that may have it, and no list call.
import { encodeId } from '../../src/domain/ids';
import { SERVICE_NAMES } from '../../src/domain/services';
import { Targets, type Target } from '../../src/domain/targets';
import { listsOf } from '../../src/domain/aws-list';
import { formOf } from '../../src/loaders/search-forms';
import { found, hitsIn, ORGANIZATION, problemsOf, search, SearchedResources } from '../support/search';
import { HOME, PARTNER, useSeveralTargets, WEST } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 0, members: 0, exportJobs: 0, cases: 0 });

const JOB_ID = '00112233445566778899aabbccddeeff';
const DIGITS_JOB_ID = '00112233445566778899001122334455';
const ACCOUNT = '600000000001';
const CASE_ID = '1234567890';
/** The emulator has two organizations in each target, and the test adds one. */
const EXPORT_ID = '0a1b2c3d-0000-4000-8000-00000000abcd';

const jobIn = (target: string, jobId = JOB_ID) => encodeId({ kind: 'ClassificationJob', target, jobId });
const memberIn = (target: string) => encodeId({ kind: 'MacieMember', target, accountId: ACCOUNT });
const caseIn = (target: string, caseId = CASE_ID) => encodeId({ kind: 'SecurityCase', target, caseId });
const exportIn = (target: string) =>
  encodeId({ kind: 'MailboxExportJob', target, organizationId: ORGANIZATION, jobId: EXPORT_ID });

beforeAll(async () => {
  const [home, partner, west] = [HOME, PARTNER, WEST].map(
    (target) => new SearchedResources(setup.emulator, target),
  ) as [SearchedResources, SearchedResources, SearchedResources];
  await west.job(JOB_ID, 'west job');
  await home.job(DIGITS_JOB_ID, 'job with a decimal id');
  await partner.securityCase(DIGITS_JOB_ID, 'case with a long id');
  await home.member(ACCOUNT, 'one@example.com');
  await partner.member(ACCOUNT, 'one@example.com', 'Removed');
  await west.securityCase(ACCOUNT, 'a case whose id is also that of an account');
  await west.securityCase(CASE_ID, 'west case');
  await partner.exportJob(EXPORT_ID, 'exports', 'S-1-1-11-1111111111');
  // Names that contain ids: a text in the form of an id is not compared with them.
  await home.job('f'.repeat(32), `copy of ${JOB_ID}`);
  await home.job('e'.repeat(32), `copy of ${ACCOUNT}`);
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

interface Example {
  readonly title: string;
  readonly text: string;
  readonly hits: readonly string[];
  readonly calls: Readonly<Record<string, number>>;
  readonly args?: object;
}

const arnOf = (service: string, { region, account }: typeof HOME, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

const JOB_ARN = arnOf('macie2', WEST, `classification-job/${JOB_ID}`);
const MEMBER_ARN = arnOf('macie2', PARTNER, `member/${ACCOUNT}`);
const CASE_ARN = arnOf('security-ir', WEST, `case/${CASE_ID}`);

const EXAMPLES: readonly Example[] = [
  {
    title: 'the global id of a job',
    text: jobIn('west'),
    hits: [`${jobIn('west')} ID ${jobIn('west')}`],
    calls: { DescribeClassificationJob: 1 },
  },
  {
    title: 'the global id of a member, in white space',
    text: ` \t${memberIn('home')}\n`,
    hits: [`${memberIn('home')} ID ${memberIn('home')}`],
    calls: { GetMember: 1 },
  },
  {
    title: 'the global id of an export',
    text: exportIn('partner'),
    hits: [`${exportIn('partner')} ID ${exportIn('partner')}`],
    calls: { DescribeMailboxExportJob: 1 },
  },
  {
    title: 'the global id of a case',
    text: caseIn('west'),
    hits: [`${caseIn('west')} ID ${caseIn('west')}`],
    calls: { GetCase: 1 },
  },
  {
    title: 'the ARN of a job',
    text: JOB_ARN,
    hits: [`${jobIn('west')} ARN ${JOB_ARN}`],
    calls: { DescribeClassificationJob: 1 },
  },
  {
    title: 'the ARN of a member',
    text: MEMBER_ARN,
    hits: [`${memberIn('partner')} ARN ${MEMBER_ARN}`],
    calls: { GetMember: 1 },
  },
  {
    title: 'the ARN of a case',
    text: CASE_ARN,
    hits: [`${caseIn('west')} ARN ${CASE_ARN}`],
    calls: { GetCase: 1 },
  },
  {
    title: 'the ARN of a job in a region that no target serves',
    text: JOB_ARN.replace('us-west-2', 'eu-west-1'),
    hits: [],
    calls: {},
  },
  {
    title: 'the ARN of a member of an account that no target serves',
    text: MEMBER_ARN.replace(PARTNER.account, '999999999999'),
    hits: [],
    calls: {},
  },
  {
    title: 'the id of a job',
    text: JOB_ID,
    hits: [`${jobIn('west')} ID ${JOB_ID}`],
    calls: { DescribeClassificationJob: 3 },
  },
  {
    title: 'twelve digits: an account, and a case with this id',
    text: ACCOUNT,
    hits: [
      `${memberIn('home')} ACCOUNT_ID ${ACCOUNT}`,
      `${memberIn('partner')} ACCOUNT_ID ${ACCOUNT}`,
      `${caseIn('west', ACCOUNT)} ID ${ACCOUNT}`,
    ],
    calls: { GetMember: 3, GetCase: 3 },
  },
  {
    title: 'ten digits: a case',
    text: CASE_ID,
    hits: [`${caseIn('west')} ID ${CASE_ID}`],
    calls: { GetCase: 3 },
  },
  {
    title: '32 decimal digits: a job, and a case with this id',
    text: DIGITS_JOB_ID,
    hits: [
      `${jobIn('home', DIGITS_JOB_ID)} ID ${DIGITS_JOB_ID}`,
      `${caseIn('partner', DIGITS_JOB_ID)} ID ${DIGITS_JOB_ID}`,
    ],
    calls: { DescribeClassificationJob: 3, GetCase: 3 },
  },
  {
    title: 'an id in some targets',
    text: ACCOUNT,
    args: { targets: ['west', 'partner'] },
    hits: [`${memberIn('partner')} ACCOUNT_ID ${ACCOUNT}`, `${caseIn('west', ACCOUNT)} ID ${ACCOUNT}`],
    calls: { GetMember: 2, GetCase: 2 },
  },
  {
    title: 'an id of some kinds',
    text: ACCOUNT,
    args: { kinds: ['SECURITY_CASE', 'CLASSIFICATION_JOB'] },
    hits: [`${caseIn('west', ACCOUNT)} ID ${ACCOUNT}`],
    calls: { GetCase: 3 },
  },
  {
    title: 'a global id of another kind',
    text: jobIn('west'),
    args: { kinds: ['SECURITY_CASE'] },
    hits: [],
    calls: {},
  },
  {
    title: 'a global id in another target',
    text: jobIn('west'),
    args: { targets: ['home'] },
    hits: [],
    calls: {},
  },
  {
    title: 'a global id in a target that does not exist',
    text: jobIn('nowhere'),
    hits: [],
    calls: {},
  },
  {
    title: 'the global id of an object that is no resource',
    text: encodeId({ kind: 'Target', target: 'home' }),
    hits: [],
    calls: {},
  },
  {
    title: 'an unknown job',
    text: '0'.repeat(32).replace(/0/, 'a'),
    hits: [],
    calls: { DescribeClassificationJob: 3 },
  },
  { title: 'an unknown account', text: '600000000009', hits: [], calls: { GetMember: 3, GetCase: 3 } },
  { title: 'an unknown global id', text: caseIn('home'), hits: [], calls: { GetCase: 1 } },
  {
    title: 'the id of an export, which no operation finds without its organization: the lists of exports',
    text: EXPORT_ID.toUpperCase(),
    hits: [`${exportIn('partner')} ID ${EXPORT_ID.toUpperCase()}`],
    calls: { ListOrganizations: 3, ListMailboxExportJobs: 7 },
  },
  {
    title: 'the id of an unknown export',
    text: EXPORT_ID.replace('0a', '0b'),
    hits: [],
    calls: { ListOrganizations: 3, ListMailboxExportJobs: 7 },
  },
];

test.each(EXAMPLES)('$title', async ({ text, hits, calls, args }) => {
  const page = await search(setup.gateway, { text, first: 50, ...args });
  expect(found(page)).toEqual(hits);
  expect(page.completeness.complete).toBe(true);
  expect(page.pageInfo.hasNextPage).toBe(false);
  expect(await setup.callCounts()).toEqual(calls);
});

test('completeness names each look-up with the time of its AWS call', async () => {
  const before = Date.now();
  const { completeness } = await search(setup.gateway, { text: ACCOUNT });
  const sources = completeness.sources.map(({ target, kind, status }) => `${target.name} ${kind} ${status}`);
  expect(sources).toEqual(
    ['home', 'partner', 'west'].flatMap((name) => [`${name} MACIE_MEMBER OK`, `${name} SECURITY_CASE OK`]),
  );
  expect(Date.parse(completeness.asOf ?? '')).toBeGreaterThanOrEqual(before);
  for (const text of [jobIn('west'), caseIn('west'), exportIn('partner')]) {
    const page = await search(setup.gateway, { text });
    expect(Date.parse(page.completeness.asOf ?? '')).toBeGreaterThanOrEqual(before);
  }
});

test.each([
  ['AccessDeniedException', 'ACCESS_DENIED'],
  ['InternalServerException', 'UNAVAILABLE'],
])('a target where the look-up fails with %s is named, and the others are there', async (type, status) => {
  await setup.lay({ service: 'macie2', operation: 'GetMember', account: HOME.account, error: { type } });
  const page = await search(setup.gateway, { text: ACCOUNT });
  expect(hitsIn(page).map(({ resource }) => resource.id)).toEqual([
    memberIn('partner'),
    caseIn('west', ACCOUNT),
  ]);
  expect(page.completeness.complete).toBe(false);
  expect(problemsOf(page)).toEqual([`home MACIE_MEMBER ${status}`]);
  await setup.clearFaults();
  const after = page.completeness.retryCursor;
  const retried = await search(setup.gateway, { text: ACCOUNT, after });
  expect(retried.edges.map(({ node, isOutOfOrder }) => [node.resource.id, isOutOfOrder])).toEqual([
    [memberIn('home'), true],
  ]);
});

test('a target without Macie is named, and its case is there', async () => {
  await setup.emulator.control('POST', '/settings', {
    account: WEST.account,
    region: WEST.region,
    macieEnabled: false,
  });
  const page = await search(setup.gateway, { text: ACCOUNT, targets: ['west'] });
  await setup.emulator.control('POST', '/settings', {
    account: WEST.account,
    region: WEST.region,
    macieEnabled: true,
  });
  expect(hitsIn(page).map(({ resource }) => resource.id)).toEqual([caseIn('west', ACCOUNT)]);
  expect(problemsOf(page)).toEqual(['west MACIE_MEMBER NOT_ENABLED']);
});

test('a selected detail field of a hit costs no further call', async () => {
  const query = `query ($text: String!) { search(text: $text) { nodes { resource {
    ... on ClassificationJob { name description arn } ... on SecurityCase { title description }
  } } } }`;
  const { data, errors } = await setup.gateway.send(query, { text: JOB_ID });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ search: { nodes: [{ resource: { name: 'west job', arn: JOB_ARN } }] } });
  expect(await setup.callCounts()).toEqual({ DescribeClassificationJob: 3 });
});

test('later pages of look-ups make no call', async () => {
  const first = await search(setup.gateway, { text: ACCOUNT, first: 1 });
  await setup.forgetCalls();
  const second = await search(setup.gateway, { text: ACCOUNT, first: 2, after: first.pageInfo.endCursor });
  expect(hitsIn(second).map(({ resource }) => resource.id)).toEqual([
    memberIn('partner'),
    caseIn('west', ACCOUNT),
  ]);
  expect(await setup.operations()).toEqual([]);
});

describe('an ARN is looked up in the targets with its region and account', () => {
  const target = (name: string, more: Partial<Target>): Target => ({
    name,
    region: 'us-east-1',
    services: SERVICE_NAMES,
    ...more,
  });
  const targets = new Targets([
    target('stated', { accountId: '111111111111' }),
    target('role', { roleArn: 'arn:aws:iam::222222222222:role/reader' }),
    target('unknown', {}),
    target('other-region', { region: 'eu-west-1' }),
    target('mail', { services: ['workmail'] }),
  ]);
  const targetsFor = (text: string, emulated = false) => {
    const form = formOf(text, { lists: listsOf(targets), targets, emulated });
    return form.type === 'IDS' ? form.lookUps.map(({ ref }) => `${ref.kind} ${ref.target}`) : form.type;
  };

  test.each<[string, readonly string[] | string]>([
    [
      'arn:aws:macie2:us-east-1:111111111111:member/333333333333',
      ['MacieMember stated', 'MacieMember unknown'],
    ],
    [
      'arn:aws-us-gov:macie2:us-east-1:222222222222:classification-job/abc',
      ['ClassificationJob role', 'ClassificationJob unknown'],
    ],
    ['arn:aws:security-ir:us-east-1:333333333333:case/1234567890', ['SecurityCase unknown']],
    ['arn:aws:security-ir:eu-west-1:333333333333:case/1234567890', ['SecurityCase other-region']],
    ['arn:aws:security-ir:us-east-1:333333333333:member/333333333333', 'TEXT'],
    ['arn:aws:macie2:us-east-1:111111111111:member/33333333333', 'TEXT'],
    ['arn:aws:macie2:us-east-1:111111111111:classification-job/../x', 'TEXT'],
    ['arn:aws:s3:::bucket', 'TEXT'],
  ])('%s: %j', (text, expected) => {
    expect(targetsFor(text)).toEqual(expected);
  });

  test('targets of the emulator without an account have its account', () => {
    expect(targetsFor('arn:aws:macie2:us-east-1:444444444444:member/333333333333', true)).toEqual([]);
  });
});

test('an account that a target without a stated account has as a member of another administrator is not the ARN', async () => {
  // The emulator names its own account in the ARN of a member, so the ARN of the response is replaced.
  const member = {
    accountId: ACCOUNT,
    arn: arnOf('macie2', WEST, `member/${ACCOUNT}`),
    relationshipStatus: 'Enabled',
  };
  await setup.lay({
    service: 'macie2',
    operation: 'GetMember',
    account: PARTNER.account,
    answer: { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(member) },
  });
  expect(found(await search(setup.gateway, { text: MEMBER_ARN }))).toEqual([]);
  expect(await setup.callCounts()).toEqual({ GetMember: 1 });
});
