/**
 * The explorer: GraphiQL at /. The browser loads every asset from the gateway, by URLs relative to the page, so that the
 * page works below the path prefix of a proxy.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The path prefix of the assets. An asset's file name contains a hash of its contents, so browsers can cache it forever. */
const ASSETS_PATH = '/explorer/';

/** One year. */
const ASSET_MAX_AGE_MS = 31_536_000_000;

/** A proxy may serve the page without a slash at the end of its prefix: the relative URLs then need the slash. */
const ADD_SLASH =
  "if (!location.pathname.endsWith('/')) history.replaceState(null, '', `${location.pathname}/${location.search}${location.hash}`);";

/** The Monaco editor needs inline styles. Scripts may come only from the gateway's files, except for ADD_SLASH. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(ADD_SLASH).digest('base64')}'`,
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export interface ExplorerOptions {
  /** The folder with the explorer's built assets. */
  readonly assets: string;
  /** The path of the GraphQL endpoint. */
  readonly endpoint: string;
  /** True when the gateway runs on the emulator. */
  readonly emulated: boolean;
  /** True to send the assets that the build compressed to clients that accept them. */
  readonly compression: boolean;
}

const RELOAD_SECONDS = 2;

const PENDING_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="refresh" content="${RELOAD_SECONDS}" />
    <title>secops-graph explorer</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <p>The build of the explorer is running. This page reloads until the build is done. The endpoint is available.</p>
  </body>
</html>
`;

interface Manifest {
  readonly script: string;
  readonly style: string;
  readonly editorWorker: string;
  readonly graphqlWorker: string;
  readonly jsonWorker: string;
}

/** Registers the page and its assets. Until the assets are built, the page shows that and reloads itself. */
export async function serveExplorer(app: FastifyInstance, options: ExplorerOptions): Promise<void> {
  const { assets, compression } = options;
  await app.register(fastifyStatic, {
    root: assets,
    preCompressed: compression,
    // A request for a compressed file itself would compress it again.
    allowedPath: (path) => !/\.(?:br|gz)$/.test(path),
    prefix: ASSETS_PATH,
    index: false,
    immutable: true,
    maxAge: ASSET_MAX_AGE_MS,
    setHeaders: (response) => {
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
  let page: string | undefined;
  app.get('/', (_request, reply) => {
    page ??= renderPage(options);
    return page === undefined
      ? reply
          .code(503)
          .headers({ ...PAGE_HEADERS, 'retry-after': String(RELOAD_SECONDS) })
          .send(PENDING_PAGE)
      : reply.headers(PAGE_HEADERS).send(page);
  });
}

/** The page; undefined until the build has written the manifest, its last file. */
function renderPage(options: ExplorerOptions): string | undefined {
  const file = join(options.assets, 'manifest.json');
  if (!existsSync(file)) return undefined;
  return render(JSON.parse(readFileSync(file, 'utf8')) as Manifest, options);
}

function render(manifest: Manifest, { endpoint, emulated }: ExplorerOptions): string {
  const at = (file: string) => `.${ASSETS_PATH}${file}`;
  const notice = emulated
    ? '<p class="notice">Made-up data: the gateway runs on its AWS emulator.</p>'
    : '<p class="notice live">Live AWS accounts: mutations change them.</p>';
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
