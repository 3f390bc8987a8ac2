/** The build of the explorer: bundles its page into dist/explorer, unless its inputs have not changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const out = join(root, 'dist/explorer');
const manifestFile = join(out, 'manifest.json');
const { resolve } = createRequire(import.meta.url);

/** A hash of all inputs of the bundles. The lockfile substitutes for the packages. */
function hashInputs() {
  const hash = createHash('sha256');
  const folders = [join(here, 'src'), join(here, 'examples')];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  );
  for (const file of [...files, join(root, 'package-lock.json')])
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function isUpToDate(stamp) {
  return existsSync(manifestFile) && JSON.parse(readFileSync(manifestFile, 'utf8')).stamp === stamp;
}

async function bundle() {
  const shared = {
    bundle: true,
    minify: true,
    metafile: true,
    outdir: out,
    entryNames: '[name]-[hash]',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const page = await build({
    ...shared,
    entryPoints: [join(here, 'src/explorer.ts')],
    format: 'esm',
    splitting: true,
    target: 'es2022',
    loader: { '.ttf': 'file', '.woff2': 'file', '.graphql': 'text' },
  });
  const workers = await build({
    ...shared,
    entryPoints: {
      'editor.worker': resolve('monaco-editor/esm/vs/editor/editor.worker.js'),
      'graphql.worker': resolve('monaco-graphql/esm/graphql.worker.js'),
      'json.worker': resolve('monaco-editor/esm/vs/language/json/json.worker.js'),
    },
    format: 'iife',
  });
  const files = [page, workers].flatMap(({ metafile }) => Object.keys(metafile.outputs));
  const find = (pattern) => files.map((file) => file.split('/').at(-1)).find((name) => pattern.test(name));
  return {
    script: find(/^explorer-.*\.js$/),
    style: find(/^explorer-.*\.css$/),
    editorWorker: find(/^editor\.worker-/),
    graphqlWorker: find(/^graphql\.worker-/),
    jsonWorker: find(/^json\.worker-/),
  };
}

const stamp = hashInputs();
if (!isUpToDate(stamp)) {
  rmSync(out, { recursive: true, force: true });
  writeFileSync(manifestFile, JSON.stringify({ stamp, ...(await bundle()) }));
}
