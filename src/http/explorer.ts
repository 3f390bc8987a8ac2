/**
 * The explorer: GraphiQL at /. The browser loads every asset from the gateway, by URLs relative to the page, so that the
 * page works below the path prefix of a proxy.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { BuiltPage, serveAssets, type BuiltPageOptions, type PageNames } from './built-page';

/** A proxy may serve the page without a slash at the end of its prefix: the relative URLs then need the slash. */
const ADD_SLASH =
  "if (!location.pathname.endsWith('/')) history.replaceState(null, '', `${location.pathname}/${location.search}${location.hash}`);";

const EXPLORER: PageNames = {
  name: 'explorer',
  assetsPath: '/explorer/',
  // The Monaco editor needs inline styles. Scripts may come only from the gateway's files, except for ADD_SLASH.
  policy: [
    `script-src 'self' 'sha256-${createHash('sha256').update(ADD_SLASH).digest('base64')}'`,
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
  ],
};

export interface ExplorerOptions extends BuiltPageOptions {
  /** True when the gateway serves the console, which the page then links to. */
  readonly console: boolean;
}

interface Manifest {
  readonly script: string;
  readonly style: string;
  readonly editorWorker: string;
  readonly graphqlWorker: string;
  readonly jsonWorker: string;
}

/** Registers the page and its assets. Until the assets are built, the page shows that and reloads itself. */
export async function serveExplorer(app: FastifyInstance, options: ExplorerOptions): Promise<void> {
  await serveAssets(app, EXPLORER, options);
  const page = new BuiltPage<Manifest>(EXPLORER, options);
  app.get('/', (_request, reply) => page.send(reply, (manifest) => render(manifest, options)));
}

function render(manifest: Manifest, { endpoint, emulated, console }: ExplorerOptions): string {
  const at = (file: string) => `.${EXPLORER.assetsPath}${file}`;
  const link = console ? ' <a href="./console/">Console</a>' : '';
  const notice = emulated
    ? `<p class="notice">Made-up data: the gateway runs on its AWS emulator.${link}</p>`
    : `<p class="notice live">Live AWS accounts: mutations change them.${link}</p>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>secops-graph explorer</title>
    <script>${ADD_SLASH}</script>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${at(manifest.style)}" />
  </head>
  <body>
    ${notice}
    <div
      id="explorer"
      data-endpoint=".${endpoint}"
      data-emulated="${emulated}"
      data-editor-worker="${at(manifest.editorWorker)}"
      data-graphql-worker="${at(manifest.graphqlWorker)}"
      data-json-worker="${at(manifest.jsonWorker)}"
    ></div>
    <script type="module" src="${at(manifest.script)}"></script>
  </body>
</html>
`;
}
