// Several gateways that share an emulator without resources, a Redis and an audit trail.
import { startTestEmulator, type RecordedCall, type TestEmulator } from './emulator';
import { RedisServer } from './redis';
import { Replica } from './replica';
import { AuditTrails } from './audit-trails';

const READS = /^(Describe|Get|List)/;

export class Replicas {
  private readonly running = new Set<Replica>();

  private constructor(
    readonly emulator: TestEmulator,
    readonly redis: RedisServer | undefined,
    readonly trails: AuditTrails,
  ) {}

  static async open({ redis }: { readonly redis: boolean }): Promise<Replicas> {
    return new Replicas(
      await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } }),
      redis ? await RedisServer.start() : undefined,
      await AuditTrails.open(),
    );
  }

  /** @param settings further environment variables. */
  async start(settings: NodeJS.ProcessEnv = {}): Promise<Replica> {
    const env = await this.trails.next();
    if (this.redis !== undefined) env.VALKEY_URL = this.redis.url;
    const replica = await Replica.start(this.emulator.url, { ...env, ...settings });
    this.running.add(replica);
    return replica;
  }

  async kill(replica: Replica): Promise<void> {
    this.running.delete(replica);
    await replica.kill();
  }

  /** Ends all running gateways with SIGTERM, and returns their exit codes. */
  async stop(): Promise<(number | null)[]> {
    const codes = await Promise.all([...this.running].map((replica) => replica.stop()));
    this.running.clear();
    return codes;
  }

  async close(): Promise<void> {
    await Promise.all([...this.running].map((replica) => this.kill(replica)));
    await this.redis?.kill();
    await this.trails.close();
    await this.emulator.close();
  }

  async put(service: string, resource: string, id: string, set: object, more: object = {}): Promise<void> {
    await this.emulator.control('POST', '/put', { service, resource, id, set, ...more });
  }

  async putRunningJob(jobId: string): Promise<void> {
    await this.put('macie2', 'job', jobId, { name: 'job', jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
  }

  async forgetCalls(): Promise<void> {
    await this.emulator.control('DELETE', '/calls');
  }

  /** The AWS calls that change resources, in the order in which AWS executed them. */
  async updates(): Promise<RecordedCall[]> {
    return (await this.emulator.calls()).filter(({ operation }) => !READS.test(operation));
  }
}

/** Job ids that differ in their last digits. */
export const jobIds = (count: number): string[] =>
  Array.from({ length: count }, (_each, index) => index.toString(16).padStart(32, '0'));
