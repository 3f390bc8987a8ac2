// A gateway in a separate process, one of several that share an AWS emulator: requests over HTTP, and signals that end it.
import { setTimeout as delay } from 'node:timers/promises';
import type { GraphqlAnswer } from './gateway';
import { runProgram, type Program } from './program';
import { jobGlobalId } from './resources';

export type Answer = GraphqlAnswer<Record<string, unknown>>;

/** `refused`: no gateway started the request. `lost`: the connection was made and ended without a response. */
export type Reply = { readonly answer: Answer } | 'refused' | 'lost';

/** A job that does not exist in AWS. */
const NO_JOB = jobGlobalId('f'.repeat(32));

export class Replica {
  private constructor(
    readonly program: Program,
    readonly url: string,
  ) {}

  /** Starts a gateway and waits until it listens. */
  static async start(awsUrl: string, env: NodeJS.ProcessEnv): Promise<Replica> {
    const program = runProgram('main.js', {
      PORT: '0',
      AWS_MODE: 'live',
      AUTH: 'none',
      AWS_ENDPOINT_URL: awsUrl,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: '111122223333',
      AWS_SECRET_ACCESS_KEY: 'any',
      LOG_LEVEL: 'error',
      ...env,
    });
    const [, url = ''] = await program.printed(/listens at (http:\S+)/);
    return new Replica(program, url);
  }

  async ask(query: string, variables?: object): Promise<Reply> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      if (response.status === 503) return 'refused';
      return { answer: (await response.json()) as Answer };
    } catch (error) {
      const { cause } = error as { readonly cause?: { readonly code?: string } };
      return cause?.code === 'ECONNREFUSED' ? 'refused' : 'lost';
    }
  }

  /** Waits until the gateway can take leases: after a start of Redis no lease is granted for 20 seconds. */
  async changes(): Promise<void> {
    const query =
      'mutation ($id: ID!) { pauseClassificationJob(input: { id: $id }) { userErrors { code } } }';
    for (;;) {
      const reply = await this.ask(query, { id: NO_JOB });
      if (typeof reply === 'object' && reply.answer.errors === undefined) return;
      await delay(100);
    }
  }

  async stop(): Promise<number | null> {
    this.program.kill('SIGTERM');
    return this.program.exit();
  }

  async kill(): Promise<void> {
    this.program.kill('SIGKILL');
    await this.program.exit();
  }
}
