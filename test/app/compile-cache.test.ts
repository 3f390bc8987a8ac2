// The compile cache: its folder, and starts without it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DIST = join(__dirname, '../../dist');
const HAS_COMPILE_CACHE = 'enableCompileCache' in process.getBuiltinModule('node:module');

/** The folder of the cache in a process with these variables that loads the compiled module. */
function folder(env: NodeJS.ProcessEnv, root = DIST): string {
  const script = `require('./src/app/compile-cache.js');
    process.stdout.write(require('node:module').getCompileCacheDir?.() ?? 'none');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout;
}

test('is beside the compiled program, where the version of Node.js has one', () => {
  expect(folder({})).toMatch(HAS_COMPILE_CACHE ? /\/dist\/compile-cache(\/|$)/ : /^none$/);
});

test('is in NODE_COMPILE_CACHE if that is set', () => {
  expect(folder({ NODE_COMPILE_CACHE: join(DIST, 'other') })).toMatch(
    HAS_COMPILE_CACHE ? /\/dist\/other(\/|$)/ : /^none$/,
  );
});

test('is off, without a failure, where its folder cannot be created', () => {
  const root = mkdtempSync(join(tmpdir(), 'compile-cache-'));
  mkdirSync(join(root, 'src/app'), { recursive: true });
  cpSync(join(DIST, 'src/app/compile-cache.js'), join(root, 'src/app/compile-cache.js'));
  writeFileSync(join(root, 'compile-cache'), 'a file');
  expect(folder({}, root)).toBe('none');
});
