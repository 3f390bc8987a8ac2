/** The start program of the gateway: compiles its sources, and bundles the web pages in the background. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

await compile();
// The gateway serves these folders, which the bundler fills.
for (const page of ['explorer', 'console']) mkdirSync(join(ROOT, 'dist', page), { recursive: true });
const bundler = spawn(process.execPath, [join(ROOT, 'packages/console/build.mjs')], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
bundler.unref();
process.on('exit', () => bundler.kill());
createRequire(import.meta.url)('../dist/src/main.js');
