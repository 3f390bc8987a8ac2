// Pages of one root connection with filters, and the errors of rejected filters.
import type { SeveralTargets } from './several-targets';
import type { GraphqlAnswer } from './gateway';

interface Page {
  readonly nodes: readonly Readonly<Record<string, string>>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly completeness: { readonly complete: boolean };
}

export class FilteredList {
  private readonly query: string;

  /** `key` is the field that identifies a row, `filterType` the input type of the filter. */
  constructor(
    private readonly targets: SeveralTargets,
    private readonly field: string,
    private readonly key: string,
    filterType: string,
  ) {
    this.query = `query ($first: Int!, $after: String, $filter: ${filterType}) {
      ${field}(first: $first, after: $after, filter: $filter) {
        nodes { ${key} } pageInfo { hasNextPage endCursor } completeness { complete }
      }
    }`;
  }

  send(
    filter: object,
    first = 200,
    after: string | null = null,
  ): Promise<GraphqlAnswer<Record<string, unknown>>> {
    return this.targets.gateway.send(this.query, { first, after, filter });
  }

  async page(filter: object, first?: number, after?: string | null): Promise<Page> {
    const { data, errors } = await this.send(filter, first, after);
    expect(errors).toBeUndefined();
    return data?.[this.field] as Page;
  }

  /** The keys on one page of 200, sorted. */
  async found(filter: object): Promise<(string | undefined)[]> {
    return (await this.page(filter)).nodes.map((node) => node[this.key]).sort();
  }

  /** The keys on all pages of a walk, sorted, and the last cursor; every page but the last is full. */
  async walk(filter: object, first: number): Promise<{ keys: (string | undefined)[]; endCursor: string }> {
    const keys: (string | undefined)[] = [];
    let endCursor: string | null = null;
    for (let more = true; more;) {
      const page: Page = await this.page(filter, first, endCursor);
      expect(page.completeness.complete).toBe(true);
      expect(page.nodes.length === first || !page.pageInfo.hasNextPage).toBe(true);
      keys.push(...page.nodes.map((node) => node[this.key]));
      endCursor = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return { keys: keys.sort(), endCursor: endCursor ?? '' };
  }

  /** The codes and messages of the errors; fails when AWS was called. */
  async refusal(filter: object, after: string | null = null): Promise<string[]> {
    await this.targets.forgetCalls();
    const { errors = [] } = await this.send(filter, 4, after);
    expect(await this.targets.operations()).toEqual([]);
    return errors.map(({ extensions, message }) => `${extensions.code}: ${message}`);
  }
}
