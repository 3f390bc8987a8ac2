/** The HTTP client of the benchmark. It keeps its connections open. */
import { Agent, request } from 'node:http';
import type { GraphqlRequest, ReferenceQuery } from './queries';

interface Connection {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly completeness: { readonly complete: boolean };
}

interface GraphqlResponse {
  readonly data?: Readonly<Record<string, Connection | null>> | null;
  readonly errors?: readonly unknown[];
}

/** The result of one query over all its pages. */
export interface Outcome {
  readonly nodes: readonly unknown[];
  /** True if there were no errors and no source is missing. */
  readonly isComplete: boolean;
}

export class QueryClient {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  async run({ request: query, pages }: ReferenceQuery): Promise<Outcome> {
    const nodes: unknown[] = [];
    let after: string | null = null;
    for (let page = 0; page < pages; page += 1) {
      const { data, errors }: GraphqlResponse = await this.send(query, after);
      const connection: Connection | null | undefined = Object.values(data ?? {})[0];
      if (errors !== undefined || connection?.completeness.complete !== true)
        return { nodes, isComplete: false };
      nodes.push(...connection.nodes);
      after = connection.pageInfo.endCursor;
    }
    return { nodes, isComplete: true };
  }

  close(): void {
    this.agent.destroy();
  }

  private async send(query: GraphqlRequest, after: string | null): Promise<GraphqlResponse> {
    return JSON.parse(await this.post(JSON.stringify({ ...query, variables: { after } }))) as GraphqlResponse;
  }

  private post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(this.url, { method: 'POST', agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve(Buffer.concat(chunks).toString('utf8'));
        });
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
