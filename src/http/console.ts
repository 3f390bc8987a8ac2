/**
 * The console: a web application below /console/, which routes in the browser. Every path below it is the same page, so an
 * address survives a reload. All URLs are relative, so that it works below the path prefix of a proxy.
 */
import type { FastifyInstance } from 'fastify';
import { BuiltPage, serveAssets, type BuiltPageOptions, type PageNames } from './built-page';
import type { ConsoleSettings } from './console-settings';

const PATH = '/console/';

export interface ConsoleOptions extends BuiltPageOptions {
  /** True when the gateway serves the explorer, which the page then links to. */
  readonly explorer: boolean;
  readonly settings: ConsoleSettings;
  /** True when the gateway accepts no anonymous request. */
  readonly requiresSignIn: boolean;
  /** The known origins of presigned URLs, to which the page uploads attachments. */
  readonly transferOrigins: readonly string[];
}

interface Manifest {
  readonly script: string;
  /** Scripts that the entry imports. */
  readonly preload: readonly string[];
  readonly styles: readonly string[];
  /** The script that applies the color scheme before the browser paints. */
  readonly colorScheme: string;
}

/** Registers the page and its assets. Until the assets are built, the page shows that and reloads itself. */
export async function serveConsole(app: FastifyInstance, options: ConsoleOptions): Promise<void> {
  const names: PageNames = { name: 'console', assetsPath: `${PATH}assets/`, policy: policyOf(options) };
  await serveAssets(app, names, options);
  const page = new BuiltPage<Manifest>(names, options);
  // The prefix of a proxy is unknown here: a relative address keeps it.
  app.get('/console', (_request, reply) => reply.redirect('console/', 308));
  app.get(`${PATH}*`, (request, reply) => {
    const root = pathToRoot(request.url);
    return page.send(reply, (manifest) => render(manifest, root, options));
  });
}

function policyOf({ settings: { signIn, connectOrigins }, transferOrigins }: ConsoleOptions): string[] {
  const issuer = signIn === undefined ? [] : [new URL(signIn.issuer).origin];
  const connect = new Set(["'self'", ...issuer, ...connectOrigins, ...transferOrigins]);
  return [
    "script-src 'self'",
    `connect-src ${[...connect].join(' ')}`,
    // Mantine writes its variables and the sizes of elements into inline styles.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
  ];
}

/** The relative URL of /console/ from a path below it, such as `../` from /console/jobs/1. */
function pathToRoot(url: string): string {
  const [path = ''] = url.split('?', 1);
  const depth = path.slice(PATH.length).split('/').length - 1;
  return depth === 0 ? './' : '../'.repeat(depth);
}

function render(manifest: Manifest, root: string, options: ConsoleOptions): string {
  const at = (file: string) => `${root}assets/${file}`;
  const head = [
    `<script src="${at(manifest.colorScheme)}"></script>`,
    ...manifest.styles.map((file) => `<link rel="stylesheet" href="${at(file)}" />`),
    ...manifest.preload.map((file) => `<link rel="modulepreload" href="${at(file)}" />`),
    `<script type="module" src="${at(manifest.script)}"></script>`,
  ];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>secops-graph</title>
    <link rel="icon" href="data:," />
    ${head.join('\n    ')}
  </head>
  <body>
    <div
      id="console"
      ${attributesOf(root, options).join('\n      ')}
    ></div>
    <noscript>The console needs JavaScript.</noscript>
  </body>
</html>
`;
}

function attributesOf(root: string, options: ConsoleOptions): string[] {
  const { endpoint, emulated, explorer, requiresSignIn, settings } = options;
  const { issuer, clientId, scope, audience } = settings.signIn ?? {};
  const values = {
    root,
    endpoint: `${root}..${endpoint}`,
    emulated: String(emulated),
    explorer: explorer ? `${root}../` : undefined,
    'sign-in': requiresSignIn ? 'required' : undefined,
    'oidc-issuer': issuer,
    'oidc-client-id': clientId,
    'oidc-scope': scope,
    'oidc-audience': audience,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`data-${name}="${escapeAttribute(value)}"`],
  );
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
