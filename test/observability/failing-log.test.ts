// The log of the program cannot be written: reads and changes get their true responses, and the gateway counts and reports lost lines.
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describeWith } from '../support/describe-with';
import { useHarness } from '../support/harness';
import { LogPipe, SmallDisk } from '../support/log-sinks';
import { boundFor, ObservedGateway, REQUESTS_OF_CHANGE } from '../support/observed-gateway';
import { runProgram } from '../support/program';

interface Line {
  readonly msg: string;
  readonly level: number;
  readonly lines?: number;
  readonly since?: string;
}

const harness = useHarness();

const LOST = 'Log lines were lost, because the log could not be written';
/** The buffer of the log holds 1 MiB, and a line of these requests has at least 500 bytes. */
const REQUESTS_TO_FILL = 2_600;
/** A pipe holds 64 KiB. */
const REQUESTS_TO_FILL_PIPE = 200;
/** The deadline of the shutdown is 11 s for requests in flight; there are none. */
const SHUTDOWN_MS = 8_000;

let bound = 0;

beforeAll(async () => {
  const pipe = new LogPipe();
  const gateway = await ObservedGateway.start(harness, { stderr: pipe.descriptor });
  bound = boundFor(await gateway.readAndChange());
  expect(await gateway.counted()).toEqual({ requests: REQUESTS_OF_CHANGE, dropped: 0 });
  await gateway.stop();
  expect(linesOf(pipe.read()).map(({ msg }) => msg)).toEqual([
    'started',
    'request',
    'request',
    'request',
    'draining',
    'stopped',
  ]);
  pipe.close();
}, 60_000);

function linesOf(text: string): Line[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Line);
}

/** Reads and changes before and after the buffer of the log is full. */
async function loseLines(gateway: ObservedGateway): Promise<void> {
  expect(await gateway.readAndChange()).toBeLessThan(bound);
  await gateway.sendMany(REQUESTS_TO_FILL);
  expect(await gateway.readAndChange()).toBeLessThan(bound);
  const { requests, dropped } = await gateway.counted();
  expect(requests).toBe(REQUESTS_TO_FILL + 2 * REQUESTS_OF_CHANGE);
  expect(dropped).toBeGreaterThan(0);
  expect(dropped).toBeLessThan(requests);
}

/** Waits for the line about lost lines. The log has it once, and a line for each request that was not lost. */
async function expectReport(gateway: ObservedGateway, read: () => string, from: Date): Promise<void> {
  const { requests, dropped } = await gateway.counted();
  let text = '';
  while (!text.includes(LOST) || !text.endsWith('\n')) {
    await delay(50);
    text += read();
  }
  const lines = linesOf(text);
  const [line, ...others] = lines.filter(({ msg }) => msg === LOST);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ level: 40, lines: dropped });
  const since = new Date(line?.since ?? '').getTime();
  expect(since).toBeGreaterThanOrEqual(from.getTime());
  expect(since).toBeLessThanOrEqual(Date.now());
  expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(requests - dropped);
  expect(await gateway.readAndChange()).toBeLessThan(bound);
  expect((await gateway.counted()).dropped).toBe(dropped);
}

test('a full device as standard error', async () => {
  const full = openSync('/dev/full', 'a');
  const gateway = await ObservedGateway.start(harness, { stderr: full });
  await loseLines(gateway);
  expect(await gateway.stop()).toBeLessThan(SHUTDOWN_MS);
  closeSync(full);
}, 120_000);

test('a full device as standard output and standard error', async () => {
  const full = openSync('/dev/full', 'a');
  const gateway = await ObservedGateway.start(harness, { stdout: full, stderr: full });
  expect(await gateway.readAndChange()).toBeLessThan(bound);
  expect(await gateway.stop()).toBeLessThan(SHUTDOWN_MS);
  closeSync(full);
}, 60_000);

test('a pipe that nobody reads until later', async () => {
  const pipe = new LogPipe();
  const from = new Date();
  const gateway = await ObservedGateway.start(harness, { stderr: pipe.descriptor });
  await loseLines(gateway);
  await expectReport(gateway, () => pipe.read(), from);
  await gateway.stop();
  pipe.close();
}, 120_000);

test('a pipe that nobody reads does not delay the end of the program', async () => {
  const pipe = new LogPipe();
  const gateway = await ObservedGateway.start(harness, { stdout: pipe.descriptor, stderr: pipe.descriptor });
  await gateway.sendMany(REQUESTS_TO_FILL_PIPE);
  expect(await gateway.readAndChange()).toBeLessThan(bound);
  expect(await gateway.stop()).toBeLessThan(SHUTDOWN_MS);
  pipe.close();
}, 60_000);

test('a pipe whose reader is gone, until a new reader opens it', async () => {
  const pipe = new LogPipe();
  const from = new Date();
  const gateway = await ObservedGateway.start(harness, { stderr: pipe.descriptor });
  pipe.closeReader();
  await loseLines(gateway);
  pipe.openReader();
  await expectReport(gateway, () => pipe.read(), from);
  await gateway.stop();
  pipe.close();
}, 120_000);

test('standard output and standard error whose reader is gone', async () => {
  const pipe = new LogPipe();
  pipe.closeReader();
  const gateway = await ObservedGateway.start(harness, { stdout: pipe.descriptor, stderr: pipe.descriptor });
  expect(await gateway.readAndChange()).toBeLessThan(bound);
  expect(await gateway.stop()).toBeLessThan(SHUTDOWN_MS);
  pipe.close();
}, 60_000);

describeWith(
  SmallDisk.isPossible(),
  'observability/failing-log',
  'the right to mount a file system',
)('a full disk', () => {
  test('that has room again later', async () => {
    const disk = new SmallDisk();
    const from = new Date();
    const gateway = await ObservedGateway.start(harness, { stderr: disk.descriptor });
    disk.fill();
    await loseLines(gateway);
    disk.free();
    let length = 0;
    const read = () => {
      const text = disk.text().slice(length);
      length += text.length;
      return text;
    };
    await expectReport(gateway, read, from);
    await gateway.stop();
    disk.close();
  }, 120_000);

  test('does not delay the end of the program', async () => {
    const disk = new SmallDisk();
    const gateway = await ObservedGateway.start(harness, { stderr: disk.descriptor });
    disk.fill();
    await gateway.sendMany(REQUESTS_TO_FILL_PIPE);
    expect(await gateway.stop()).toBeLessThan(SHUTDOWN_MS);
    disk.close();
  }, 60_000);
});

describe('the last lines of a program', () => {
  test('a start error is on standard error', async () => {
    const program = runProgram('main.js', { PORT: 'none' });
    expect(await program.exit()).toBe(1);
    expect(linesOf(program.stderr())).toMatchObject([{ level: 60 }]);
  });

  test('a start error that cannot be written ends the program', async () => {
    const full = openSync('/dev/full', 'a');
    const program = runProgram('main.js', { PORT: 'none' }, { output: { stdout: full, stderr: full } });
    expect(await program.exit()).toBe(1);
    closeSync(full);
  });
});
