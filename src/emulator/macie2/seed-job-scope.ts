/** Which buckets of which accounts a seeded job looks at. */
import type { Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import type { S3JobDefinition } from './state';

/** Accounts that jobs name. The first member of a seed is Enabled, so it can be suspended. */
export interface SeedAccounts {
  readonly members: readonly string[];
  /** Accounts that a job still names although they are not, or no longer, members. */
  readonly strangers: readonly string[];
}

/** The first job looks only at the first member's buckets; one job in ten picks buckets by criteria. */
export function jobScope(
  index: number,
  dataSet: string,
  { account }: Scope,
  accounts: SeedAccounts,
  random: Random,
): S3JobDefinition {
  const scoping = random.chance(0.2) ? { scoping: EXTENSIONS_AND_SIZE } : {};
  if (index > 0 && random.chance(0.1)) return { bucketCriteria: bucketCriteria(dataSet), ...scoping };
  const firstMember = accounts.members[0];
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

function someOwners(administrator: string, { members, strangers }: SeedAccounts, random: Random): string[] {
  const owners = new Set<string>();
  const wanted = random.int(1, 3);
  for (let draw = 0; draw < wanted; draw += 1) {
    const pool = random.chance(0.05) ? strangers : members;
    owners.add((random.chance(0.25) ? undefined : pool[random.int(0, pool.length - 1)]) ?? administrator);
  }
  return [...owners];
}

function buckets(dataSet: string, accountId: string, random: Random): string[] {
  const name = `${dataSet}-${accountId.slice(-4)}`;
  return random.chance(0.3) ? [name, `${name}-archive`] : [name];
}

function bucketCriteria(dataSet: string): unknown {
  return {
    includes: {
      and: [
        { tagCriterion: { comparator: 'EQ', tagValues: [{ key: 'DataSet', value: dataSet }] } },
        { simpleCriterion: { comparator: 'EQ', key: 'S3_BUCKET_SHARED_ACCESS', values: ['EXTERNAL'] } },
      ],
    },
  };
}

const EXTENSIONS_AND_SIZE = {
  includes: {
    and: [
      { simpleScopeTerm: { comparator: 'EQ', key: 'OBJECT_EXTENSION', values: ['csv', 'json', 'parquet'] } },
      { simpleScopeTerm: { comparator: 'LT', key: 'OBJECT_SIZE', values: ['1073741824'] } },
    ],
  },
};
