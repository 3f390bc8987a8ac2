/** The compiler of all TypeScript sources, with swc. It does not check types; `npm run typecheck` does. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import swcOptions from './swc-options.cjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Source folders and their output folders. Missing folders are skipped, because the container image lacks some. */
const OUTPUTS = [
  ...['src', 'schema', 'resolvers', 'scripts', 'bench'].map((folder) => [folder, `dist/${folder}`]),
  ['packages/client-security-ir/src', 'packages/client-security-ir/dist'],
  ['packages/aws-emulator/src', 'packages/aws-emulator/dist'],
];

export async function compile() {
  const present = OUTPUTS.filter(([source]) => existsSync(join(ROOT, source)));
  await Promise.all(present.map(([source, output]) => compileFolder(join(ROOT, source), join(ROOT, output))));
}

async function compileFolder(source, output) {
  const files = filesIn(source).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const written = await Promise.all(
    files.map(async (file) => {
      const { code, map } = await transformFile(join(source, file), {
        ...swcOptions,
        swcrc: false,
        sourceMaps: true,
      });
      const script = file.replace(/\.ts$/, '.js');
      const name = script.split('/').at(-1);
      write(join(output, script), `${code}\n//# sourceMappingURL=${name}.map\n`);
      write(join(output, `${script}.map`), map);
      return [script, `${script}.map`];
    }),
  );
  removeStale(output, new Set(written.flat()));
}

/** Writes a file only if its content changes, so that file watchers do not react to unchanged files. */
function write(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Removes scripts whose source was deleted or renamed, so that no import finds them. */
function removeStale(output, written) {
  for (const file of filesIn(output)) {
    if (/\.js(\.map)?$/.test(file) && !written.has(file)) rmSync(join(output, file));
  }
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile();
