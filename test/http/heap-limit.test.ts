// The limit of V8's old generation, with the options of Node.js that change it or the young generation.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { oldGenerationLimit } from '../../src/http/heap-limit';

const MEGABYTE = 1024 * 1024;

test.each([
  ['the limit of the old generation', ['--max-old-space-size=128'], 176, 128],
  ['underscores', ['--max_old_space_size=128'], 176, 128],
  ['the last of two limits', ['--max-old-space-size=128', '--max-old-space-size=96'], 144, 96],
  ['both limits', ['--max-old-space-size=128', '--max-semi-space-size=64'], 320, 128],
  ['the limit of the semi-spaces', ['--max-semi-space-size=64'], 4_288, 4_096],
  ['semi-spaces that V8 rounds up', ['--max-semi-space-size=48'], 4_288, 4_096],
  ['no option', ['--enable-source-maps'], 1_280, 1_250],
])('%s', (_name, options, heapLimit, expected) => {
  expect(oldGenerationLimit(options, heapLimit * MEGABYTE)).toBe(expected * MEGABYTE);
});

/** In megabytes, in a process. */
function limitWith(options: readonly string[], nodeOptions: string): number {
  const file = join(__dirname, '../../dist/src/http/heap-limit.js');
  const script = `console.log(require(${JSON.stringify(file)}).oldGenerationLimit() / ${MEGABYTE})`;
  const { stdout } = spawnSync(process.execPath, [...options, '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: nodeOptions },
  });
  return Number(stdout);
}

test('reads the options of the command line and of NODE_OPTIONS', () => {
  expect(limitWith(['--max-old-space-size=128'], '')).toBe(128);
  expect(limitWith([], '--no-warnings --max-old-space-size=96 --max-semi-space-size=64')).toBe(96);
  expect(limitWith(['--max-old-space-size=128'], '--max-old-space-size=96')).toBe(128);
});

test('without the option for the old generation, the limit is that of V8', () => {
  const [byDefault, withLargeSemiSpaces] = [limitWith([], ''), limitWith(['--max-semi-space-size=64'], '')];
  expect(byDefault).toBeGreaterThan(withLargeSemiSpaces * 0.97);
  expect(byDefault).toBeLessThanOrEqual(withLargeSemiSpaces);
});
