/** The buckets and accounts that a seeded job analyzes. */
import type { Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import type { S3JobDefinition } from './state';

/** The accounts of seeded jobs. The first member is Enabled, so that tests can suspend it. */
export interface SeedAccounts {
  readonly members: readonly string[];
  /** Accounts that are not, or no longer, members. */
  readonly nonMembers: readonly string[];
}

/** The first job analyzes only buckets of the first member. One job in ten selects buckets by criteria. */
export function jobScope(
  index: number,
  dataSet: string,
  { account }: Scope,
  accounts: SeedAccounts,
  random: Random,
): S3JobDefinition {
  const scoping = random.chance(0.2) ? { scoping: SCOPINGS[index % SCOPINGS.length] } : {};
  const firstMember = accounts.members[0];
  if (index > 0 && random.chance(0.1)) {
    return { bucketCriteria: bucketCriteria(index, dataSet, firstMember ?? account), ...scoping };
  }
  const owners =
    index === 0 && firstMember !== undefined ? [firstMember] : someOwners(account, accounts, random);
  return {
    bucketDefinitions: owners.map((accountId) => ({
      accountId,
      buckets: buckets(dataSet, accountId, random),
    })),
    ...scoping,
  };
}

function someOwners(administrator: string, { members, nonMembers }: SeedAccounts, random: Random): string[] {
  const owners = new Set<string>();
  const draws = random.int(1, 3);
  for (let draw = 0; draw < draws; draw += 1) {
    const pool = random.chance(0.05) ? nonMembers : members;
    owners.add((random.chance(0.25) ? undefined : pool[random.int(0, pool.length - 1)]) ?? administrator);
  }
  return [...owners];
}

function buckets(dataSet: string, accountId: string, random: Random): string[] {
  const name = `${dataSet}-${accountId.slice(-4)}`;
  return random.chance(0.3) ? [name, `${name}-archive`] : [name];
}

/** Each kind of criterion in turn. */
function bucketCriteria(index: number, dataSet: string, account: string): unknown {
  const ofDataSet = { tagCriterion: { comparator: 'EQ', tagValues: [{ key: 'DataSet', value: dataSet }] } };
  const simple = (key: string, comparator: string, ...values: string[]) => ({
    simpleCriterion: { comparator, key, values },
  });
  switch (index % 4) {
    case 0:
      return { includes: { and: [ofDataSet, simple('S3_BUCKET_SHARED_ACCESS', 'EQ', 'EXTERNAL')] } };
    case 1:
      return {
        includes: { and: [simple('ACCOUNT_ID', 'EQ', account)] },
        excludes: { and: [simple('S3_BUCKET_NAME', 'EQ', `${dataSet}-scratch`)] },
      };
    case 2:
      return { excludes: { and: [simple('S3_BUCKET_EFFECTIVE_PERMISSION', 'EQ', 'NOT_PUBLIC')] } };
    default:
      return {
        includes: {
          and: [
            simple('S3_BUCKET_EFFECTIVE_PERMISSION', 'NE', 'NOT_PUBLIC'),
            { tagCriterion: { comparator: 'NE', tagValues: [{ key: 'Reviewed' }, { value: 'public' }] } },
          ],
        },
      };
  }
}

const term = (key: string, comparator: string, ...values: string[]) => ({
  simpleScopeTerm: { comparator, key, values },
});

/** Scopes that contain each kind of term. */
const SCOPINGS = [
  {
    includes: {
      and: [
        term('OBJECT_EXTENSION', 'EQ', 'csv', 'json', 'parquet'),
        term('OBJECT_SIZE', 'LT', '1073741824'),
      ],
    },
  },
  {
    includes: { and: [term('OBJECT_LAST_MODIFIED_DATE', 'GTE', '2025-01-01T00:00:00Z')] },
    excludes: { and: [term('OBJECT_KEY', 'STARTS_WITH', 'tmp/', 'logs/')] },
  },
  {
    excludes: {
      and: [
        {
          tagScopeTerm: {
            comparator: 'EQ',
            key: 'TAG',
            tagValues: [{ key: 'Classified', value: 'true' }],
            target: 'S3_OBJECT',
          },
        },
      ],
    },
  },
] as const;
