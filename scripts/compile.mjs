/** Compiles every TypeScript source to JavaScript with swc. It checks no types: `npm run typecheck` does. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import swcOptions from './swc-options.cjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Source folders and their outputs. A folder that is missing, as in the image, is skipped. */
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
  removeOthers(output, new Set(written.flat()));
}

/** Files that did not change keep their time, and programs that run from them are not disturbed. */
function write(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Scripts whose source was deleted or renamed must not be found by an import. */
function removeOthers(output, written) {
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
