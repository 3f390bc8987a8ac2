/** The explorer: GraphiQL at /. The browser loads every asset from the gateway. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The path prefix of the assets. An asset's file name contains a hash of its contents, so browsers can cache it forever. */
const ASSETS_PATH = '/explorer/';

/** One year. */
const ASSET_MAX_AGE_MS = 31_536_000_000;

/** The Monaco editor needs inline styles. Scripts may come only from the gateway's files. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
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
    <p>The build of the explorer is running. This page reloads until the build is done. /graphql is available.</p>
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
  const { assets } = options;
  await app.register(fastifyStatic, {
    root: assets,
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
  const at = (file: string) => `${ASSETS_PATH}${file}`;
  const notice = emulated
    ? '<p class="notice">Made-up data: the gateway runs on its AWS emulator.</p>'
    : '<p class="notice live">Live AWS accounts: mutations change them.</p>';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>secops-graph explorer</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${at(manifest.style)}" />
  </head>
  <body>
    ${notice}
    <div
      id="explorer"
      data-endpoint="${endpoint}"
      data-editor-worker="${at(manifest.editorWorker)}"
      data-graphql-worker="${at(manifest.graphqlWorker)}"
      data-json-worker="${at(manifest.jsonWorker)}"
    ></div>
    <script type="module" src="${at(manifest.script)}"></script>
  </body>
</html>
`;
}
