/** The build of the explorer: esbuild bundles its page and the workers of its editor. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PACKAGE, ROOT } from './built-files.mjs';

const { resolve } = createRequire(import.meta.url);
const out = join(ROOT, 'dist/explorer');

export const explorer = {
  out,
  inputs: [join(PACKAGE, 'src/explorer'), join(PACKAGE, 'examples')],
  bundle,
};

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
    entryPoints: [join(PACKAGE, 'src/explorer/explorer.ts')],
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
