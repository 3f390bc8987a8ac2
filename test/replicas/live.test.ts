// Three gateways with one history, killed in turn: two hundred subscribers who reconnect get every event once and in order.
import { setTimeout as delay } from 'node:timers/promises';
import { EVENT_STREAM, EventStream, type StreamMessage } from '../support/event-stream';
import { describeWithPostgres, hasPostgres, withClient } from '../support/postgres';
import { describeWithRedis } from '../support/redis';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';
import { jobGlobalId } from '../support/resources';

const SUBSCRIBERS = 200;
const SECONDS = 40;
/** Milliseconds between two kills. */
const KILL_EVERY = 6_000;
/** Milliseconds: at most as long as a subscriber waits before it reconnects. */
const MAX_JITTER = 1_000;
/** Milliseconds without a new event, after which the history is complete. */
const QUIET = 5_000;
/** The jobs that another client of AWS changes, and those that clients of the gateways change. */
const [OBSERVED, CHANGED] = [jobIds(24).slice(0, 12), jobIds(24).slice(12)];
const NEXT = { RUNNING: 'IDLE', IDLE: 'USER_PAUSED', USER_PAUSED: 'RUNNING' } as const;
const SETTINGS = {
  HISTORY: 'on',
  HISTORY_INTERVAL_SECONDS: '2',
  MAX_STREAMS: '1000',
  MAX_STREAMS_PER_CALLER: '1000',
  MAX_CONNECTIONS_PER_ADDRESS: '2000',
};
/** The events whose way from one gateway to the subscriber of another one is measured. */
const MEASURED = 60;

/** Milliseconds: about 75 seconds on an idle machine with two cores. */
const TIMEOUT = 240_000;

/** A subscriber that reconnects with its last position to a random gateway, until `stop`. */
class Subscriber {
  /** The positions of the events, in the order in which they came. */
  readonly positions: number[] = [];
  readonly gaps: (readonly [from: number, to: number])[] = [];
  /** The position of the first message: the subscriber must get every event behind it. */
  start: number | undefined;
  connects = 0;
  private position: string | undefined;
  private stream: EventStream | undefined;
  private isStopped = false;
  readonly done: Promise<void>;

  constructor(private readonly running: readonly Replica[]) {
    this.done = this.run();
  }

  get last(): number {
    return Number(this.position ?? 0);
  }

  stop(): void {
    this.isStopped = true;
    this.stream?.abort();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        await this.follow();
      } catch {
        await delay(Math.random() * MAX_JITTER);
      }
    }
  }

  /** Reads one stream until it breaks. */
  private async follow(): Promise<void> {
    const replica = this.running[Math.floor(Math.random() * this.running.length)];
    if (replica === undefined) throw new Error('No gateway runs.');
    const variables = this.position === undefined ? {} : { after: this.position };
    this.stream = await EventStream.open(replica.url, { query: EVENT_STREAM, variables });
    this.connects += 1;
    for (;;) this.receive(await this.stream.message());
  }

  private receive(message: StreamMessage): void {
    const position = message.__typename === 'Gap' ? message.to : message.position;
    if (message.__typename === 'ResourceEvent') this.positions.push(Number(position));
    if (message.__typename === 'Gap') this.gaps.push([Number(message.from), Number(message.to)]);
    this.start ??= Number(position);
    this.position = position as string;
  }
}

const both = (suite: string) => (hasPostgres ? describeWithRedis(suite) : describeWithPostgres(suite));

both('streams of three replicas')('streams of three replicas', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
    for (const jobId of [...OBSERVED, ...CHANGED]) await replicas.putRunningJob(jobId);
  });

  afterAll(() => replicas.close());

  /** The positions of all events in the database, read without the gateways. */
  async function positionsInDatabase(): Promise<readonly number[]> {
    const { DATABASE_URL = '' } = await replicas.trails.next();
    const text = 'SELECT position FROM history_events ORDER BY position';
    const { rows } = await withClient(DATABASE_URL, (client) => client.query<{ position: string }>(text));
    return rows.map(({ position }) => Number(position));
  }

  const pause = (replica: Replica | undefined, jobId: string, name: 'pause' | 'resume') =>
    replica?.ask(`mutation { ${name}ClassificationJob(input: { id: "${jobGlobalId(jobId)}" }) { outcome } }`);

  test(
    'subscribers get every event once and in order, although one gateway after the other is killed',
    async () => {
      const running = [
        await replicas.start(SETTINGS),
        await replicas.start(SETTINGS),
        await replicas.start(SETTINGS),
      ];
      await running[0]?.changes();
      const subscribers = Array.from({ length: SUBSCRIBERS }, () => new Subscriber(running));
      while (subscribers.some(({ start }) => start === undefined)) await delay(100);
      const end = performance.now() + SECONDS * 1_000;
      let kills = 0;
      const observe = async () => {
        const statuses = new Map<string, keyof typeof NEXT>();
        for (let turn = 0; performance.now() < end; turn += 1) {
          const jobId = OBSERVED[turn % OBSERVED.length] ?? '';
          const status = NEXT[statuses.get(jobId) ?? 'RUNNING'];
          await replicas.put('macie2', 'job', jobId, { jobStatus: status });
          statuses.set(jobId, status);
          await delay(400);
        }
      };
      const change = async () => {
        for (let turn = 0; performance.now() < end; turn += 1) {
          const name = Math.floor(turn / CHANGED.length) % 2 === 0 ? 'pause' : 'resume';
          await pause(running[turn % running.length], CHANGED[turn % CHANGED.length] ?? '', name);
          await delay(150);
        }
      };
      const kill = async () => {
        for (let turn = 0; performance.now() < end; turn += 1) {
          await delay(KILL_EVERY);
          const [victim] = running.splice(turn % running.length, 1);
          if (victim === undefined) continue;
          await replicas.kill(victim);
          kills += 1;
          running.push(await replicas.start(SETTINGS));
        }
      };
      await Promise.all([observe(), change(), kill()]);

      let positions = await positionsInDatabase();
      for (let count = -1; count < positions.length; positions = await positionsInDatabase()) {
        count = positions.length;
        await delay(QUIET);
      }
      const newest = positions.at(-1) ?? 0;
      const deadline = performance.now() + 60_000;
      while (subscribers.some(({ last }) => last < newest) && performance.now() < deadline) await delay(100);
      for (const subscriber of subscribers) subscriber.stop();
      await Promise.all(subscribers.map(({ done }) => done));

      const findings = subscribers.map(({ positions: received, gaps, start = 0 }) => {
        const known = new Set(received);
        const isInGap = (position: number) => gaps.some(([from, to]) => position > from && position <= to);
        return {
          lost: positions.filter((each) => each > start && !known.has(each) && !isInGap(each)).length,
          repeated: received.length - known.size,
          unordered: received.filter((each, index) => index > 0 && each < (received[index - 1] ?? 0)).length,
          unknown: received.filter((each) => !positions.includes(each)).length,
        };
      });
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      const figures = {
        kills,
        events: positions.length,
        deliveries: sum(subscribers.map(({ positions: received }) => received.length)),
        reconnects: sum(subscribers.map(({ connects }) => connects - 1)),
        gaps: sum(subscribers.map(({ gaps }) => gaps.length)),
        lost: sum(findings.map(({ lost }) => lost)),
        repeated: sum(findings.map(({ repeated }) => repeated)),
      };
      process.stdout.write(
        `${SUBSCRIBERS} subscribers of three killed gateways: ${JSON.stringify(figures)}\n`,
      );
      expect(findings).toEqual(findings.map(() => ({ lost: 0, repeated: 0, unordered: 0, unknown: 0 })));
      expect(kills).toBeGreaterThanOrEqual(5);
      expect(figures.reconnects).toBeGreaterThan(SUBSCRIBERS);
      expect(positions.length).toBeGreaterThan(100);
      expect(await replicas.stop()).toEqual([0, 0, 0]);
    },
    TIMEOUT,
  );

  test('an event of one gateway reaches the subscriber of another one within half a second', async () => {
    const [writer, reader] = [await replicas.start(SETTINGS), await replicas.start(SETTINGS)];
    await writer.changes();
    const jobId = 'e'.repeat(32);
    await replicas.putRunningJob(jobId);
    const stream = await EventStream.open(reader.url, {
      query: `subscription { resourceEvents {
        __typename ... on ResourceEvent { cause observedAt }
      } }`,
    });
    await stream.next('Heartbeat');
    const milliseconds: number[] = [];
    for (let turn = 0; turn < MEASURED; turn += 1) {
      const changed = pause(writer, jobId, turn % 2 === 0 ? 'pause' : 'resume');
      let event = await stream.next('ResourceEvent');
      while (event.cause !== 'GATEWAY') event = await stream.next('ResourceEvent');
      milliseconds.push(Date.now() - Date.parse(event.observedAt as string));
      await changed;
      await delay(50);
    }
    const sorted = milliseconds.toSorted((one, other) => one - other);
    const at = (part: number) => sorted[Math.floor(part * sorted.length)] ?? Infinity;
    const figures = { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) };
    process.stdout.write(
      `Milliseconds from one gateway to a subscriber of another: ${JSON.stringify(figures)}\n`,
    );
    expect(figures.p95).toBeLessThanOrEqual(500);
    stream.abort();
    expect(await replicas.stop()).toEqual([0, 0]);
  });
});
