// Look-ups of resources of all kinds by global id, one or many at a time.
import { encodeId } from '../../src/domain/ids';
import { readState } from '../support/emulator';
import { FindNodeDocument, FindNodesDocument } from '../generated/graphql';
import { HOME, PARTNER, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({}, { targets: [HOME, { ...PARTNER, services: ['macie2'] }] });

const TYPES = ['ClassificationJob', 'MacieMember', 'MailboxExportJob', 'SecurityCase'] as const;
type TypeName = (typeof TYPES)[number];

/** The global id of one resource of each kind. */
let ids: Record<TypeName, string>;

const target = 'home';
const MISSING: Record<TypeName, string> = {
  ClassificationJob: encodeId({ kind: 'ClassificationJob', target, jobId: '0'.repeat(32) }),
  MacieMember: encodeId({ kind: 'MacieMember', target, accountId: '000000000000' }),
  MailboxExportJob: encodeId({
    kind: 'MailboxExportJob',
    target,
    organizationId: `m-${'0'.repeat(32)}`,
    jobId: 'none',
  }),
  SecurityCase: encodeId({ kind: 'SecurityCase', target, caseId: '0000000000' }),
};

const DETAIL_CALLS: Record<TypeName, string> = {
  ClassificationJob: 'DescribeClassificationJob',
  MacieMember: 'GetMember',
  MailboxExportJob: 'DescribeMailboxExportJob',
  SecurityCase: 'GetCase',
};

beforeAll(async () => {
  const state = await readState(setup.emulator);
  const [organization] = state.workmail.organizations;
  ids = {
    ClassificationJob: encodeId({
      kind: 'ClassificationJob',
      target,
      jobId: String(state.macie2.jobs[7]?.jobId),
    }),
    MacieMember: encodeId({
      kind: 'MacieMember',
      target,
      accountId: String(state.macie2.members[7]?.accountId),
    }),
    MailboxExportJob: encodeId({
      kind: 'MailboxExportJob',
      target,
      organizationId: String(organization?.OrganizationId),
      jobId: String(organization?.exportJobs[7]?.JobId),
    }),
    SecurityCase: encodeId({
      kind: 'SecurityCase',
      target,
      caseId: String(state['security-ir'].cases[7]?.caseId),
    }),
  };
});

beforeEach(() => setup.forgetCalls());

test.each(TYPES)('node finds a %s for one call', async (type) => {
  const { node } = await setup.gateway.read(FindNodeDocument, { id: ids[type] });
  expect(node).toEqual({ __typename: type, id: ids[type] });
  expect(await setup.operations()).toEqual([DETAIL_CALLS[type]]);
});

test.each(TYPES)('node is null for a %s unknown to AWS, without an error', async (type) => {
  expect(await setup.gateway.execute(FindNodeDocument, { id: MISSING[type] })).toEqual({
    data: { node: null },
  });
});

test('nodes keeps the order of the ids, and looks each resource up once however often it is requested', async () => {
  const wanted = [ids.SecurityCase, ids.ClassificationJob, ids.MacieMember, ids.SecurityCase];
  wanted.push(ids.MailboxExportJob, ids.ClassificationJob);
  const { nodes } = await setup.gateway.read(FindNodesDocument, { ids: wanted });
  expect(nodes?.map((node) => node?.id)).toEqual(wanted);
  expect(nodes?.map((node) => node?.__typename)).toEqual([
    'SecurityCase',
    'ClassificationJob',
    'MacieMember',
    'SecurityCase',
    'MailboxExportJob',
    'ClassificationJob',
  ]);
  expect((await setup.operations()).sort()).toEqual(Object.values(DETAIL_CALLS).sort());
});

test('nodes returns the other resources when some ids are invalid', async () => {
  const wanted = [
    ids.MacieMember,
    'no id',
    MISSING.SecurityCase,
    encodeId({ kind: 'SecurityCase', target: 'elsewhere', caseId: '1234567890' }),
    encodeId({ kind: 'SecurityCase', target: 'partner', caseId: '1234567890' }),
    ids.SecurityCase,
  ];
  const { data, errors } = await setup.gateway.execute(FindNodesDocument, { ids: wanted });
  expect(data?.nodes).toEqual([
    { __typename: 'MacieMember', id: ids.MacieMember },
    null,
    null,
    null,
    null,
    { __typename: 'SecurityCase', id: ids.SecurityCase },
  ]);
  const code = 'BAD_USER_INPUT';
  const byPath = [...(errors ?? [])].sort((a, b) => Number(a.path?.[1]) - Number(b.path?.[1]));
  expect(byPath).toMatchObject([
    {
      path: ['nodes', 1],
      message: 'The id is malformed: copy it from the id field of an object.',
      extensions: { code },
    },
    {
      path: ['nodes', 3],
      message: 'The target "elsewhere" does not exist: the field targets lists the available targets.',
      extensions: { code },
    },
    {
      path: ['nodes', 4],
      message: 'Security Incident Response is not configured for target "partner".',
      extensions: { code },
    },
  ]);
});

test('nodes accepts 100 ids and rejects more', async () => {
  const many = Array.from({ length: 100 }, () => ids.MacieMember);
  const { nodes } = await setup.gateway.read(FindNodesDocument, { ids: many });
  expect(nodes).toHaveLength(100);
  expect(await setup.operations()).toEqual(['GetMember']);

  await setup.forgetCalls();
  const response = await setup.gateway.execute(FindNodesDocument, { ids: [...many, ids.MacieMember] });
  expect(response.data).toEqual({ nodes: null });
  expect(response.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(await setup.operations()).toEqual([]);
});

test('nodes returns an empty list for an empty list of ids', async () => {
  expect(await setup.gateway.read(FindNodesDocument, { ids: [] })).toEqual({ nodes: [] });
});
