/** Runs the Relay compiler: types beside the sources, and the texts of all operations in persisted-documents.json. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compiler from 'relay-compiler';

const here = dirname(fileURLToPath(import.meta.url));

// The compiler keeps the entries of operations that no longer exist, and adds none for files that did not change.
writeFileSync(join(here, 'persisted-documents.json'), '{}\n');
for (const entry of readdirSync(join(here, 'src/app'), { recursive: true, withFileTypes: true })) {
  if (entry.name === '__generated__') rmSync(join(entry.parentPath, entry.name), { recursive: true });
}
const { status, output } = spawnSync(compiler, ['relay.config.json'], { cwd: here, encoding: 'utf8' });
if (status !== 0) {
  process.stderr.write(output.join(''));
  process.exitCode = 1;
}
