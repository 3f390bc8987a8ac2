/** Runs the Relay compiler: types beside the sources, and the texts of all operations in persisted-documents.json. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compiler from 'relay-compiler';

const here = dirname(fileURLToPath(import.meta.url));

// The compiler keeps the entries of operations that no longer exist.
writeFileSync(join(here, 'persisted-documents.json'), '{}\n');
const { status, output } = spawnSync(compiler, ['relay.config.json'], { cwd: here, encoding: 'utf8' });
if (status !== 0) {
  process.stderr.write(output.join(''));
  process.exitCode = 1;
}
