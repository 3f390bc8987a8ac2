// Rolling restarts behind nginx and HAProxy, with their default retry settings: no request fails.
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../support/free-port';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';
import { jobGlobalId } from '../support/resources';
import { describeWithProxiesAndRedis, HaProxy, Nginx } from '../support/reverse-proxies';

const REPLICAS = 3;
/** The whole check has three (ROLLING_ROUNDS=3). */
const ROUNDS = Number(process.env.ROLLING_ROUNDS ?? 2);
/** Longer than two checks of HAProxy, 500 ms apart, and a reload of nginx on a busy machine. */
const DRAIN_DELAY_SECONDS = 3;
/** The whole check has 20,000 requests (ROLLING_REQUESTS=20000). */
const REQUESTS = Number(process.env.ROLLING_REQUESTS ?? 6_000);
/** The reads with AWS calls per second: what the clients send, and what they must reach on a busy machine. */
const READS_PER_SECOND = { sent: 130, required: 40 };
const MIN_CHANGES = 50;
/**
 * Clients of each proxy, each of which sends one request after the other. Few send without a pause, so that those with a fixed rate get
 * their share of the processor.
 */
const CLIENTS = { typename: 2, reads: 12, changes: 2 };
/** The pause of a client between two changes, in milliseconds. */
const CHANGE_PAUSE = 100;
/** Consecutive responses after which HAProxy has found the gateways that do not run: several rounds over all of them. */
const SETTLED = 20;

/** Milliseconds: about 60 seconds on an idle machine with two cores, and 130 for the whole check. */
const TIMEOUT = 300_000;

/** One load through nginx, and one through HAProxy. */
const LOADS = 2;

const TYPENAME = '{ __typename }';
const TYPENAME_ANSWER = '200 {"data":{"__typename":"Query"}}';
/** Differs for each name: single-flight would merge identical reads. */
const read = (name: string) =>
  `{ classificationJobs(first: 1, filter: { name: { eq: "${name}" } }) { completeness { complete } nodes { status } } }`;
const changeOf = (id: string, name: string) =>
  `mutation { ${name}(input: { id: "${jobGlobalId(id)}" }) { outcome userErrors { code } } }`;
const changeAnswer = (name: string) => `200 {"data":{"${name}":{"outcome":"APPLIED","userErrors":[]}}}`;
const CHANGES = ['pauseClassificationJob', 'resumeClassificationJob'] as const;
const READ_ANSWER = '200 {"data":{"classificationJobs":{"completeness":{"complete":true},"nodes":[]}}}';

/** Sends a query by POST, which no proxy repeats, and returns the status and the body, or the error. */
function post(port: number, agent: Agent, query: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request({
      agent,
      port,
      host: '127.0.0.1',
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    sent.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve(`${response.statusCode ?? ''} ${body.trim()}`);
      });
      response.on('error', ({ message }) => {
        resolve(message);
      });
    });
    sent.on('error', ({ message }) => {
      resolve(message);
    });
    sent.end(JSON.stringify({ query }));
  });
}

/** Clients of a proxy, which send requests until `stop`. */
class Load {
  sent = 0;
  reads = 0;
  changes = 0;
  readonly failures: string[] = [];
  private isStopped = false;
  private readonly clients: Promise<void>[];

  /** @param jobs running jobs, which no other load changes. */
  constructor(
    private readonly port: number,
    private readonly agent: Agent,
    jobs: readonly string[],
  ) {
    this.clients = [
      ...Array.from({ length: CLIENTS.typename }, () => this.sendTypenames()),
      ...Array.from({ length: CLIENTS.reads }, () => this.sendReads()),
      ...jobs.map((id) => this.sendChanges(id)),
    ];
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.clients);
    this.agent.destroy();
  }

  private async sendTypenames(): Promise<void> {
    while (!this.isStopped) await this.send(TYPENAME, TYPENAME_ANSWER);
  }

  /** Sends at a fixed rate, and catches up after slow responses. */
  private async sendReads(): Promise<void> {
    const interval = (LOADS * CLIENTS.reads * 1_000) / READS_PER_SECOND.sent;
    for (let due = performance.now() + interval * Math.random(); !this.isStopped; due += interval) {
      await delay(Math.max(0, due - performance.now()));
      this.reads += 1;
      await this.send(read(`${this.port}-${this.reads}`), READ_ANSWER);
    }
  }

  private async sendChanges(id: string): Promise<void> {
    for (let count = 0; !this.isStopped; count += 1) {
      const name = CHANGES[count % 2] ?? CHANGES[0];
      this.changes += 1;
      await this.send(changeOf(id, name), changeAnswer(name));
      await delay(CHANGE_PAUSE);
    }
  }

  private async send(query: string, expected: string): Promise<void> {
    this.sent += 1;
    const answer = await post(this.port, this.agent, query);
    if (answer !== expected) this.failures.push(answer);
  }
}

/** The status of /readyz; undefined when the gateway has ended. */
async function statusOf({ url }: Replica): Promise<number | undefined> {
  try {
    return (await fetch(new URL('/readyz', url))).status;
  } catch {
    return undefined;
  }
}

/** HAProxy takes all servers for ready until its first checks. */
async function settled({ port }: HaProxy): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (let count = 0; count < SETTLED; count += 1) {
    if ((await post(port, agent, TYPENAME)) !== TYPENAME_ANSWER) count = -1;
  }
  agent.destroy();
}

describeWithProxiesAndRedis('replicas/rolling-restart')('behind nginx and HAProxy', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
  });

  afterAll(() => replicas.close());

  const start = async (port: number) => {
    const replica = await replicas.start({
      PORT: String(port),
      DRAIN_DELAY_SECONDS: String(DRAIN_DELAY_SECONDS),
    });
    while ((await statusOf(replica)) !== 200) await delay(20);
    return { port, replica };
  };

  test(
    'no request fails while three gateways restart again and again, one after the other',
    async () => {
      // One port more than gateways run at the same time: the next gateway starts while an old one ends.
      const ports = await Promise.all(Array.from({ length: REPLICAS + 2 }, freePort));
      const jobs = jobIds(LOADS * CLIENTS.changes);
      for (const id of jobs) await replicas.putRunningJob(id);
      let running = await Promise.all(ports.slice(0, REPLICAS).map(start));
      const free = ports.slice(REPLICAS);
      const used = () => running.map(({ port }) => port);
      const nginx = await Nginx.start(used());
      const haproxy = await HaProxy.start(ports);
      await settled(haproxy);
      for (const { replica } of running) await replica.changes();
      const startedAt = performance.now();
      // Without connections that stay open: a reload of nginx closes those of its clients.
      const loads = [
        new Load(nginx.port, new Agent({ keepAlive: false }), jobs.slice(0, CLIENTS.changes)),
        new Load(haproxy.port, new Agent({ keepAlive: true }), jobs.slice(CLIENTS.changes)),
      ];
      const sum = (count: (load: Load) => number) => loads.reduce((total, load) => total + count(load), 0);
      let next = start(free.shift() ?? 0);
      for (let restart = 0; restart < REPLICAS * ROUNDS; restart += 1) {
        running.push(await next);
        nginx.use(used());
        const [old, ...rest] = running;
        if (old === undefined) throw new Error('No gateway runs.');
        old.replica.program.kill('SIGTERM');
        while ((await statusOf(old.replica)) === 200) await delay(20);
        running = rest;
        nginx.use(used());
        const isLast = restart === REPLICAS * ROUNDS - 1;
        if (!isLast) next = start(free.shift() ?? 0);
        expect(await old.replica.program.exit()).toBe(0);
        free.push(old.port);
      }
      while (sum(({ sent }) => sent) < REQUESTS) await delay(50);
      const seconds = (performance.now() - startedAt) / 1_000;
      const readsPerSecond = sum(({ reads }) => reads) / seconds;
      await Promise.all(loads.map((load) => load.stop()));
      await nginx.close();
      await haproxy.close();
      expect(loads.flatMap(({ failures }) => failures)).toEqual([]);
      expect(readsPerSecond).toBeGreaterThan(READS_PER_SECOND.required);
      expect(sum(({ changes }) => changes)).toBeGreaterThan(MIN_CHANGES);
      expect(await replicas.emulator.control('GET', '/calls/counts')).toMatchObject({
        ListClassificationJobs: sum(({ reads }) => reads),
        UpdateClassificationJob: sum(({ changes }) => changes),
      });
      process.stdout.write(
        `${sum(({ sent }) => sent)} requests in ${seconds.toFixed(0)} s, ${readsPerSecond.toFixed(0)} reads per second\n`,
      );
    },
    TIMEOUT,
  );
});
