// Who sees which items of the queue: by scopes and targets, for items of lists and of changes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scope } from '../../src/domain/principal';
import { RESOURCE_KINDS, type ResourceKind } from '../../src/domain/resources';
import { readAttention, type AttentionPage } from '../support/attention';
import { intentOf, outcomeOf } from '../support/audit-records';
import { openLog } from '../support/audit-stores';
import { endWithFile } from '../support/cleanup';
import { askAs } from '../support/identity';
import { identityOf, tokenOf, type Grants } from '../support/principals';
import { HOME, PARTNER, SEVERAL_TARGETS, useSeveralTargets, WEST } from '../support/several-targets';

const PARTS = ['macie:read', 'workmail:read', 'security-ir:read', 'audit:read'] as const;
const SUBSETS = Array.from({ length: 2 ** PARTS.length }, (_, number) =>
  PARTS.filter((_scope, index) => (number & (2 ** index)) !== 0),
);
const nameOf = (scopes: readonly Scope[]) => scopes.join('-').replaceAll(':', '-') || 'none';
const ALL = nameOf(PARTS);

const grants: Grants = {
  ...Object.fromEntries(
    SUBSETS.map((scopes) => [nameOf(scopes), { scopes: new Set(scopes), targets: 'ALL' as const }]),
  ),
  writer: { scopes: new Set(['macie:write']), targets: 'ALL' },
  home: { scopes: new Set(PARTS), targets: new Set([HOME.name]) },
};

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
endWithFile(() => {
  rmSync(folder, { recursive: true });
});
const store = { databaseUrl: undefined, databaseFile: join(folder, 'audit.sqlite') };

const setup = useSeveralTargets(
  { jobs: 20, members: 20, exportJobs: 8, cases: 20 },
  { targets: SEVERAL_TARGETS, identity: identityOf(grants), ...store },
);

/** A change of every kind in every target with an unknown outcome, and one without an outcome. */
async function writeChanges(): Promise<void> {
  const log = await openLog(store);
  for (const resourceType of RESOURCE_KINDS) {
    for (const target of [HOME, PARTNER, WEST].map(({ name }) => name)) {
      const createdAt = new Date(Date.now() - 3_600_000);
      const known = { resourceType, target, createdAt };
      await log.begin(intentOf(`unknown ${target} ${resourceType}`, known));
      await log.end(outcomeOf(`unknown ${target} ${resourceType}`, { createdAt, outcome: 'UNKNOWN' }));
      await log.begin(intentOf(`unfinished ${target} ${resourceType}`, known));
    }
  }
  await log.close();
}
// Before the gateway opens the file.
const written = writeChanges();
beforeAll(() => written);
beforeEach(() => setup.forgetCalls());

const sender = (name: string) => ({
  send: (query: string, variables?: unknown) => askAs(tokenOf(name), setup.gateway.url, query, variables),
});
const pageOf = (name: string, filter: object = {}) => readAttention(sender(name), { filter });

const KIND_OF_PREFIX = {
  JOB: 'macie:read',
  MEMBER: 'macie:read',
  EXPORT: 'workmail:read',
  CASE: 'security-ir:read',
};
const SCOPE_OF_KIND: Readonly<Record<ResourceKind, Scope>> = {
  ClassificationJob: 'macie:read',
  MacieMember: 'macie:read',
  MailboxExportJob: 'workmail:read',
  SecurityCase: 'security-ir:read',
};
const KIND_VALUES: Readonly<Record<ResourceKind, string>> = {
  ClassificationJob: 'CLASSIFICATION_JOB',
  MacieMember: 'MACIE_MEMBER',
  MailboxExportJob: 'MAILBOX_EXPORT_JOB',
  SecurityCase: 'SECURITY_CASE',
};
const SERVICE_OF_SCOPE: Readonly<Record<string, string>> = {
  'macie:read': 'macie2',
  'workmail:read': 'workmail',
  'security-ir:read': 'security-ir',
};

type Node = AttentionPage['nodes'][number];

const scopeOfReason = ({ reason }: Pick<Node, 'reason'>) =>
  KIND_OF_PREFIX[reason.split('_')[0] as keyof typeof KIND_OF_PREFIX];
const isChange = ({ reason }: Pick<Node, 'reason'>) => reason.startsWith('CHANGE_');

/** The changes by the texts of their ids, which only a caller with the audit trail sees. */
async function changesOf(name: string, filter: object = {}): Promise<string[]> {
  const document = `query ($filter: AttentionFilter) { attention(first: 200, filter: $filter) {
    nodes { reason auditEntry { changeId } } } }`;
  const { data, errors } = await sender(name).send(document, { filter });
  expect(errors).toBeUndefined();
  const { nodes } = data?.attention as {
    nodes: { reason: string; auditEntry: { changeId: string } | null }[];
  };
  expect(nodes.filter((node) => isChange(node) !== (node.auditEntry !== null))).toEqual([]);
  return nodes.flatMap(({ auditEntry }) => (auditEntry === null ? [] : [auditEntry.changeId])).sort();
}

const errorsOf = async (name: string, filter: object) => {
  const document = 'query ($filter: AttentionFilter) { attention(filter: $filter) { nodes { id } } }';
  const { data, errors } = await sender(name).send(document, { filter });
  return { data, errors: errors?.map(({ message, extensions }) => [extensions.code, message]) };
};

const forbidden = (scope: Scope) => [
  ['FORBIDDEN', `Access requires the scope ${scope}, which the caller does not have.`],
];

const READERS = SUBSETS.filter((scopes) => scopes.some((scope) => scope !== 'audit:read'));

const mayRead = (scopes: readonly Scope[], kind: ResourceKind) => scopes.includes(SCOPE_OF_KIND[kind]);

describe.each(READERS.map((scopes) => [nameOf(scopes), scopes] as const))(
  'a caller with %s',
  (name, scopes) => {
    test('sees exactly the items of the kinds that it may read', async () => {
      const all = await pageOf(ALL);
      await setup.forgetCalls();
      const page = await pageOf(name);
      const visible = all.nodes.filter(
        (node) => !isChange(node) && scopes.some((scope) => scope === scopeOfReason(node)),
      );
      expect(visible.length).toBeGreaterThan(5);
      expect(page.nodes.filter((node) => !isChange(node))).toEqual(visible);
      expect(page.totalCount).toEqual({ value: page.nodes.length, exact: true });
      expect(page.completeness.complete).toBe(true);
      const services = (await setup.emulator.calls()).map(({ service }) => service);
      expect([...new Set(services)].sort()).toEqual(
        scopes.flatMap((scope) => SERVICE_OF_SCOPE[scope] ?? []).sort(),
      );
    });
  },
);

const WITH_AUDIT = READERS.filter((scopes) => scopes.includes('audit:read'));
const WITHOUT_AUDIT = READERS.filter((scopes) => !scopes.includes('audit:read'));

test.each(WITH_AUDIT.map((scopes) => [nameOf(scopes), scopes] as const))(
  'a caller with %s sees exactly the changes of the kinds that it may read',
  async (name, scopes) => {
    const expected = ['unfinished', 'unknown'].flatMap((kind) =>
      SEVERAL_TARGETS.flatMap((target) =>
        RESOURCE_KINDS.filter((each) => mayRead(scopes, each)).map(
          (type) => `${kind} ${target.name} ${type}`,
        ),
      ),
    );
    expect(await changesOf(name)).toEqual(expected.sort());
    expect((await pageOf(name)).unavailableReasons.map(({ code }) => code)).not.toContain('FORBIDDEN');
  },
);

test.each(WITHOUT_AUDIT.map(nameOf))(
  'a caller with %s sees no change, and which reasons it lacks',
  async (name) => {
    const page = await pageOf(name);
    expect(page.nodes.filter(isChange)).toEqual([]);
    const message = 'The reason needs the scope audit:read.';
    expect(page.unavailableReasons.filter(({ code }) => code === 'FORBIDDEN')).toEqual([
      { reason: 'CHANGE_OUTCOME_UNKNOWN', code: 'FORBIDDEN', target: null, message },
      { reason: 'CHANGE_UNFINISHED', code: 'FORBIDDEN', target: null, message },
    ]);
  },
);

const SCOPE_OF_REASON = {
  JOB_PAUSED_BY_MACIE: 'macie:read',
  MEMBER_SUSPENDED: 'macie:read',
  EXPORT_FAILED: 'workmail:read',
  EXPORT_STALLED: 'workmail:read',
  CASE_NOT_UPDATED: 'security-ir:read',
  CHANGE_UNFINISHED: 'audit:read',
  CHANGE_OUTCOME_UNKNOWN: 'audit:read',
} as const;

const CONDITIONS: readonly (readonly [condition: object, scope: Scope])[] = [
  ...RESOURCE_KINDS.map((kind) => [{ kinds: [KIND_VALUES[kind]] }, SCOPE_OF_KIND[kind]] as const),
  ...Object.entries(SCOPE_OF_REASON).map(([reason, scope]) => [{ reasons: [reason] }, scope] as const),
];
const ASKED = READERS.flatMap((scopes) =>
  CONDITIONS.map(([condition, scope]) => ({
    name: nameOf(scopes),
    condition,
    text: JSON.stringify(condition),
    scope,
    isAllowed: scopes.some((each) => each === scope),
  })),
);

test.each(ASKED.filter(({ isAllowed }) => isAllowed))(
  'a caller with $name may ask for $text',
  async ({ name, condition }) => {
    expect((await errorsOf(name, condition)).errors).toBeUndefined();
  },
);

test.each(ASKED.filter(({ isAllowed }) => !isAllowed))(
  'a caller with $name that asks for $text gets FORBIDDEN, without an AWS call',
  async ({ name, condition, scope }) => {
    const { data, errors } = await errorsOf(name, condition);
    expect(data).toEqual({ attention: null });
    expect(errors).toEqual(forbidden(scope));
    expect(await setup.operations()).toEqual([]);
  },
);

test.each([['none'], ['audit-read']])('the scopes %s do not allow the queue', async (name) => {
  const { data, errors } = await errorsOf(name, {});
  expect(data).toEqual({ attention: null });
  expect(errors?.map(([code]) => code)).toEqual(['FORBIDDEN']);
  expect(await setup.operations()).toEqual([]);
});

test('a caller may not ask for the changes of a kind outside of its scopes', async () => {
  const filter = { kinds: ['SECURITY_CASE'], reasons: ['CHANGE_UNFINISHED'] };
  const { data, errors } = await errorsOf('macie-read-audit-read', filter);
  expect(data).toEqual({ attention: null });
  expect(errors).toEqual(forbidden('security-ir:read'));
});

test('a write scope includes the read scope', async () => {
  expect((await pageOf('writer')).nodes).toEqual((await pageOf('macie-read')).nodes);
});

test('the field auditEntry needs the scope audit:read, and costs no other field', async () => {
  const document = '{ attention(first: 3) { nodes { id auditEntry { changeId } } } }';
  const { data, errors } = await sender('macie-read').send(document);
  expect(data?.attention).toMatchObject({
    nodes: [{ auditEntry: null }, { auditEntry: null }, { auditEntry: null }],
  });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
});

test('a caller of one target sees its items and changes only, and calls no other account', async () => {
  const page = await pageOf('home');
  expect(page.nodes).toEqual((await pageOf(ALL, { targets: ['home'] })).nodes);
  expect(page.completeness.sources.map(({ target }) => target.name)).toEqual([
    'home',
    'home',
    'home',
    'home',
  ]);
  expect(await changesOf('home')).toEqual(
    ['unfinished', 'unknown'].flatMap((kind) => RESOURCE_KINDS.map((type) => `${kind} home ${type}`)).sort(),
  );
  expect(new Set((await setup.emulator.calls()).map(({ account }) => account))).toEqual(
    new Set([HOME.account]),
  );
});

test('a hidden target is rejected as one that does not exist, without an AWS call', async () => {
  const hidden = await errorsOf('home', { targets: ['west'] });
  const missing = await errorsOf('home', { targets: ['nowhere'] });
  expect(hidden.errors?.map(([code, message]) => [code, message?.replace('west', 'X')])).toEqual(
    missing.errors?.map(([code, message]) => [code, message?.replace('nowhere', 'X')]),
  );
  expect(hidden.data).toEqual({ attention: null });
  expect(await setup.operations()).toEqual([]);
});

test('the cursor of one caller shows another caller nothing that it may not see', async () => {
  const { pageInfo } = await readAttention(sender(ALL), { first: 3 });
  const document = 'query ($after: String) { attention(first: 200, after: $after) { nodes { id } } }';
  const { data, errors } = await sender('home').send(document, { after: pageInfo.endCursor });
  // The cursor names the lists of other targets.
  expect(data).toEqual({ attention: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
});
