// Searches for texts over the lists: what matches, in which order, and the AWS calls that they cost.
import { startGateway } from '../../src/app/serve';
import { encodeId } from '../../src/domain/ids';
import { CapturedLog } from '../support/captured-log';
import { testConfig } from '../support/gateway';
import {
  askSearch,
  found,
  hitsIn,
  ORGANIZATION,
  problemsOf,
  SEARCH,
  search,
  SearchedResources,
  walkSearch,
} from '../support/search';
import { HOME, PARTNER, SEVERAL_TARGETS, useSeveralTargets, WEST } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 0, members: 0, exportJobs: 0, cases: 0 });

const inTarget = ({ account, region }: typeof HOME) =>
  new SearchedResources(setup.emulator, { account, region });

const jobId = (digit: string) => digit.repeat(32);
const job = (target: string, digit: string) =>
  encodeId({ kind: 'ClassificationJob', target, jobId: jobId(digit) });
const member = (target: string, accountId: string) => encodeId({ kind: 'MacieMember', target, accountId });
const exportId = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const exportJob = (target: string, digit: string) =>
  encodeId({ kind: 'MailboxExportJob', target, organizationId: ORGANIZATION, jobId: exportId(digit) });
const securityCase = (target: string, caseId: string) => encodeId({ kind: 'SecurityCase', target, caseId });

beforeAll(async () => {
  const home = inTarget(HOME);
  const west = inTarget(WEST);
  await home.job(jobId('1'), 'Payroll', ['people']);
  await home.job(jobId('2'), 'payroll-scan', ['people']);
  await home.job(jobId('3'), 'Nightly', ['archive', 'payroll', 'payroll-copies']);
  await home.job(jobId('4'), 'Weekly', ['old-payroll-data']);
  await west.job(jobId('5'), 'PAYROLL', []);
  await west.job(jobId('6'), 'A new payroll job', []);
  await home.member('700000000001', 'payroll@example.com');
  await home.member('700000000002', 'zoe.payroll@example.com', 'Removed');
  await home.member('700000000003', undefined, 'Invited');
  await west.member('700000000004', 'Anna.PAYROLL@example.com');
  await home.exportJob(exportId('a'), 'payroll-exports', 'S-1-1-11-7000000000');
  await west.exportJob(exportId('b'), 'exports', 'r-payroll');
  await home.securityCase('1000000001', 'Payroll data in a public bucket');
  await home.securityCase('1000000002', 'payroll');
  await west.securityCase('1000000003', 'Leak of the payroll', { caseStatus: 'Closed' });
  await home.securityCase('1000000004', 'Straße gesperrt');
  await home.securityCase('1000000005', 'İstanbul office');
  await home.securityCase('1000000006', 'Meſſage from ΟΔΟΣΥΣ');
  await home.securityCase('1000000007', 'Broken \u{1f512} lock');
  await home.securityCase('1000000008', 'tab\tand\u0000null');
  await home.securityCase('1000000009', 'a.*b (c+ [d');
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

/** Equal values, then prefixes, then contained texts; within them jobs, members, exports and cases, each by name. */
const PAYROLL = [
  `${job('home', '3')} BUCKET_NAME payroll`,
  `${job('home', '1')} NAME Payroll`,
  `${job('west', '5')} NAME PAYROLL`,
  `${securityCase('home', '1000000002')} TITLE payroll`,
  `${job('home', '2')} NAME payroll-scan`,
  `${member('home', '700000000001')} EMAIL payroll@example.com`,
  `${exportJob('home', 'a')} BUCKET_NAME payroll-exports`,
  `${securityCase('home', '1000000001')} TITLE Payroll data in a public bucket`,
  `${job('west', '6')} NAME A new payroll job`,
  `${job('home', '4')} BUCKET_NAME old-payroll-data`,
  `${member('west', '700000000004')} EMAIL Anna.PAYROLL@example.com`,
  `${member('home', '700000000002')} EMAIL zoe.payroll@example.com`,
  `${securityCase('west', '1000000003')} TITLE Leak of the payroll`,
];

/** The lists of all targets; each has three organizations, or two without an export. */
const WHOLE_LISTS = {
  ListClassificationJobs: 3,
  ListMembers: 3,
  ListOrganizations: 3,
  ListMailboxExportJobs: 8,
  ListCases: 3,
};

test('a text finds equal values, then prefixes, then contained texts, by kind and name, and reads each list once', async () => {
  const page = await search(setup.gateway, { text: '  pAYroll ', first: 50 });
  expect(found(page)).toEqual(PAYROLL);
  expect(page.completeness.complete).toBe(true);
  expect(page.completeness.sources).toHaveLength(12);
  expect(await setup.callCounts()).toEqual(WHOLE_LISTS);
});

test('the order is stable: the same hits come in the same order on pages of any size, and later pages make no call', async () => {
  for (const first of [1, 2, 5, 13]) {
    const pages = await walkSearch(setup.gateway, { text: 'payroll', first });
    expect(pages.flatMap(found)).toEqual(PAYROLL);
    expect(pages).toHaveLength(Math.ceil(PAYROLL.length / first));
    expect(pages.flatMap(({ edges }) => edges).filter(({ isOutOfOrder }) => isOutOfOrder)).toEqual([]);
    expect(await setup.callCounts()).toEqual(WHOLE_LISTS);
    await setup.forgetCalls();
  }
});

test.each([
  [['CLASSIFICATION_JOB'], null, { ListClassificationJobs: 3 }],
  [['MACIE_MEMBER'], ['home'], { ListMembers: 1 }],
  [['SECURITY_CASE', 'MACIE_MEMBER', 'SECURITY_CASE'], ['west', 'west'], { ListMembers: 1, ListCases: 1 }],
  [['MAILBOX_EXPORT_JOB'], ['partner', 'home'], { ListOrganizations: 2, ListMailboxExportJobs: 5 }],
] as const)('%j in %j reads only these lists', async (kinds, targets, calls) => {
  const page = await search(setup.gateway, { text: 'payroll', first: 50, kinds, targets });
  const types = kinds.map((kind) =>
    kind.toLowerCase().replaceAll(/(^|_)([a-z])/g, (_match, _start, letter: string) => letter.toUpperCase()),
  );
  const wanted = PAYROLL.filter((hit) => {
    const [, kind = '', target = ''] = JSON.parse(
      Buffer.from(hit.split(' ')[0] ?? '', 'base64url').toString(),
    ) as string[];
    const isSelected = (targets as readonly string[] | null)?.includes(target) ?? true;
    return types.includes(kind) && isSelected;
  });
  expect(found(page)).toEqual(wanted);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await setup.callCounts()).toEqual(calls);
});

test.each<[text: string, hits: readonly string[]]>([
  ['70000', ['1', '2', '3', '4'].map((digit) => `70000000000${digit}`)],
  ['7000000000', []],
  ['00000000', []],
])('the digits %s find members by the first digits of the account id', async (text, accounts) => {
  const page = await search(setup.gateway, { text, first: 50, kinds: ['MACIE_MEMBER'] });
  // By e-mail address; a member without one by its account id.
  const order = ['3', '4', '1', '2'].map((digit) => `70000000000${digit}`);
  expect(hitsIn(page).map(({ matchedText }) => matchedText)).toEqual(
    order.filter((account) => accounts.includes(account)),
  );
  expect(hitsIn(page).every(({ matchedField }) => matchedField === 'ACCOUNT_ID')).toBe(true);
});

test('exports are found by bucket and by the beginning of the entity id', async () => {
  const idsFor = async (text: string) =>
    found(await search(setup.gateway, { text, kinds: ['MAILBOX_EXPORT_JOB'] }));
  expect(await idsFor('exports')).toEqual([
    `${exportJob('west', 'b')} BUCKET_NAME exports`,
    `${exportJob('home', 'a')} BUCKET_NAME payroll-exports`,
  ]);
  expect(await idsFor('R-pay')).toEqual([`${exportJob('west', 'b')} ENTITY_ID r-payroll`]);
  expect(await idsFor('s-1-1')).toEqual([`${exportJob('home', 'a')} ENTITY_ID S-1-1-11-7000000000`]);
  expect(await idsFor('1-11-7')).toEqual([]);
});

test('a job is found by the buckets of its criteria, and only by those that it includes', async () => {
  const criterion = (comparator: string, values: readonly string[]) => ({
    simpleCriterion: { key: 'S3_BUCKET_NAME', comparator, values },
  });
  const account = { simpleCriterion: { key: 'ACCOUNT_ID', comparator: 'EQ', values: ['criteria-account'] } };
  const bucketCriteria = {
    includes: {
      and: [criterion('EQ', ['criteria-one', 'criteria-two']), criterion('NE', ['criteria-not']), account],
    },
    excludes: { and: [criterion('EQ', ['criteria-excluded'])] },
  };
  await setup.emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: jobId('7'),
    account: PARTNER.account,
    set: { name: 'by criteria', jobType: 'ONE_TIME', jobStatus: 'IDLE', s3JobDefinition: { bucketCriteria } },
  });
  const page = await search(setup.gateway, { text: 'criteria-', targets: ['partner'] });
  expect(found(page)).toEqual([`${job('partner', '7')} BUCKET_NAME criteria-one`]);
  for (const text of ['criteria-not', 'criteria-account', 'criteria-excluded']) {
    expect(found(await search(setup.gateway, { text, targets: ['partner'] }))).toEqual([]);
  }
});

test.each<[text: string, caseIds: readonly string[]]>([
  ['strasse', ['1000000004']],
  ['STRASSE G', ['1000000004']],
  ['ße', ['1000000004']],
  ['i\u0307stanbul', ['1000000005']],
  ['İSTANBUL', ['1000000005']],
  ['message', ['1000000006']],
  ['οδοσ', ['1000000006']],
  ['ΟΔΟ', ['1000000006']],
  ['\u{1f512} L', ['1000000007']],
  ['tab\tAND', ['1000000008']],
  ['\u0000null', ['1000000008']],
  ['.*', ['1000000009']],
  ['(C+ [', ['1000000009']],
  ['$^', []],
  ['%%', []],
])('%j finds the cases %j without regard to case', async (text, caseIds) => {
  const variables = { text, kinds: ['SECURITY_CASE'] };
  const page = await search(setup.gateway, variables);
  expect(hitsIn(page).map(({ resource }) => resource.id)).toEqual(
    caseIds.map((caseId) => securityCase('home', caseId)),
  );
});

test('half of a surrogate pair is no text', async () => {
  expect((await askSearch(setup.gateway, { text: 'n \ud83d' })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test.each([
  ['AccessDeniedException', 'ACCESS_DENIED'],
  ['ThrottlingException', 'THROTTLED'],
  ['InternalServerException', 'UNAVAILABLE'],
])(
  'while the lists of Macie in a target fail with %s, the rest is there and they are named',
  async (type, status) => {
    await setup.lay({ service: 'macie2', operation: '*', account: WEST.account, error: { type } });
    const page = await search(setup.gateway, { text: 'payroll', first: 50, counts: true });
    const missing = [job('west', '5'), job('west', '6'), member('west', '700000000004')];
    const present = PAYROLL.filter((hit) => !missing.includes(hit.split(' ')[0] ?? ''));
    expect(found(page)).toEqual(present);
    expect(page.completeness.complete).toBe(false);
    expect(problemsOf(page)).toEqual([`west CLASSIFICATION_JOB ${status}`, `west MACIE_MEMBER ${status}`]);
    expect(page.totalCount).toEqual({ value: present.length, exact: false });

    await setup.clearFaults();
    await setup.forgetCalls();
    const after = page.completeness.retryCursor;
    const retried = await search(setup.gateway, { text: 'payroll', first: 50, after });
    expect(hitsIn(retried).map(({ resource }) => resource.id)).toEqual(missing);
    expect(retried.completeness.complete).toBe(true);
    expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1, ListMembers: 1 });
  },
);

test('a service that is not enabled in a target is named, and the rest is there', async () => {
  const { account, region } = HOME;
  const enable = (securityIncidentResponseActive: boolean) =>
    setup.emulator.control('POST', '/settings', { account, region, securityIncidentResponseActive });
  await enable(false);
  const page = await search(setup.gateway, { text: 'payroll', first: 50 });
  await enable(true);
  const atHome = [securityCase('home', '1000000001'), securityCase('home', '1000000002')];
  expect(found(page)).toEqual(PAYROLL.filter((hit) => !atHome.includes(hit.split(' ')[0] ?? '')));
  expect(problemsOf(page)).toEqual(['home SECURITY_CASE NOT_ENABLED']);
});

test('values that the gateway cannot read are no hits, and the list is named', async () => {
  const items = [
    { caseId: '1000000001', title: 7, caseStatus: 'Submitted' },
    { caseId: '1000000002', title: 'payroll', caseStatus: 'Submitted' },
  ];
  await setup.lay({
    service: 'security-ir',
    operation: 'ListCases',
    account: HOME.account,
    answer: { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items }) },
  });
  const page = await search(setup.gateway, { text: 'payroll', kinds: ['SECURITY_CASE'], targets: ['home'] });
  expect(found(page)).toEqual([`${securityCase('home', '1000000002')} TITLE payroll`]);
  expect(problemsOf(page)).toEqual(['home SECURITY_CASE UNREADABLE_ROWS']);
});

test('a job with a matching name is a hit, also when the gateway cannot read its buckets', async () => {
  const s3 = { bucketDefinitions: 'unreadable' };
  const items = [
    { jobId: jobId('1'), name: 'Payroll', jobStatus: 'IDLE', ...s3 },
    { jobId: jobId('2'), name: 'Other', jobStatus: 'IDLE', ...s3 },
  ];
  await setup.lay({
    service: 'macie2',
    operation: 'ListClassificationJobs',
    account: HOME.account,
    answer: { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items }) },
  });
  const page = await search(setup.gateway, {
    text: 'payroll',
    kinds: ['CLASSIFICATION_JOB'],
    targets: ['home'],
  });
  expect(found(page)).toEqual([`${job('home', '1')} NAME Payroll`]);
  expect(problemsOf(page)).toEqual(['home CLASSIFICATION_JOB UNREADABLE_ROWS']);
});

test.each<[title: string, variables: object, message: RegExp]>([
  ['an empty text', { text: '' }, /^text must have 2 to 200 characters .*, not 0\.$/],
  ['white space', { text: ' \t\n\u00a0 ' }, /^text must have 2 to 200 characters .*, not 0\.$/],
  ['one character', { text: ' é ' }, /not 1\.$/],
  ['one character of two UTF-16 code units', { text: '\u{1f512}' }, /not 1\.$/],
  ['201 characters', { text: 'x'.repeat(201) }, /not 201\.$/],
  ['no kinds', { text: 'payroll', kinds: [] }, /^kinds is empty: omit it, or list at least one value\.$/],
  [
    'no targets',
    { text: 'payroll', targets: [] },
    /^targets is empty: omit it, or list at least one value\.$/,
  ],
  ['no targets beside an id', { text: '1000000001', targets: [] }, /^targets is empty/],
  [
    'an unknown target',
    { text: 'payroll', targets: ['home', 'nowhere'] },
    /^The target "nowhere" does not exist/,
  ],
  ['first: 0', { text: 'payroll', first: 0 }, /^first must be from 1 to 200, not 0\.$/],
  ['first: 201', { text: 'payroll', first: 201 }, /^first must be from 1 to 200, not 201\.$/],
])('rejects %s without a call', async (_title, variables, message) => {
  const { data, errors } = await askSearch(setup.gateway, variables as { text: string });
  expect(data).toEqual({ search: null });
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message) as string, extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(await setup.operations()).toEqual([]);
});

test('accepts texts of 2 and of 200 characters', async () => {
  for (const text of ['pa', 'x'.repeat(200), '\u{1f512}'.repeat(200)]) {
    expect((await askSearch(setup.gateway, { text, kinds: ['SECURITY_CASE'] })).errors).toBeUndefined();
  }
});

test('a cursor belongs to its text, kinds and targets', async () => {
  const { pageInfo } = await search(setup.gateway, { text: 'payroll', first: 2 });
  const after = pageInfo.endCursor;
  for (const variables of [
    { text: 'payrol' },
    { text: 'payroll', kinds: ['MACIE_MEMBER'] },
    { text: 'payroll', targets: ['home'] },
  ]) {
    const { errors } = await askSearch(setup.gateway, { ...variables, after });
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  }
  expect((await askSearch(setup.gateway, { text: ' payroll ', after })).errors).toBeUndefined();
});

test('a change through the gateway drops the kept lists of its service and target', async () => {
  const first = await search(setup.gateway, { text: 'payroll', first: 3 });
  const closing = 'mutation ($id: ID!) { closeSecurityCase(input: { id: $id }) { outcome } }';
  const { data } = await setup.gateway.send(closing, { id: securityCase('home', '1000000002') });
  expect(data).toEqual({ closeSecurityCase: { outcome: 'APPLIED' } });
  await setup.forgetCalls();
  const query = `query ($after: String) { search(text: "payroll", first: 1, after: $after) {
    nodes { resource { id ... on SecurityCase { status } } }
  } }`;
  const next = await setup.gateway.send(query, { after: first.pageInfo.endCursor });
  expect(next.data).toEqual({
    search: { nodes: [{ resource: { id: securityCase('home', '1000000002'), status: 'CLOSED' } }] },
  });
  expect(await setup.callCounts()).toEqual({ ListCases: 1 });
});

test('the text appears in no log line and in no error', async () => {
  const secret = 'anna.secret@example.com';
  const log = new CapturedLog();
  const gateway = await startGateway(
    testConfig({ targets: SEVERAL_TARGETS, logLevel: 'trace' }),
    { mode: 'emulator', endpoint: setup.emulator.url },
    log.logger,
  );
  const send = async (variables: object) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: SEARCH, variables });
    return (await fetch(gateway.url, { method: 'POST', headers, body })).text();
  };
  await setup.lay({ service: 'macie2', operation: '*', error: { type: 'AccessDeniedException' } });
  const responses = [
    await send({ text: secret }),
    await send({ text: secret, first: 0 }),
    await send({ text: secret, targets: ['nowhere'] }),
    await send({ text: secret, after: 'no cursor' }),
    await send({ text: secret.repeat(20) }),
  ];
  await gateway.close();
  expect(responses.filter((response) => response.includes('secret'))).toEqual([]);
  expect(log.text).toContain('"msg":"request"');
  expect(log.text).not.toContain('secret');
});

describe('300 hits', () => {
  const count = 300;
  const title = (index: number) => `flood ${String((index * 7) % count).padStart(3, '0')}`;

  beforeAll(async () => {
    await setup.emulator.control('POST', '/reset', {
      sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 },
    });
    for (let index = 0; index < count; index += 1) {
      const target = SEVERAL_TARGETS[index % 3] ?? HOME;
      await inTarget(target).securityCase(String(2_000_000_000 + index), title(index));
    }
  });

  test('come once and in order on pages of 7, which cost the calls of the first page', async () => {
    const pages = await walkSearch(setup.gateway, {
      text: 'flood',
      first: 7,
      kinds: ['SECURITY_CASE'],
      counts: true,
    });
    const titles = pages.flatMap(hitsIn).map(({ matchedText }) => matchedText);
    expect(titles).toEqual(
      Array.from({ length: count }, (_, index) => `flood ${String(index).padStart(3, '0')}`),
    );
    expect(pages).toHaveLength(Math.ceil(count / 7));
    expect(pages.every(({ totalCount }) => totalCount?.value === count && totalCount.exact)).toBe(true);
    // 100 cases in each target, 25 for each call.
    expect(await setup.callCounts()).toEqual({ ListCases: 12 });
  });

  test('continue after any edge', async () => {
    const variables = { text: 'flood', kinds: ['SECURITY_CASE'] } as const;
    const { edges } = await search(setup.gateway, { ...variables, first: 20 });
    for (const index of [0, 7, 19]) {
      const after = edges[index]?.cursor ?? '';
      const page = await search(setup.gateway, { ...variables, first: 3, after });
      const expected = [1, 2, 3].map((step) => `flood ${String(index + step).padStart(3, '0')}`);
      expect(hitsIn(page).map(({ matchedText }) => matchedText)).toEqual(expected);
    }
  });

  test('detail fields cost the detail call of their rows, also on a later page', async () => {
    const query = `query ($after: String) { search(text: "flood", first: 4, after: $after, kinds: [SECURITY_CASE]) {
      nodes { resource { ... on SecurityCase { title impactedAccounts } } } pageInfo { endCursor }
    } }`;
    const first = await setup.gateway.send(query);
    expect(first.errors).toBeUndefined();
    expect(await setup.callCounts()).toEqual({ ListCases: 12, GetCase: 4 });
    await setup.forgetCalls();
    const { pageInfo } = first.data?.search as { pageInfo: { endCursor: string } };
    const { data, errors } = await setup.gateway.send(query, { after: pageInfo.endCursor });
    expect(errors).toBeUndefined();
    const { nodes } = data?.search as { nodes: { resource: { title: string; impactedAccounts: unknown } }[] };
    expect(nodes.map(({ resource }) => resource.title)).toEqual(
      [4, 5, 6, 7].map((index) => `flood 00${index}`),
    );
    expect(nodes.every(({ resource }) => Array.isArray(resource.impactedAccounts))).toBe(true);
    expect(await setup.callCounts()).toEqual({ GetCase: 4 });
  });

  test('beyond the scan limit, the gateway returns what it has read, and names the list', async () => {
    await setup.lay({
      service: 'security-ir',
      operation: 'ListCases',
      account: PARTNER.account,
      page: 'empty',
    });
    const page = await search(setup.gateway, {
      text: 'flood',
      first: 200,
      kinds: ['SECURITY_CASE'],
      counts: true,
    });
    // The cases of the other targets.
    expect(page.edges).toHaveLength(200);
    expect(page.totalCount).toEqual({ value: 200, exact: false });
    expect(page.completeness.complete).toBe(false);
    expect(page.completeness.sources.filter(({ status }) => status !== 'OK')).toEqual([
      {
        target: { name: 'partner' },
        kind: 'SECURITY_CASE',
        status: 'SCAN_LIMIT_REACHED',
        message:
          'Security Incident Response in target partner has more rows than the gateway reads for one request. Narrow the request, such as by targets or kinds.',
      },
    ]);
  });
});
