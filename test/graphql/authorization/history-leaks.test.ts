// Mixed reads of the history by principals with different scopes and targets: no AWS call would refuse them, so each gets
// exactly the events of its kinds and targets, whatever filter and cursor it sends.
import type { ResourceKind } from '../../../src/domain/resources';
import { useHistory, type TestEvent } from '../../support/history';
import {
  EVENTS,
  READER_GRANTS,
  scopes,
  VISIBLE as VISIBLE_TO_READERS,
  type VisibleEvents,
} from '../../support/history-readers';
import { askAs } from '../../support/identity';
import { identityOf, tokenOf } from '../../support/principals';
import { SEVERAL_TARGETS, useSeveralTargets } from '../../support/several-targets';

const GRANTS = {
  ...READER_GRANTS,
  auditor: { scopes: scopes('audit:read'), targets: 'ALL' },
  nobody: { scopes: scopes(), targets: 'ALL' },
} as const;
type Name = keyof typeof GRANTS;

const VISIBLE: Readonly<Partial<Record<Name, VisibleEvents>>> = VISIBLE_TO_READERS;

const READERS = ['ann', 'bob', 'eve', 'root'] as const;

const KINDS = ['ClassificationJob', 'MacieMember', 'MailboxExportJob', 'SecurityCase'] as const;
const ENUM: Readonly<Record<ResourceKind, string>> = {
  ClassificationJob: 'CLASSIFICATION_JOB',
  MacieMember: 'MACIE_MEMBER',
  MailboxExportJob: 'MAILBOX_EXPORT_JOB',
  SecurityCase: 'SECURITY_CASE',
};

const history = useHistory(async (file) => {
  for (const event of EVENTS) await file.appendBy(`token:actor-${event.target}`, event);
  for (const target of ['home', 'partner', 'west', 'closed']) {
    for (const kind of KINDS) await file.look({ kind, target }, new Date());
  }
});

const setup = useSeveralTargets(
  { jobs: 1, members: 1, exportJobs: 1, cases: 1 },
  { targets: SEVERAL_TARGETS, identity: identityOf(GRANTS), ...history },
);

const READ = `query ($first: Int, $after: String, $filter: ResourceEventFilter) {
  resourceEvents(first: $first, after: $after, filter: $filter) {
    nodes { kind target { name } changes { after } }
    pageInfo { hasNextPage endCursor }
    completeness { complete sources { kind target { name } } }
  }
}`;

interface Page {
  readonly nodes: readonly { readonly changes: readonly [{ readonly after: string }] }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly completeness: {
    readonly complete: boolean;
    readonly sources: readonly { readonly kind: string; readonly target: { readonly name: string } }[];
  };
}

const send = (name: Name, variables: object) => askAs(tokenOf(name), setup.gateway.url, READ, variables);

async function pageOf(name: Name, variables: object): Promise<Page> {
  const { data, errors } = await send(name, variables);
  if (data?.resourceEvents == null) throw new Error(`${name} got no page: ${JSON.stringify(errors)}`);
  return data.resourceEvents as Page;
}

const textsIn = ({ nodes }: Page) => nodes.map(({ changes }) => changes[0].after);

const isVisible = (name: Name, { kind, target }: TestEvent) => {
  const [kinds, targets] = VISIBLE[name] ?? [[], []];
  return kinds.includes(kind) && targets.includes(target);
};

const textsFor = (name: Name, after = 0) =>
  EVENTS.slice(after)
    .filter((event) => isVisible(name, event))
    .map(({ changes }) => changes?.[0]?.after);

/** Walks in pages of a size and yields between the pages, so that walks interleave. */
async function walk(name: Name, first: number, filter?: object): Promise<readonly string[]> {
  const texts: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await pageOf(name, { first, after, filter });
    texts.push(...textsIn(page));
    if (!page.pageInfo.hasNextPage) return texts;
    after = page.pageInfo.endCursor;
  }
}

test('interleaved walks of several principals return to each exactly its events', async () => {
  const walks = READERS.flatMap((name) => [1, 2, 5, 7, 200].map((first) => [name, first] as const));
  const results = await Promise.all(
    walks.map(async ([name, first]) => [name, await walk(name, first)] as const),
  );
  for (const [name, texts] of results) expect([name, texts]).toEqual([name, textsFor(name)]);
  expect(READERS.map((name) => textsFor(name).length)).toEqual([18, 12, 3, 48]);
  expect(await setup.operations()).toEqual([]);
});

/** Those of the readers with audit:read. */
const AUDITORS = ['bob', 'root'] as const;

test('interleaved filters by actor and by field find no event of others', async () => {
  const filters = ['home', 'partner', 'west', 'closed'].map((target) => [
    target,
    { actors: [`token:actor-${target}`], fields: ['status'] },
  ]) satisfies [string, object][];
  await Promise.all(
    AUDITORS.flatMap((name) =>
      filters.map(async ([target, filter]) => {
        const expected = textsFor(name).filter((text) => text?.startsWith(`${target} `));
        expect([name, target, await walk(name, 4, filter)]).toEqual([name, target, expected]);
      }),
    ),
  );
});

test('the cursor of one principal gives another only the events that this one may see', async () => {
  for (const owner of READERS) {
    for (const count of [1, 3]) {
      const { pageInfo } = await pageOf(owner, { first: count });
      const last = EVENTS.filter((event) => isVisible(owner, event))[count - 1];
      const position = last === undefined ? NaN : EVENTS.indexOf(last) + 1;
      const pages = await Promise.all(
        READERS.map(async (name) => [
          name,
          textsIn(await pageOf(name, { first: 200, after: pageInfo.endCursor })),
        ]),
      );
      expect([owner, count, pages]).toEqual([
        owner,
        count,
        READERS.map((name) => [name, textsFor(name, position)]),
      ]);
    }
  }
});

test('completeness names only the lists that the principal may read', async () => {
  for (const name of READERS) {
    const { completeness } = await pageOf(name, { first: 1 });
    const [kinds, targets] = VISIBLE[name] ?? [[], []];
    const served = SEVERAL_TARGETS.map((target) => target.name).filter((target) => targets.includes(target));
    const expected = served.flatMap((target) => kinds.map((kind) => `${target} ${ENUM[kind]}`));
    const named = completeness.sources.map(({ kind, target }) => `${target.name} ${kind}`);
    expect([name, completeness.complete, named]).toEqual([name, true, expected]);
  }
});

test.each<[Name, object, readonly string[]]>([
  ['nobody', {}, ['macie:read', 'workmail:read', 'security-ir:read']],
  ['auditor', {}, ['macie:read', 'workmail:read', 'security-ir:read']],
  ['eve', { filter: { kinds: ['SECURITY_CASE', 'MAILBOX_EXPORT_JOB'] } }, ['security-ir:read']],
  ['ann', { filter: { kinds: ['MAILBOX_EXPORT_JOB'] } }, ['workmail:read']],
  ['ann', { filter: { actors: ['token:actor-home'] } }, ['audit:read']],
])('%s is rejected with the missing scopes for %j', async (name, variables, missing) => {
  const { data, errors = [] } = await send(name, variables);
  expect(data).toEqual({ resourceEvents: null });
  expect(errors.map(({ extensions }) => [extensions.code, extensions.scopes])).toEqual([
    ['FORBIDDEN', missing],
  ]);
});

test('a target that the principal may not access is a target that does not exist', async () => {
  for (const target of ['west', 'closed', 'nowhere']) {
    const { data, errors = [] } = await send('ann', { filter: { targets: [target, 'home'] } });
    expect(data).toEqual({ resourceEvents: null });
    expect(errors.map(({ message }) => message)).toEqual([
      `The target "${target}" does not exist: the field targets lists the available targets.`,
    ]);
  }
});
