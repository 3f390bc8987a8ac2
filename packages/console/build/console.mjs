/** The build of the console: Vite bundles its page, split by route. */
import { join } from 'node:path';
import { build as bundleScript } from 'esbuild';
import { build } from 'vite';
import relay from 'vite-plugin-relay';
import { PACKAGE, ROOT } from './built-files.mjs';

const out = join(ROOT, 'dist/console');
const sources = join(PACKAGE, 'src/app');

export const consolePage = {
  out,
  inputs: [sources],
  bundle,
};

async function bundle() {
  const { output } = await build({
    root: PACKAGE,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    // The URLs of chunks are relative to the file that loads them: the gateway may be below a path prefix.
    base: './',
    plugins: [relay],
    build: {
      outDir: out,
      assetsDir: '.',
      // buildPage has emptied the folder.
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      // Bytes before compression; a test holds the budget of the first page.
      chunkSizeWarningLimit: 800,
      // Browsers that run the page's modules preload them, too.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { console: join(sources, 'main.tsx') },
        onLog: (level, log, handle) => {
          // Mantine marks each of its files for React servers.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  });
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  const styles = output.map(({ fileName }) => fileName).filter((name) => /^console-.*\.css$/.test(name));
  return { script: entry.fileName, preload: entry.imports, styles, colorScheme: await bundleColorScheme() };
}

/** A classic script that the browser runs before it paints; modules run after the page is parsed. */
async function bundleColorScheme() {
  const { metafile } = await bundleScript({
    entryPoints: { 'color-scheme': join(sources, 'theme/apply-color-scheme.ts') },
    bundle: true,
    minify: true,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    outdir: out,
    entryNames: '[name]-[hash]',
    logLevel: 'warning',
  });
  return Object.keys(metafile.outputs)[0].split('/').at(-1);
}
