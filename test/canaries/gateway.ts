// A gateway in a process of its own, asked with canaries in every header; everything that it answers is kept.
import { request } from 'node:http';
import { runProgram, type Program } from '../support/program';
import { TOKEN } from './canaries';
import { HEADERS, type Sent } from './requests';

export interface Answered {
  readonly sent: Sent;
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

/** How many are asked at once. */
const AT_ONCE = 8;

export class CanaryGateway {
  readonly answered: Answered[] = [];
  /** The metrics, every time that they were read. */
  metrics = '';

  private constructor(
    readonly program: Program,
    readonly origin: string,
  ) {}

  static async start(env: NodeJS.ProcessEnv): Promise<CanaryGateway> {
    const program = runProgram('main.js', { PORT: '0', LOG_LEVEL: 'trace', ...env });
    const [, origin = ''] = await program.printed(/listens at (http:\/\/\S+?)\/graphql/);
    return new CanaryGateway(program, origin);
  }

  async ask(all: readonly Sent[]): Promise<void> {
    const left = all.values();
    const line = async () => {
      for (const sent of left) this.answered.push(await this.send(sent));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
    for (const path of ['/metrics', '/readyz', '/livez']) {
      this.metrics += await (await fetch(`${this.origin}${path}`)).text();
    }
  }

  /** Past fetch, which would not send some of the headers. */
  private send(sent: Sent): Promise<Answered> {
    const { path = '/graphql', method = 'POST', body, headers } = sent;
    return new Promise((resolve, reject) => {
      const all = { ...HEADERS, authorization: `Bearer ${TOKEN}`, ...headers };
      const outgoing = request(new URL(path, this.origin), { method, headers: all }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const { statusCode: status = 0, rawHeaders } = response;
          resolve({ sent, status, headers: rawHeaders.join('\n'), text });
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
