/** The compression benchmark: bytes and CPU time of the gateway per response, for each content coding and number of jobs. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { startLoadEnvironment, type LoadEnvironment } from './load/environment';
import { SINGLE_TARGET_QUERIES } from './queries';
import { table } from './table';
import { progress, runProgram } from './run';

const RESULTS_FILE = join(__dirname, '../../bench/COMPRESSION.md');

const CODINGS = ['identity', 'gzip', 'br'] as const;
type Coding = (typeof CODINGS)[number];

const SIZES = [200, 25, 1];
const CLIENTS = 4;

/** Each round measures every coding, so that other load affects all of them equally. */
const FULL = { rounds: 10, responses: 100 };
const QUICK = { rounds: 3, responses: 60 };

interface Measured {
  readonly jobs: number;
  readonly coding: Coding;
  readonly bytes: number;
  /** The CPU time of one response in milliseconds. */
  readonly ms: number;
}

async function main(args: readonly string[]): Promise<void> {
  const environment = await startLoadEnvironment();
  const agent = new Agent({ keepAlive: true });
  try {
    await environment.emulator.setLatency(0);
    const measured: Measured[] = [];
    for (const jobs of SIZES) {
      progress(`${jobs} jobs`);
      measured.push(...(await measure(environment, agent, jobs, args.includes('--quick') ? QUICK : FULL)));
    }
    const text = report(measured);
    process.stdout.write(text);
    if (args.includes('--write')) writeFileSync(RESULTS_FILE, text);
  } finally {
    agent.destroy();
    await environment.close();
  }
}

async function measure(
  { url, gateway }: LoadEnvironment,
  agent: Agent,
  jobs: number,
  { rounds, responses }: typeof FULL,
): Promise<Measured[]> {
  const post = (coding: Coding) => receive(url, agent, jobs, coding);
  const run = async (coding: Coding) => {
    const before = await gateway.processorMs();
    const client = async () => {
      for (let sent = 0; sent < responses / CLIENTS; sent += 1) await post(coding);
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return (await gateway.processorMs()) - before;
  };
  const spent: Record<Coding, number> = { identity: 0, gzip: 0, br: 0 };
  for (const coding of CODINGS) await run(coding);
  for (let round = 0; round < rounds; round += 1)
    for (const coding of CODINGS) spent[coding] += await run(coding);
  return Promise.all(
    CODINGS.map(async (coding) => ({
      jobs,
      coding,
      bytes: await post(coding),
      ms: spent[coding] / (rounds * responses),
    })),
  );
}

/** Requests a page of jobs, and returns the size of the body in bytes as it was sent. Rejects unless the coding is as requested. */
async function receive(url: string, agent: Agent, jobs: number, coding: Coding): Promise<number> {
  const query = SINGLE_TARGET_QUERIES[0]?.request.query.replace('first: 200', `first: ${jobs}`);
  const sent = request(url, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json', 'accept-encoding': coding },
  }).end(JSON.stringify({ query }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  const { 'content-encoding': received = 'identity' } = response.headers;
  const isSmall = jobs === 1 && received === 'identity';
  if (response.statusCode !== 200 || (received !== coding && !isSmall))
    throw new Error(`The response has the status ${response.statusCode ?? 0} and the coding ${received}.`);
  return bytes;
}

function report(measured: readonly Measured[]): string {
  const rows = measured.map(({ jobs, coding, bytes, ms }) => {
    const plain = measured.find((each) => each.jobs === jobs && each.coding === 'identity');
    const share = (value: number, of = Number.NaN) => `${((100 * value) / of).toFixed(0)} %`;
    return [`${jobs}`, coding, `${bytes}`, share(bytes, plain?.bytes), ms.toFixed(2), share(ms, plain?.ms)];
  });
  return [
    '# Compression',
    '',
    `\`npm run bench:compression -- --write\`, ${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}).`,
    'Bytes of the body, and CPU time of the gateway for the whole request, in all its threads. Compare the shares of',
    'identity: the absolute times depend on the machine. The response for one job is smaller than 1 kB.',
    '',
    table(['jobs', 'coding', 'bytes', 'of identity', 'CPU ms', 'of identity'], rows, 2),
    '',
  ].join('\n');
}

runProgram(() => main(process.argv.slice(2)));
