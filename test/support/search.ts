// Searches: pages of hits, walks through all hits, and resources to find.
import type { GraphqlAnswer, TestGateway } from './gateway';
import type { TestEmulator } from './emulator';

export const SEARCH = `query (
  $text: String!, $first: Int, $after: String, $kinds: [ResourceKind!], $targets: [String!], $counts: Boolean! = false
) {
  search(text: $text, first: $first, after: $after, kinds: $kinds, targets: $targets) {
    edges { cursor isOutOfOrder node { matchedField matchedText resource { __typename id } } }
    pageInfo { hasNextPage endCursor }
    completeness { complete asOf retryCursor sources { target { name } kind status message } }
    totalCount @include(if: $counts) { value exact }
  }
}`;

export interface SearchVariables {
  readonly text: string;
  readonly first?: number;
  readonly after?: string | null;
  readonly kinds?: readonly string[] | null;
  readonly targets?: readonly string[] | null;
  readonly counts?: boolean;
}

export interface Hit {
  readonly matchedField: string;
  readonly matchedText: string;
  readonly resource: { readonly __typename: string; readonly id: string };
}

export interface SearchPage {
  readonly edges: readonly { readonly cursor: string; readonly isOutOfOrder: boolean; readonly node: Hit }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly completeness: {
    readonly complete: boolean;
    readonly asOf: string | null;
    readonly retryCursor: string | null;
    readonly sources: readonly {
      readonly target: { readonly name: string };
      readonly kind: string;
      readonly status: string;
      readonly message: string | null;
    }[];
  };
  readonly totalCount?: { readonly value: number; readonly exact: boolean };
}

type Gateway = Pick<TestGateway, 'send'>;

export function askSearch(
  gateway: Gateway,
  variables: SearchVariables,
): Promise<GraphqlAnswer<Record<string, unknown>>> {
  return gateway.send(SEARCH, variables);
}

/** A page of hits. Throws unless there is a page and no error. */
export async function search(gateway: Gateway, variables: SearchVariables): Promise<SearchPage> {
  const { data, errors } = await askSearch(gateway, variables);
  if (data?.search == null || errors !== undefined) {
    throw new Error(`There is no page: ${JSON.stringify(errors)}`);
  }
  return data.search as SearchPage;
}

export const hitsIn = ({ edges }: SearchPage): readonly Hit[] => edges.map(({ node }) => node);

/** The hits as text: the id, and what matched. */
export const found = (page: SearchPage): readonly string[] =>
  hitsIn(page).map(
    ({ matchedField, matchedText, resource }) => `${resource.id} ${matchedField} ${matchedText}`,
  );

/** The sources that are not complete, as text. */
export const problemsOf = ({ completeness }: SearchPage): readonly string[] =>
  completeness.sources
    .filter(({ status }) => status !== 'OK')
    .map(({ target, kind, status }) => `${target.name} ${kind} ${status}`);

/** Follows the cursor that a walker of all rows uses. */
export async function walkSearch(
  gateway: Gateway,
  variables: SearchVariables,
): Promise<readonly SearchPage[]> {
  const pages: SearchPage[] = [];
  let after: string | null = null;
  for (;;) {
    const page: SearchPage = await search(gateway, { ...variables, after });
    pages.push(page);
    if (!page.pageInfo.hasNextPage) return pages;
    after = page.completeness.retryCursor ?? page.pageInfo.endCursor;
    if (pages.length > 1_000) throw new Error('The walk has no end.');
  }
}

interface Place {
  readonly account: string;
  readonly region: string;
}

export const ORGANIZATION = `m-${'0'.repeat(31)}1`;

/** Puts resources with the texts that a search compares. */
export class SearchedResources {
  constructor(
    private readonly emulator: TestEmulator,
    private readonly place: Place,
  ) {}

  job(id: string, name: string, buckets?: readonly string[]): Promise<void> {
    const bucketDefinitions = [{ accountId: this.place.account, buckets: buckets ?? [] }];
    const set = { name, jobType: 'ONE_TIME', jobStatus: 'COMPLETE', s3JobDefinition: { bucketDefinitions } };
    return this.put('macie2', 'job', id, set);
  }

  member(accountId: string, email: string | undefined, relationshipStatus = 'Enabled'): Promise<void> {
    return this.put('macie2', 'member', accountId, { email, relationshipStatus });
  }

  async exportJob(id: string, S3BucketName: string, EntityId: string): Promise<void> {
    await this.put('workmail', 'organization', ORGANIZATION, { Alias: 'tests' });
    const set = { EntityId, S3BucketName, State: 'COMPLETED' };
    await this.put('workmail', 'exportJob', id, set, { organizationId: ORGANIZATION });
  }

  securityCase(id: string, title: string, more: object = {}): Promise<void> {
    const set = { title, caseStatus: 'Submitted', resolverType: 'Self', ...more };
    return this.put('security-ir', 'case', id, set);
  }

  private async put(service: string, resource: string, id: string, set: object, more = {}): Promise<void> {
    const { account, region } = this.place;
    await this.emulator.control('POST', '/put', { service, resource, id, set, account, region, ...more });
  }
}
