// The package as npm packs it, installed in an empty folder: its command, its jest example and its types. Takes a minute.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeWithBoto3 } from '../../../test/support/boto3';
import { PACKAGE, readmeBlocks, ROOT, runJest, runReadmeSuite } from './support/readme';

const run = promisify(execFile);

const DEPENDENCY = 'zod@4.6.7';
const SDK_CLIENT = '@aws-sdk/client-macie2@3.1048.0';

const reachesRegistry = spawnSync('npm', ['view', DEPENDENCY, 'version'], { timeout: 30_000 }).status === 0;
const inCi = process.env.CI === 'true';
if (!reachesRegistry && !inCi) {
  process.stderr.write('Skipped: package.test.ts needs an npm registry, and npm cannot reach one.\n');
}

(!reachesRegistry && !inCi ? describe.skip : describe)('the packed package', () => {
  let temporary: string;
  let consumer: string;
  let packed: string[];

  beforeAll(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'aws-emulator-package-'));
    const { archive, files } = await pack(join(temporary, 'repository'));
    packed = files;
    consumer = join(temporary, 'consumer');
    mkdirSync(consumer);
    writeFileSync(join(consumer, 'package.json'), '{ "private": true }');
    const options = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
    await run('npm', ['install', ...options, archive, SDK_CLIENT], { cwd: consumer });
  }, 300_000);

  afterAll(() => {
    rmSync(temporary, { recursive: true });
  });

  test('contains compiled files with their types, the README, the changelog and the license, and nothing else', () => {
    const others = packed.filter((file) => !/^dist\/.*\.(js|d\.ts)$/.test(file));
    expect(others.toSorted()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
    expect(packed).toEqual(expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/bin.js']));
    // A file of an earlier build that the sources do not have.
    expect(packed).not.toContain('dist/stale.js');
  });

  test('is installed with zod and no other package of this repository', () => {
    expect(readdirSync(join(consumer, 'node_modules/@secops-graph'))).toEqual(['aws-emulator']);
    expect(readdirSync(join(consumer, 'node_modules'))).toContain('zod');
  });

  test('runs the jest suite of the README', async () => {
    const { passed, failed } = await runReadmeSuite(consumer);
    expect(failed).toEqual([]);
    expect(passed).toHaveLength(3);
  }, 120_000);

  test('runs a jest suite in TypeScript, and its types compile', async () => {
    writeFileSync(join(consumer, 'typed.test.ts'), TYPESCRIPT_SUITE);
    const { passed, failed } = await runJest(consumer, 'typed.test.ts', {
      transform: { '^.+\\.ts$': [require.resolve('@swc/jest'), { module: { type: 'commonjs' } }] },
    });
    expect({ passed, failed }).toEqual({ passed: ['counts the calls of a client'], failed: [] });
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const typeRoots = join(ROOT, 'node_modules/@types');
    const options = [
      '--strict',
      '--noEmit',
      '--module',
      'node16',
      '--target',
      'es2022',
      '--exactOptionalPropertyTypes',
    ];
    const types = ['--types', 'node,jest', '--typeRoots', typeRoots];
    const compiled = run(process.execPath, [tsc, ...options, ...types, 'typed.test.ts'], { cwd: consumer });
    await expect(compiled).resolves.toMatchObject({ stdout: '' });
  }, 120_000);

  describe('the command', () => {
    let url: string;
    let stop: () => Promise<number | null>;

    beforeAll(async () => {
      const program = spawn(join(consumer, 'node_modules/.bin/aws-emulator'), [], {
        env: { PATH: process.env.PATH, EMULATOR_PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [output] = (await once(program.stdout, 'data')) as [Buffer];
      [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output.toString()) ?? [];
      stop = async () => {
        program.kill('SIGTERM');
        const [code] = (await once(program, 'exit')) as [number | null];
        return code;
      };
    });

    describeWithBoto3('package.test.ts')('with boto3', () => {
      test('serves the example of the README', async () => {
        const [example = ''] = readmeBlocks('python');
        const script = example.replace('http://127.0.0.1:4566', url);
        expect(script).toContain(url);
        const { stdout } = await run('python3', ['-c', script]);
        expect(stdout).toBe('25 members\n');
      });
    });

    test('ends on SIGTERM', async () => {
      expect((await fetch(`${url}/_emulator/calls/counts`)).status).toBe(200);
      expect(await stop()).toBe(0);
    });
  });
});

const TYPESCRIPT_SUITE = `
import { startEmulator, type Emulator, type EmulatorOptions, type LoggedCall } from '@secops-graph/aws-emulator';

const options: EmulatorOptions = { seed: 'typed', sizes: { jobs: 1 } };

let emulator: Emulator;
beforeAll(async () => void (emulator = await startEmulator(options)));
beforeEach(() => emulator.control('POST', '/reset'));
afterAll(() => emulator.close());

test('counts the calls of a client', async () => {
  await fetch(\`\${emulator.url}/macie\`, { headers: { authorization: SIGNATURE } });
  const calls = (await emulator.control('GET', '/calls')) as readonly LoggedCall[];
  expect(calls.map(({ operation, status }) => [operation, status])).toEqual([['GetMacieSession', 200]]);
});

const SIGNATURE =
  'AWS4-HMAC-SHA256 Credential=111122223333/20261121/us-east-1/macie2/aws4_request, ' +
  'SignedHeaders=host;x-amz-date, Signature=' + '0'.repeat(64);
`;

/** Packs a copy of the package, so that the dist folder which other suites run from stays as it is. */
async function pack(folder: string): Promise<{ archive: string; files: string[] }> {
  const copy = join(folder, 'packages/aws-emulator');
  for (const name of ['src', 'package.json', 'tsconfig.json', 'README.md', 'CHANGELOG.md', 'LICENSE']) {
    cpSync(join(PACKAGE, name), join(copy, name), { recursive: true });
  }
  cpSync(join(ROOT, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(copy, 'dist'));
  writeFileSync(join(copy, 'dist/stale.js'), '');
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: copy });
  // A script may print before the report.
  const [report] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
    { filename: string; files: { path: string }[] },
  ];
  return { archive: join(folder, report.filename), files: report.files.map(({ path }) => path) };
}
