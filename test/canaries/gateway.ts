// A gateway in a separate process. Sends requests with canaries in every header, and keeps all responses.
import { request } from 'node:http';
import { runProgram, type Program } from '../support/program';
import { TOKEN } from './canaries';
import { HEADERS, type CanaryRequest } from './requests';

/** A request and its response. */
export interface Exchange {
  readonly request: CanaryRequest;
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

/** Requests sent at the same time. */
const CONCURRENCY = 8;

export class CanaryGateway {
  readonly exchanges: Exchange[] = [];
  /** The text of the metrics and health endpoints from every read. */
  metrics = '';

  private constructor(
    readonly program: Program,
    readonly origin: string,
    private readonly operationsOrigin: string,
  ) {}

  static async start(env: NodeJS.ProcessEnv): Promise<CanaryGateway> {
    const program = runProgram('main.js', { PORT: '0', OPERATIONS_PORT: '0', LOG_LEVEL: 'trace', ...env });
    const [, origin = ''] = await program.printed(/listens at (http:\/\/\S+?)\/graphql/);
    const [, operationsOrigin = ''] = await program.printed(/metrics: (http:\/\/\S+?)\/metrics/);
    return new CanaryGateway(program, origin, operationsOrigin);
  }

  /** Sends the requests, then reads the metrics and health endpoints. */
  async sendAll(all: readonly CanaryRequest[]): Promise<void> {
    const remaining = all.values();
    const worker = async () => {
      for (const each of remaining) this.exchanges.push(await this.send(each));
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
    for (const path of ['/metrics', '/readyz', '/livez']) {
      this.metrics += await (await fetch(`${this.operationsOrigin}${path}`)).text();
    }
  }

  /** Uses `node:http`, because fetch does not send some of the headers. */
  private send(sent: CanaryRequest): Promise<Exchange> {
    const { path = '/graphql', method = 'POST', body, headers } = sent;
    return new Promise((resolve, reject) => {
      const all = { ...HEADERS, authorization: `Bearer ${TOKEN}`, ...headers };
      const outgoing = request(new URL(path, this.origin), { method, headers: all }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const { statusCode: status = 0, rawHeaders } = response;
          resolve({ request: sent, status, headers: rawHeaders.join('\n'), text });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  async stop(): Promise<number | null> {
    this.program.kill('SIGTERM');
    return this.program.exit();
  }
}
