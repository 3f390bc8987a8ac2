// Properties of searches: random resources, texts, selections, page sizes and faults; a brute-force reading of the emulator's
// state is the oracle.
import fc from 'fast-check';
import { encodeId } from '../../src/domain/ids';
import { readState, type EmulatorState, type StateRow } from '../support/emulator';
import { runs } from '../support/fc-settings';
import { askSearch, hitsIn, problemsOf, search, type SearchPage } from '../support/search';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets();

const KINDS = ['CLASSIFICATION_JOB', 'MACIE_MEMBER', 'MAILBOX_EXPORT_JOB', 'SECURITY_CASE'] as const;
type Kind = (typeof KINDS)[number];

/** The list of each kind that a fault affects. */
const OPERATIONS = {
  CLASSIFICATION_JOB: ['macie2', 'ListClassificationJobs'],
  MACIE_MEMBER: ['macie2', 'ListMembers'],
  MAILBOX_EXPORT_JOB: ['workmail', 'ListMailboxExportJobs'],
  SECURITY_CASE: ['security-ir', 'ListCases'],
} as const;

interface StoredResource {
  readonly id: string;
  readonly kind: Kind;
  readonly target: number;
  readonly name: string;
  readonly awsId: string;
  /** Where AWS's lists put it among those of its kind and target: by list and id. */
  readonly place: string;
  /** The texts that match anywhere, and those of which only the beginning matches. */
  readonly texts: readonly string[];
  readonly prefixes: readonly string[];
  readonly isListed: boolean;
}

const SEVEN_DAYS = 7 * 86_400;

const texts = (...values: unknown[]) => values.filter((value): value is string => typeof value === 'string');

function resourcesIn(target: number, state: EmulatorState): StoredResource[] {
  const { name: targetName = '' } = SEVERAL_TARGETS[target] ?? {};
  const now = Date.parse((state as unknown as { time: string }).time) / 1_000;
  const jobs = state.macie2.jobs.map((row): StoredResource => {
    const awsId = String(row.jobId);
    const { s3JobDefinition: definition } = row as { s3JobDefinition?: Definition };
    const criteria = definition?.bucketCriteria?.includes?.and ?? [];
    const buckets = [
      ...(definition?.bucketDefinitions ?? []).flatMap((each) => each.buckets),
      ...criteria.flatMap(({ simpleCriterion: simple }) =>
        simple?.key === 'S3_BUCKET_NAME' && simple.comparator === 'EQ' ? simple.values : [],
      ),
    ];
    const id = encodeId({ kind: 'ClassificationJob', target: targetName, jobId: awsId });
    const name = String(row.name);
    const common = { id, kind: 'CLASSIFICATION_JOB', target, awsId, place: awsId, isListed: true } as const;
    return { ...common, name, texts: [name, ...buckets], prefixes: [] };
  });
  const members = state.macie2.members.map((row): StoredResource => {
    const awsId = String(row.accountId);
    const id = encodeId({ kind: 'MacieMember', target: targetName, accountId: awsId });
    const emails = texts(row.email);
    const common = { id, kind: 'MACIE_MEMBER', target, awsId, place: awsId, isListed: true } as const;
    return { ...common, name: emails[0] ?? awsId, texts: emails, prefixes: [awsId] };
  });
  const exportJobs = state.workmail.organizations.flatMap((organization) =>
    organization.exportJobs.map((row): StoredResource => {
      const organizationId = String(organization.OrganizationId);
      const awsId = String(row.JobId);
      const id = encodeId({ kind: 'MailboxExportJob', target: targetName, organizationId, jobId: awsId });
      const place = `${organizationId} ${awsId}`;
      const isListed = Number(row.StartTime) > now - SEVEN_DAYS;
      const common = { id, kind: 'MAILBOX_EXPORT_JOB', target, awsId, place, isListed } as const;
      const buckets = texts(row.S3BucketName);
      return { ...common, name: buckets[0] ?? '', texts: buckets, prefixes: texts(row.EntityId) };
    }),
  );
  const cases = state['security-ir'].cases.map((row: StateRow): StoredResource => {
    const awsId = String(row.caseId);
    const id = encodeId({ kind: 'SecurityCase', target: targetName, caseId: awsId });
    const title = String(row.title);
    const common = { id, kind: 'SECURITY_CASE', target, awsId, place: awsId, isListed: true } as const;
    return { ...common, name: title, texts: [title], prefixes: [] };
  });
  return [...jobs, ...members, ...exportJobs, ...cases];
}

interface Definition {
  readonly bucketDefinitions?: readonly { readonly buckets: readonly string[] }[];
  readonly bucketCriteria?: {
    readonly includes?: {
      readonly and: readonly {
        readonly simpleCriterion?: {
          readonly key: string;
          readonly comparator: string;
          readonly values: readonly string[];
        };
      }[];
    };
  };
}

const HEX = /^[0-9a-f]{32}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DIGITS = /^[0-9]{10,32}$/;

/** The kinds of the resources that a text can be the id of; undefined for a text that is no id. */
function idKinds(text: string): readonly Kind[] | undefined {
  const kinds: Kind[] = [];
  if (HEX.test(text)) kinds.push('CLASSIFICATION_JOB');
  if (DIGITS.test(text)) kinds.push('SECURITY_CASE');
  if (DIGITS.test(text) && text.length === 12) kinds.push('MACIE_MEMBER');
  if (UUID.test(text)) kinds.push('MAILBOX_EXPORT_JOB');
  return kinds.length === 0 ? undefined : kinds;
}

/** 0 for an equal text, 1 for a prefix, 2 for a text inside; undefined without a match. The seeded texts are ASCII. */
function rankOf(resource: StoredResource, text: string): number | undefined {
  const wanted = text.toLowerCase();
  if (resource.id === text) return 0;
  const kinds = idKinds(text);
  if (kinds !== undefined) {
    const isExact = kinds.includes(resource.kind) && resource.awsId.toLowerCase() === wanted;
    return isExact && (resource.kind !== 'MAILBOX_EXPORT_JOB' || resource.isListed) ? 0 : undefined;
  }
  if (!resource.isListed) return undefined;
  const places = [
    ...resource.texts.map((each) => [each, each.toLowerCase().indexOf(wanted)] as const),
    ...resource.prefixes.map((each) => [each, each.toLowerCase().startsWith(wanted) ? 0 : -1] as const),
  ].filter(([, index]) => index >= 0);
  if (places.length === 0) return undefined;
  return Math.min(...places.map(([each, index]) => (index > 0 ? 2 : each.length === text.length ? 0 : 1)));
}

/** The ids that a search must return, by comparing every resource with every other one. */
function bruteForce(resources: readonly StoredResource[], text: string): readonly string[] {
  const keyed = resources.flatMap((resource) => {
    const rank = rankOf(resource, text);
    if (rank === undefined) return [];
    const { kind, name, target, place, id } = resource;
    return [{ id, key: [rank, KINDS.indexOf(kind), name.toLowerCase(), target, place] as const }];
  });
  const less = (a: readonly (string | number)[], b: readonly (string | number)[]) => {
    const index = a.findIndex((value, at) => value !== b[at]);
    return index < 0 ? 0 : (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
  };
  return keyed.sort((a, b) => less(a.key, b.key)).map(({ id }) => id);
}

const selection = fc.option(fc.uniqueArray(fc.nat(2), { minLength: 1 }), { nil: undefined });

const plan = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  size: fc.nat(35),
  source: fc.nat(),
  piece: fc.record({
    of: fc.constantFrom('TEXT', 'ID', 'GLOBAL_ID', 'ANY'),
    start: fc.nat(30),
    length: fc.integer({ min: 2, max: 40 }),
    isWhole: fc.boolean(),
    isUpper: fc.boolean(),
    any: fc.string({ minLength: 1, maxLength: 4 }),
  }),
  kinds: fc.option(fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1 }), { nil: undefined }),
  targets: selection,
  firsts: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
  uneven: fc.array(
    fc.record({
      page: fc.constantFrom('short', 'empty'),
      count: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom(...KINDS),
    }),
    { maxLength: 3 },
  ),
  denied: fc.option(fc.record({ kind: fc.constantFrom(...KINDS), target: fc.nat(2) }), { nil: undefined }),
});

type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

/** A text to search for: a piece of a text of a resource, an id, or any characters. */
function textOf({ source, piece }: Plan, resources: readonly StoredResource[]): string {
  const resource = resources[source % Math.max(1, resources.length)];
  const candidates = [...(resource?.texts ?? []), ...(resource?.prefixes ?? [])];
  if (piece.of === 'GLOBAL_ID') return resource?.id ?? piece.any;
  if (piece.of === 'ID') return resource?.awsId ?? piece.any;
  const text =
    piece.of === 'TEXT' ? (candidates[piece.start % Math.max(1, candidates.length)] ?? '') : piece.any;
  const start = piece.isWhole ? 0 : piece.start % Math.max(1, text.length);
  const part = piece.isWhole ? text : text.slice(start, start + piece.length);
  return piece.isUpper ? part.toUpperCase() : part;
}

async function prepare({ seed, size, uneven }: Plan): Promise<StoredResource[]> {
  const { emulator } = setup;
  const sizes = { jobs: size, members: size, exportJobs: size, cases: size };
  await emulator.control('POST', '/reset', { seed, sizes });
  await emulator.control('POST', '/clock', { frozen: true });
  for (const { kind, ...fault } of uneven) {
    const [service, operation] = OPERATIONS[kind];
    await emulator.control('POST', '/faults', { service, operation, ...fault });
  }
  const states = await Promise.all(
    SEVERAL_TARGETS.map(({ account, region }) => readState(emulator, account, region)),
  );
  return states.flatMap((state, target) => resourcesIn(target, state));
}

async function checkSearch(walk: Plan): Promise<number> {
  const resources = await prepare(walk);
  const { denied, firsts, kinds } = walk;
  const text = textOf(walk, resources);
  const trimmed = text.trim();
  const targets = walk.targets?.map((index) => SEVERAL_TARGETS[index]?.name ?? '');
  const variables = { text, kinds: kinds ?? null, targets: targets ?? null };
  if (Array.from(trimmed).length < 2) {
    const { errors } = await askSearch(setup.gateway, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    return 0;
  }
  const isDenied = ({ kind, target }: StoredResource) => denied?.kind === kind && denied.target === target;
  const isLookUp = idKinds(trimmed) !== undefined || resources.some(({ id }) => id === trimmed);
  const fails = denied !== undefined && !isLookUp;
  if (fails) {
    const [service, operation] = OPERATIONS[denied.kind];
    const { account } = SEVERAL_TARGETS[denied.target] ?? {};
    await setup.lay({ service, operation, account, error: { type: 'AccessDeniedException' } });
  }
  const selected = resources.filter(
    ({ kind, target }) => (kinds?.includes(kind) ?? true) && (walk.targets?.includes(target) ?? true),
  );
  // An error of the list comes after the faults of its pages that were added before it.
  const uneven = fails && walk.uneven.some(({ kind }) => kind === denied.kind);
  const expected = bruteForce(fails ? selected.filter((each) => !isDenied(each)) : selected, trimmed);
  const ids: string[] = [];
  let after: string | null = null;
  let last: SearchPage | undefined;
  for (let pages = 0; last?.pageInfo.hasNextPage ?? true; pages += 1) {
    const first = firsts[pages % firsts.length] ?? 1;
    last = await search(setup.gateway, { ...variables, first, after });
    ids.push(...hitsIn(last).map(({ resource }) => resource.id));
    after = last.pageInfo.endCursor;
    expect(last.edges.length === first || !last.pageInfo.hasNextPage).toBe(true);
    const isSelected =
      fails && (kinds?.includes(denied.kind) ?? true) && (walk.targets?.includes(denied.target) ?? true);
    if (uneven) continue;
    expect(last.completeness.complete).toBe(!isSelected);
    expect(problemsOf(last)).toHaveLength(isSelected ? 1 : 0);
  }
  if (uneven) expect(ids.filter((id) => expected.includes(id))).toEqual(expected);
  else expect(ids).toEqual(expected);
  expect(new Set(ids).size).toBe(ids.length);

  await setup.clearFaults();
  const cursor = last?.completeness.retryCursor;
  if (cursor == null) return ids.length;
  const rest = await search(setup.gateway, { ...variables, first: 200, after: cursor });
  ids.push(...hitsIn(rest).map(({ resource }) => resource.id));
  expect([...ids].sort()).toEqual([...bruteForce(selected, trimmed)].sort());
  return ids.length;
}

test('150 searches return what a brute-force reading of all resources finds, in its order, and name what is missing', async () => {
  let withHits = 0;
  await fc.assert(
    fc.asyncProperty(plan, async (walk) => {
      if ((await checkSearch(walk)) > 0) withHits += 1;
    }),
    { numRuns: runs(150), endOnFailure: true },
  );
  expect(withHits).toBeGreaterThan(runs(150) / 4);
});
