/** The explorer: GraphiQL at /, with everything it loads from the gateway itself. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the assets lie below the page; their names change with their contents. */
const ASSETS_PATH = '/explorer/';

const YEAR = 31_536_000_000;

/** Monaco styles what it draws by inline styles; scripts come from files alone. */
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
  /** The folder that the build has put the explorer's assets into. */
  readonly assets: string;
  /** The path of the GraphQL endpoint. */
  readonly endpoint: string;
  /** True when the data is made up. */
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
    <p>The explorer is being built. This page reloads itself until it is ready; /graphql already answers.</p>
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

/** Until the assets are built, the page says so and reloads itself. */
export async function serveExplorer(app: FastifyInstance, options: ExplorerOptions): Promise<void> {
  const { assets } = options;
  await app.register(fastifyStatic, {
    root: assets,
    prefix: ASSETS_PATH,
    index: false,
    immutable: true,
    maxAge: YEAR,
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

/** The page, or undefined while the bundler has not finished: it writes the manifest last. */
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
