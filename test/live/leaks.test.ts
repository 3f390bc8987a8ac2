// Interleaved streams of principals with different scopes and targets: each gets exactly the events of its kinds and targets,
// whatever it filters by, although subscribers share messages.
import { encodeId } from '../../src/domain/ids';
import { EventStream, requestStream, type StreamMessage } from '../support/event-stream';
import { useHistory, type TestEvent } from '../support/history';
import {
  EVENTS,
  READER_GRANTS,
  scopes,
  VISIBLE as VISIBLE_TO_READERS,
  type VisibleEvents,
} from '../support/history-readers';
import { askAs } from '../support/identity';
import { identityOf, tokenOf } from '../support/principals';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const GRANTS = {
  ...READER_GRANTS,
  jim: { scopes: scopes('macie:read', 'audit:read'), targets: new Set(['home']) },
  auditor: { scopes: scopes('audit:read'), targets: 'ALL' },
} as const;
type Name = keyof typeof GRANTS;

const VISIBLE: Readonly<Partial<Record<Name, VisibleEvents>>> = {
  ...VISIBLE_TO_READERS,
  jim: [['ClassificationJob', 'MacieMember'], ['home']],
};
const READERS = ['ann', 'bob', 'eve', 'jim', 'root'] as const;
/** The number of events of each reader: kinds, targets and rounds. */
const COUNTS = { ann: 3 * 2 * 3, bob: 2 * 2 * 3, eve: 3, jim: 2 * 3, root: 4 * 4 * 3 };

const history = useHistory(async (file) => {
  for (const event of EVENTS) await file.appendBy(`token:actor-${event.target}`, event);
});

const setup = useSeveralTargets(
  { jobs: 1, members: 1, exportJobs: 1, cases: 1 },
  { targets: SEVERAL_TARGETS, identity: identityOf(GRANTS), ...history },
);

const STREAM = `subscription ($after: String, $filter: ResourceEventFilter) {
  resourceEvents(after: $after, filter: $filter) {
    __typename
    ... on ResourceEvent { position cause changes { field after } }
    ... on Heartbeat { position completeness { sources { kind target { name } } } }
  }
}`;

const as = (name: Name) => ({ authorization: `Bearer ${tokenOf(name)}` });

const open = (name: Name, variables: object, query = STREAM) =>
  EventStream.open(setup.gateway.url, { query, variables, headers: as(name) });

async function rejection(name: Name, query: string, variables: object) {
  const response = await requestStream(setup.gateway.url, { query, variables, headers: as(name) });
  const { errors } = (await response.json()) as {
    readonly errors: readonly { readonly extensions: Record<string, unknown> }[];
  };
  return [response.status, errors[0]?.extensions.code, errors[0]?.extensions.scopes];
}

/** The texts of the past events, and the heartbeat behind them. */
async function pastOf(stream: EventStream) {
  const texts: unknown[] = [];
  for (;;) {
    const message = await stream.message();
    if (message.__typename === 'Heartbeat') return { texts, heartbeat: message };
    const [change] = message.changes as readonly { readonly after: string }[];
    texts.push(change?.after);
  }
}

const isVisible = (name: Name, { kind, target }: TestEvent) => {
  const [kinds, targets] = VISIBLE[name] ?? [[], []];
  return kinds.includes(kind) && targets.includes(target);
};

const textsFor = (name: Name, matches: (event: TestEvent) => boolean = () => true) =>
  EVENTS.filter((event) => isVisible(name, event) && matches(event)).map(
    ({ changes }) => changes?.[0]?.after,
  );

test('interleaved streams of several principals have exactly their past events', async () => {
  const rounds = [...READERS, ...READERS, ...[...READERS].reverse()];
  const pasts = await Promise.all(
    rounds.map(async (name) => {
      const stream = await open(name, { after: '0' });
      const { texts } = await pastOf(stream);
      stream.abort();
      return [name, texts] as const;
    }),
  );
  for (const [name, texts] of pasts) {
    expect([name, texts]).toEqual([name, textsFor(name)]);
    expect([name, texts.length]).toEqual([name, COUNTS[name]]);
  }
});

test('filters by kind, target, field and actor find no event of others', async () => {
  const kindsOf = (name: Name) => VISIBLE[name]?.[0] ?? [];
  const pairs = [
    ...READERS.flatMap((name) =>
      kindsOf(name).map((kind) => {
        const value = kind.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
        return [name, { kinds: [value] }, (event: TestEvent) => event.kind === kind] as const;
      }),
    ),
    ...READERS.map((name) => [name, { fields: ['status'] }, () => true] as const),
    ['ann', { targets: ['partner'] }, ({ target }: TestEvent) => target === 'partner'] as const,
    ['bob', { targets: ['partner'] }, ({ target }: TestEvent) => target === 'partner'] as const,
    ...(['bob', 'jim', 'root'] as const).flatMap((name) =>
      ['home', 'partner', 'west'].map(
        (actor) =>
          [name, { actors: [`token:actor-${actor}`] }, ({ target }: TestEvent) => target === actor] as const,
      ),
    ),
  ];
  const results = await Promise.all(
    pairs.map(async ([name, filter]) => {
      const stream = await open(name, { after: '0', filter });
      const { texts } = await pastOf(stream);
      stream.abort();
      return texts;
    }),
  );
  pairs.forEach(([name, filter, matches], index) => {
    expect([name, filter, results[index]]).toEqual([name, filter, textsFor(name, matches)]);
  });
});

test('a heartbeat names only the lists that the principal may read', async () => {
  for (const name of READERS) {
    const stream = await open(name, {});
    const { completeness } = await stream.next('Heartbeat');
    stream.abort();
    const { sources } = completeness as {
      readonly sources: readonly { readonly kind: string; readonly target: { readonly name: string } }[];
    };
    const [kinds = [], targets = []] = VISIBLE[name] ?? [];
    const named = sources.map(
      ({ kind, target }) => `${target.name} ${kind.replaceAll('_', '').toLowerCase()}`,
    );
    const expected = ['home', 'partner', 'west']
      .filter((target) => targets.includes(target))
      .flatMap((target) => kinds.map((kind) => `${target} ${kind.toLowerCase()}`));
    expect([name, named.sort()]).toEqual([name, expected.sort()]);
  }
});

const jobIn = (target: string) => encodeId({ kind: 'ClassificationJob', target, jobId: 'a'.repeat(32) });

/** The root user pauses, or resumes, a job of a target. */
async function changeJob(target: string, name: 'pause' | 'resume'): Promise<void> {
  const id = jobIn(target);
  const mutation = `mutation { ${name}ClassificationJob(input: { id: "${id}" }) { outcome } }`;
  expect(await askAs(tokenOf('root'), setup.gateway.url, mutation)).toEqual({
    data: { [`${name}ClassificationJob`]: { outcome: 'APPLIED' } },
  });
}

async function putJob(account: string, region: string): Promise<void> {
  const set = { name: 'job', jobType: 'ONE_TIME', jobStatus: 'RUNNING' };
  const resource = { service: 'macie2', resource: 'job', id: 'a'.repeat(32), set, account, region };
  await setup.emulator.control('POST', '/put', resource);
}

describe('changes while principals listen', () => {
  beforeAll(async () => {
    for (const { account, region } of SEVERAL_TARGETS) await putJob(account, region);
  });

  const LIVE = `subscription ($filter: ResourceEventFilter) { resourceEvents(filter: $filter) {
    __typename ... on ResourceEvent { target { name } kind cause changes { field after } auditEntry { actor } }
  } }`;

  test('each gets those of its kinds and targets, and an audit entry only with audit:read', async () => {
    const results = await Promise.all(
      // A slow machine looks at AWS's lists meanwhile, and finds the new jobs.
      READERS.map(
        async (name) => [name, await open(name, { filter: { types: ['CHANGED'] } }, LIVE)] as const,
      ),
    );
    for (const [, stream] of results) await stream.next('Heartbeat');
    for (const target of ['west', 'home', 'partner']) await changeJob(target, 'pause');
    const events = async (stream: EventStream, count: number) => {
      const found: (readonly [unknown, unknown, unknown])[] = [];
      while (found.length < count) {
        const result = await stream.result();
        if (typeof result === 'string') throw new Error(`The stream ended: ${result}`);
        const event: StreamMessage | undefined = result.data?.resourceEvents;
        if (event?.__typename !== 'ResourceEvent' || event.cause !== 'GATEWAY') continue;
        const codes = (result.errors ?? []).map(({ extensions, path }) => [extensions.code, path]);
        found.push([(event.target as { readonly name: string }).name, event.auditEntry, codes]);
      }
      return found;
    };
    const FORBIDDEN = [['FORBIDDEN', ['resourceEvents', 'auditEntry']]];
    const by = { actor: 'token:root' };
    const expected = {
      ann: [
        ['home', null, FORBIDDEN],
        ['partner', null, FORBIDDEN],
      ],
      bob: [],
      eve: [],
      jim: [['home', by, []]],
      root: [
        ['west', by, []],
        ['home', by, []],
        ['partner', by, []],
      ],
    } as const;
    for (const [name, stream] of results) {
      expect([name, await events(stream, expected[name].length)]).toEqual([name, expected[name]]);
      await expect(stream.result(200)).rejects.toThrow('No message');
      stream.abort();
    }
  });
});

describe('the gateway rejects', () => {
  const RESOURCE = 'subscription ($id: ID!) { resource(id: $id) { __typename } }';
  const job = (target: string) => ({ id: jobIn(target) });

  test.each<[string, Name, object, unknown[]]>([
    ['a job without the scope of its service', 'eve', job('home'), [403, 'FORBIDDEN', ['macie:read']]],
    ['a job in a target of others', 'ann', job('west'), [400, 'BAD_USER_INPUT', undefined]],
    ['a job in a target that does not exist', 'ann', job('nowhere'), [400, 'BAD_USER_INPUT', undefined]],
    [
      'a job in a target that the configuration no longer has',
      'root',
      job('closed'),
      [400, 'BAD_USER_INPUT', undefined],
    ],
    [
      'a job of a caller with neither its scope nor its target',
      'bob',
      job('home'),
      [400, 'BAD_USER_INPUT', undefined],
    ],
  ])('a resource: %s', async (_name, name, variables, expected) => {
    expect(await rejection(name, RESOURCE, variables)).toEqual(expected);
  });

  test.each<[string, Name, object, unknown[]]>([
    [
      'actors without audit:read',
      'ann',
      { actors: ['token:actor-home'] },
      [403, 'FORBIDDEN', ['audit:read']],
    ],
    ['actors without audit:read', 'eve', { actors: ['token:eve'] }, [403, 'FORBIDDEN', ['audit:read']]],
    ['a kind of others', 'ann', { kinds: ['MAILBOX_EXPORT_JOB'] }, [403, 'FORBIDDEN', ['workmail:read']]],
    ['a target of others', 'ann', { targets: ['west'] }, [400, 'BAD_USER_INPUT', undefined]],
    ['a target that does not exist', 'ann', { targets: ['nowhere'] }, [400, 'BAD_USER_INPUT', undefined]],
    [
      'any filter of a caller without kinds',
      'auditor',
      {},
      [403, 'FORBIDDEN', ['macie:read', 'workmail:read', 'security-ir:read']],
    ],
  ])('a filter: %s', async (_name, name, filter, expected) => {
    expect(await rejection(name, STREAM, { filter })).toEqual(expected);
  });

  test('a target of others in the words of a target that does not exist', async () => {
    const messageFor = async (target: string) => {
      const response = await requestStream(setup.gateway.url, {
        query: STREAM,
        variables: { filter: { targets: [target] } },
        headers: as('ann'),
      });
      return (await response.text()).replaceAll(target, 'TARGET');
    };
    expect(await messageFor('west')).toBe(await messageFor('nowhere'));
    expect(await messageFor('closed')).toBe(await messageFor('nowhere'));
  });
});
