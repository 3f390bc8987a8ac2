// A gateway without the emulator's package, which production installs omit.
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../support/program';

const ROOT = join(__dirname, '../..');

/** A copy of the compiled gateway whose packages lack the emulator, as after `npm ci --omit=dev`. */
function installWithoutEmulator(folder: string): void {
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  const modules = join(folder, 'node_modules');
  cpSync(join(ROOT, 'node_modules'), modules, {
    recursive: true,
    filter: (source) => source === join(ROOT, 'node_modules'),
  });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@secops-graph') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
}

test('with AWS_MODE=emulator and without the package, the gateway stops with one line that explains how to install it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-production-'));
  try {
    installWithoutEmulator(folder);
    const program = runProgram(join(folder, 'dist/src/main.js'), { AWS_MODE: 'emulator', PORT: '0' });
    expect(await program.exit()).toBe(1);
    expect(program.stderr().trim().split('\n')).toHaveLength(1);
    expect(program.stderr()).toContain('run npm ci without --omit=dev, or set AWS_MODE=live');
    expect(program.stdout()).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
