// A gateway in a separate process that requires a token, with its embedded emulator.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAs } from './identity';
import { tokenOf } from './principals';
import { runProgram, type Program } from './program';

const OPERATOR = 'operator';

export class GuardedGateway {
  /** The token of a caller with all scopes. */
  readonly token = tokenOf(OPERATOR);

  private constructor(
    readonly program: Program,
    /** The URL of the GraphQL endpoint. */
    readonly url: string,
    /** Serves health and metrics. */
    readonly operationsOrigin: string,
    private readonly awsUrl: string,
    private readonly folder: string,
  ) {}

  static async start(env: NodeJS.ProcessEnv = {}): Promise<GuardedGateway> {
    const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
    const accessFile = join(folder, 'access.json');
    const sha256 = createHash('sha256').update(tokenOf(OPERATOR)).digest('hex');
    writeFileSync(accessFile, JSON.stringify({ tokens: [{ name: OPERATOR, sha256, roles: ['admin'] }] }));
    const program = runProgram('main.js', {
      PORT: '0',
      OPERATIONS_PORT: '0',
      ACCESS_FILE: accessFile,
      LOG_LEVEL: 'error',
      // The suites count AWS calls.
      HISTORY: 'off',
      ...env,
    });
    const [, url = ''] = await program.printed(/listens at (http:\S+)/);
    const [, awsUrl = ''] = await program.printed(/emulated at (http:[^\s;]+)/);
    const [, operationsOrigin = ''] = await program.printed(/Health: (http:\S+)\/readyz/);
    return new GuardedGateway(program, url, operationsOrigin, awsUrl, folder);
  }

  get origin(): string {
    return new URL(this.url).origin;
  }

  /** A valid id and a valid cursor. */
  async samples(): Promise<{ readonly id: string; readonly cursor: string }> {
    const query = '{ classificationJobs(first: 2) { nodes { id } pageInfo { endCursor } } }';
    const { data } = await askAs(this.token, this.url, query);
    const jobs = data?.classificationJobs as { nodes: { id: string }[]; pageInfo: { endCursor: string } };
    return { id: jobs.nodes[0]?.id ?? '', cursor: jobs.pageInfo.endCursor };
  }

  /** How often each AWS operation was called since the last forgetCalls. */
  async callCounts(): Promise<unknown> {
    return (await fetch(`${this.awsUrl}/_emulator/calls/counts`)).json();
  }

  async forgetCalls(): Promise<void> {
    await fetch(`${this.awsUrl}/_emulator/calls`, { method: 'DELETE' });
  }

  async stop(): Promise<void> {
    this.program.kill('SIGTERM');
    await this.program.exit();
    rmSync(this.folder, { recursive: true });
  }
}
