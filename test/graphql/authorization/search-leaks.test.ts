// Searches and accounts by principals with different scopes and targets, interleaved: each finds exactly the resources of its
// kinds and targets, in the order of a principal that sees everything, and reads no other list.
import { decodeResourceId } from '../../../src/domain/ids';
import type { Scope } from '../../../src/domain/principal';
import type { ResourceKind } from '../../../src/domain/resources';
import type { GraphqlAnswer } from '../../support/gateway';
import { askAs } from '../../support/identity';
import { identityOf, tokenOf } from '../../support/principals';
import { hitsIn, search, SEARCH, type SearchPage, type SearchVariables } from '../../support/search';
import { HOME, PARTNER, SEVERAL_TARGETS, useSeveralTargets, WEST } from '../../support/several-targets';

const scopes = (...names: Scope[]): ReadonlySet<Scope> => new Set(names);

const GRANTS = {
  ann: { scopes: scopes('macie:read', 'security-ir:read'), targets: new Set(['home', 'partner']) },
  bob: { scopes: scopes('security-ir:write', 'workmail:read'), targets: new Set(['partner', 'west']) },
  eve: { scopes: scopes('workmail:read'), targets: new Set(['home']) },
  none: { scopes: scopes('macie:read', 'workmail:read'), targets: new Set<string>() },
  root: { scopes: scopes('macie:read', 'security-ir:read', 'workmail:read'), targets: 'ALL' },
  twin: { scopes: scopes('macie:read', 'security-ir:read', 'workmail:read'), targets: 'ALL' },
  auditor: { scopes: scopes('audit:read'), targets: 'ALL' },
  nobody: { scopes: scopes(), targets: 'ALL' },
} as const;
type Name = keyof typeof GRANTS;

const MACIE: readonly ResourceKind[] = ['ClassificationJob', 'MacieMember'];
const VISIBLE: Readonly<Record<string, readonly [readonly ResourceKind[], readonly string[]]>> = {
  ann: [
    [...MACIE, 'SecurityCase'],
    ['home', 'partner'],
  ],
  bob: [
    ['MailboxExportJob', 'SecurityCase'],
    ['partner', 'west'],
  ],
  eve: [['MailboxExportJob'], ['home']],
  none: [[...MACIE, 'MailboxExportJob'], []],
};
const READERS = ['ann', 'bob', 'eve', 'none'] as const;

const setup = useSeveralTargets(
  { jobs: 20, members: 20, exportJobs: 12, cases: 20 },
  { targets: SEVERAL_TARGETS, identity: identityOf(GRANTS) },
);

const gatewayOf = (name: Name) => ({
  send: (query: string, variables?: unknown): Promise<GraphqlAnswer<Record<string, unknown>>> =>
    askAs(tokenOf(name), setup.gateway.url, query, variables),
});

beforeEach(() => setup.forgetCalls());

const isVisible = (name: Name, id: string) => {
  const { kind, target } = decodeResourceId(id);
  const [kinds, targets] = VISIBLE[name] ?? [[], []];
  return kinds.includes(kind) && targets.includes(target);
};

const idsIn = (page: SearchPage) => hitsIn(page).map(({ resource }) => resource.id);

async function walk(name: Name, variables: SearchVariables): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: SearchPage = await search(gatewayOf(name), { ...variables, after });
    ids.push(...idsIn(page));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
}

const TEXTS = ['example', 'data', 'exports', 'in', '10', 'e'.repeat(2)];

test('interleaved searches find for each principal exactly its resources, in the same order', async () => {
  const everything = await Promise.all(TEXTS.map((text) => walk('root', { text, first: 200 })));
  expect(everything.every((ids) => ids.length > 0)).toBe(true);
  const walks = READERS.flatMap((name) =>
    TEXTS.flatMap((text, index) => [3, 200].map((first) => [name, text, index, first] as const)),
  );
  await Promise.all(
    walks.map(async ([name, text, index, first]) => {
      const expected = everything[index]?.filter((id) => isVisible(name, id));
      expect([name, text, await walk(name, { text, first })]).toEqual([name, text, expected]);
    }),
  );
  const sizes = READERS.map((name) => everything.flat().filter((id) => isVisible(name, id)).length);
  expect(sizes.slice(0, 3).every((size) => size > 3)).toBe(true);
  expect(sizes[3]).toBe(0);
});

const OPERATIONS: Readonly<Record<string, RegExp>> = {
  ann: /^(ListClassificationJobs|ListMembers|ListCases|DescribeClassificationJob|GetMember|GetCase)$/,
  bob: /^(ListOrganizations|ListMailboxExportJobs|DescribeMailboxExportJob|ListCases|GetCase)$/,
  eve: /^(ListOrganizations|ListMailboxExportJobs|DescribeMailboxExportJob)$/,
  none: /^$/,
};

const ACCOUNTS = new Map(SEVERAL_TARGETS.map(({ name, account }) => [account, name]));

async function foreignCalls(name: Name): Promise<readonly string[]> {
  const [, targets] = VISIBLE[name] ?? [[], []];
  return (await setup.emulator.calls())
    .filter(
      ({ operation, account }) =>
        OPERATIONS[name]?.test(operation) !== true || !targets.includes(ACCOUNTS.get(account) ?? ''),
    )
    .map(({ operation, account }) => `${operation} ${account}`);
}

test.each(READERS)('a search of %s reads and names only its lists', async (name) => {
  const { completeness } = await search(gatewayOf(name), { text: 'example' });
  const [kinds, targets] = VISIBLE[name] ?? [[], []];
  const named = completeness.sources.map(({ target, kind }) => `${target.name} ${kind}`);
  const expected = targets.flatMap((target) =>
    kinds.map((kind) => `${target} ${kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`),
  );
  expect([...named].sort()).toEqual(expected.sort());
  expect(completeness.complete).toBe(true);
  expect(await foreignCalls(name)).toEqual([]);
});

/** The texts that are exactly the id of a resource, with the resource. */
async function idTexts(): Promise<readonly (readonly [text: string, id: string])[]> {
  const lists = {
    classificationJobs: 'arn key: jobId',
    macieMembers: 'arn key: accountId',
    mailboxExportJobs: 'key: jobId',
    securityCases: 'arn key: caseId',
  };
  const texts: (readonly [string, string])[] = [];
  for (const [list, keys] of Object.entries(lists)) {
    for (const { name } of SEVERAL_TARGETS) {
      const query = `{ ${list}(first: 2, targets: ["${name}"]) { nodes { id ${keys} } } }`;
      const { data } = await gatewayOf('root').send(query);
      const { nodes } = data?.[list] as { nodes: { id: string; key: string; arn?: string }[] };
      for (const { id, key, arn = id } of nodes) texts.push([id, id], [key, id], [arn, id]);
    }
  }
  return texts;
}

test('the id of a resource finds it only for principals that may see it, without a call for the others', async () => {
  const texts = await idTexts();
  expect(texts).toHaveLength(72);
  for (const name of READERS) {
    await setup.forgetCalls();
    for (const [text, id] of texts) {
      const page = await search(gatewayOf(name), { text });
      expect(page.completeness.complete).toBe(true);
      expect([name, text, idsIn(page).filter((hit) => hit === id)]).toEqual([
        name,
        text,
        isVisible(name, id) ? [id] : [],
      ]);
      expect(idsIn(page).every((hit) => isVisible(name, hit))).toBe(true);
    }
    expect(await foreignCalls(name)).toEqual([]);
  }
});

test.each<[Name, object, readonly string[]]>([
  ['nobody', { text: 'example' }, ['macie:read', 'workmail:read', 'security-ir:read']],
  ['auditor', { text: 'example' }, ['macie:read', 'workmail:read', 'security-ir:read']],
  ['nobody', { text: '' }, ['macie:read', 'workmail:read', 'security-ir:read']],
  ['eve', { text: 'example', kinds: ['SECURITY_CASE', 'MAILBOX_EXPORT_JOB'] }, ['security-ir:read']],
  ['ann', { text: '1234567890', kinds: ['MAILBOX_EXPORT_JOB'] }, ['workmail:read']],
  ['bob', { text: 'example', kinds: ['MACIE_MEMBER', 'CLASSIFICATION_JOB'] }, ['macie:read']],
])('%s is rejected for %j with the missing scopes, without a call', async (name, variables, missing) => {
  const { data, errors = [] } = await gatewayOf(name).send(SEARCH, variables);
  expect(data).toEqual({ search: null });
  expect(errors.map(({ extensions }) => [extensions.code, extensions.scopes])).toEqual([
    ['FORBIDDEN', missing],
  ]);
  expect(await setup.operations()).toEqual([]);
});

test('a target that the principal may not access is a target that does not exist', async () => {
  for (const target of ['west', 'nowhere']) {
    const { data, errors = [] } = await gatewayOf('ann').send(SEARCH, {
      text: 'example',
      targets: ['home', target],
    });
    expect(data).toEqual({ search: null });
    expect(errors.map(({ message }) => message)).toEqual([
      `The target "${target}" does not exist: the field targets lists the available targets.`,
    ]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('the cursor of one principal is invalid for a principal with other rights, and reads again for one with the same', async () => {
  const page = await search(gatewayOf('root'), { text: 'example', first: 5 });
  const after = page.pageInfo.endCursor;
  for (const name of ['ann', 'bob', 'eve', 'none'] as const) {
    const { errors = [] } = await gatewayOf(name).send(SEARCH, { text: 'example', after });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  }
  await setup.forgetCalls();
  const rest = idsIn(await search(gatewayOf('root'), { text: 'example', first: 200, after }));
  expect(await setup.operations()).toEqual([]);
  expect(idsIn(await search(gatewayOf('twin'), { text: 'example', first: 200, after }))).toEqual(rest);
  expect((await setup.operations()).length).toBeGreaterThan(0);
});

describe('accounts', () => {
  const fieldsOf = (accountId: string) =>
    `{ account(accountId: "${accountId}") { targets { name }
      memberships { nodes { id } completeness { sources { target { name } } } }
      classificationJobs(first: 200) { nodes { id } completeness { sources { target { name } } } }
      securityCases(first: 200) { nodes { id } completeness { sources { target { name } } } }
    } }`;

  test('have only the targets that the principal may access', async () => {
    for (const [name, targets] of [
      ['ann', ['partner']],
      ['bob', ['partner']],
      ['eve', []],
    ] as const) {
      const query = `{ account(accountId: "${PARTNER.account}") { accountId targets { name } } }`;
      const { data } = await gatewayOf(name).send(query);
      expect([name, data]).toEqual([
        name,
        { account: { accountId: PARTNER.account, targets: targets.map((target) => ({ name: target })) } },
      ]);
    }
    const { data } = await gatewayOf('ann').send(
      `{ account(accountId: "${WEST.account}") { targets { name } } }`,
    );
    expect(data).toEqual({ account: { targets: [] } });
    expect(await setup.operations()).toEqual([]);
  });

  test('have the fields that the scopes allow, from the targets that the principal may access', async () => {
    const { data } = await gatewayOf('root').send(fieldsOf(HOME.account));
    const all = data?.account as Record<string, { nodes: { id: string }[] }>;
    await setup.forgetCalls();
    const { data: ofAnn, errors } = await gatewayOf('ann').send(fieldsOf(HOME.account));
    expect(errors).toBeUndefined();
    const account = ofAnn?.account as Record<
      string,
      { nodes: { id: string }[]; completeness: { sources: { target: { name: string } }[] } }
    >;
    for (const field of ['memberships', 'classificationJobs', 'securityCases']) {
      expect(account[field]?.nodes).toEqual(all[field]?.nodes.filter(({ id }) => isVisible('ann', id)));
      expect(account[field]?.completeness.sources.map(({ target }) => target.name)).toEqual([
        'home',
        'partner',
      ]);
    }
    expect(await foreignCalls('ann')).toEqual([]);
  });

  test('reject each field without its scope, and make no call for it', async () => {
    const { data, errors = [] } = await gatewayOf('bob').send(fieldsOf(HOME.account));
    expect(data?.account).toMatchObject({ memberships: null, classificationJobs: null, securityCases: {} });
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
      ['account.classificationJobs', 'FORBIDDEN'],
      ['account.memberships', 'FORBIDDEN'],
    ]);
    expect(await foreignCalls('bob')).toEqual([]);
    await setup.forgetCalls();
    const nothing = await gatewayOf('nobody').send(fieldsOf(HOME.account));
    expect(nothing.data?.account).toMatchObject({
      memberships: null,
      classificationJobs: null,
      securityCases: null,
      targets: [{ name: 'home' }],
    });
    expect(await setup.operations()).toEqual([]);
  });
});
