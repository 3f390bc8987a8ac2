/** The emulator process of the benchmark, and a client of its control endpoints. */
import { join } from 'node:path';
import { encodeId } from '../src/domain/ids';
import { startProgram, type Program } from './program';
import { IMPACTED_ACCOUNTS, type CallCounts } from './queries';

const MODULE = join(__dirname, '../../packages/aws-emulator/dist/bin.js');

export interface Sizes {
  readonly jobs: number;
  readonly members: number;
  readonly cases: number;
  readonly exportJobs?: number;
}

interface State {
  readonly macie2: { readonly members: readonly { readonly accountId: string }[] };
  readonly 'security-ir': { readonly cases: readonly { readonly caseId: string }[] };
}

export class Emulator {
  private constructor(private readonly program: Program) {}

  static async start({ jobs, members, cases, exportJobs = 0 }: Sizes): Promise<Emulator> {
    const program = await startProgram(MODULE, {
      EMULATOR_PORT: '0',
      EMULATOR_JOBS: String(jobs),
      EMULATOR_MEMBERS: String(members),
      EMULATOR_CASES: String(cases),
      EMULATOR_EXPORT_JOBS: String(exportJobs),
    });
    return new Emulator(program);
  }

  get url(): string {
    return this.program.url;
  }

  /** Sets the delay of every AWS call. */
  async setLatency(milliseconds: number): Promise<void> {
    await this.control('POST', 'settings', { latencyMs: milliseconds });
  }

  async clearCalls(): Promise<void> {
    await this.control('DELETE', 'calls');
  }

  /** The calls since the last `clearCalls`, by operation. */
  async countCalls(): Promise<CallCounts> {
    return (await this.control('GET', 'calls/counts')) as CallCounts;
  }

  /** Replaces the data with this number of jobs, and removes the latency. */
  async reset(jobs: number): Promise<void> {
    await this.control('POST', 'reset', { sizes: { jobs } });
  }

  /** Sets three impacted accounts per case, in rotation from IMPACTED_ACCOUNTS members. */
  async setImpactedAccounts(region: string): Promise<void> {
    const state = (await this.control('GET', `state?region=${region}`)) as State;
    const members = state.macie2.members.map(({ accountId }) => accountId);
    const step = Math.floor(members.length / IMPACTED_ACCOUNTS);
    const accounts = members.filter((_, index) => index % step === 0).slice(0, IMPACTED_ACCOUNTS);
    for (const [index, { caseId }] of state['security-ir'].cases.entries()) {
      const impactedAccounts = [0, 1, 2].map((place) => accounts[(3 * index + place) % accounts.length]);
      const set = { impactedAccounts };
      await this.control('POST', 'put', {
        region,
        service: 'security-ir',
        resource: 'case',
        id: caseId,
        set,
      });
    }
  }

  /** Creates running jobs, and returns their global ids. */
  async putRunningJobs(count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, (_each, index) => index.toString(16).padStart(32, '0'));
    const set = { name: 'job', jobType: 'ONE_TIME', jobStatus: 'RUNNING' };
    for (const id of ids) await this.control('POST', 'put', { service: 'macie2', resource: 'job', id, set });
    return ids.map((jobId) => encodeId({ kind: 'ClassificationJob', target: 'default', jobId }));
  }

  stop(): Promise<void> {
    return this.program.stop();
  }

  private async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/_emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`The emulator responded to ${method} ${path} with status ${response.status}.`);
    return response.json();
  }
}
