/** The explorer: GraphiQL at /, with everything it loads from the gateway itself. */
import { readFileSync } from 'node:fs';
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

interface Manifest {
  readonly script: string;
  readonly style: string;
  readonly editorWorker: string;
  readonly graphqlWorker: string;
  readonly jsonWorker: string;
}

/** Throws when the assets have not been built. */
export async function serveExplorer(app: FastifyInstance, options: ExplorerOptions): Promise<void> {
  const { assets } = options;
  const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Manifest;
  const page = render(manifest, options);
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
  app.get('/', (_request, reply) => reply.headers(PAGE_HEADERS).send(page));
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
