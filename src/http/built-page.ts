/** A page that the build bundles: its static files, its headers, and the page that substitutes for it until the build is done. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** One year. */
const ASSET_MAX_AGE_MS = 31_536_000_000;

const RELOAD_SECONDS = 2;

export interface BuiltPageOptions {
  /** The folder with the built assets of the page. */
  readonly assets: string;
  /** The path of the GraphQL endpoint. */
  readonly endpoint: string;
  /** True when the gateway runs on the emulator. */
  readonly emulated: boolean;
  /** True to send the assets that the build compressed to clients that accept them. */
  readonly compression: boolean;
}

/** The name, the assets and the policy of one page. */
export interface PageNames {
  /** Such as `explorer`. */
  readonly name: string;
  /** The path prefix of the assets. An asset's file name contains a hash of its contents, so browsers can cache it forever. */
  readonly assetsPath: string;
  /** The content security policy, in addition to the rules that all pages have. */
  readonly policy: readonly string[];
}

/** Rules that leave a page only what its own policy adds. */
const SHARED_POLICY = {
  first: ["default-src 'none'"],
  last: ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
};

function headersOf({ policy }: PageNames) {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [...SHARED_POLICY.first, ...policy, ...SHARED_POLICY.last].join('; '),
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** Registers the assets of the page. */
export async function serveAssets(
  app: FastifyInstance,
  { assetsPath }: PageNames,
  { assets, compression }: BuiltPageOptions,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: assets,
    preCompressed: compression,
    // A request for a compressed file itself would compress it again.
    allowedPath: (path) => !/\.(?:br|gz)$/.test(path),
    prefix: assetsPath,
    index: false,
    immutable: true,
    maxAge: ASSET_MAX_AGE_MS,
    // One instance decorates the reply; the pages send none of these files themselves.
    decorateReply: false,
    setHeaders: (response) => {
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
}

/** Sends a page with its headers. Until the build has written the manifest, its last file, the page says so and reloads itself. */
export class BuiltPage<Manifest> {
  private readonly manifestFile: string;

  constructor(
    private readonly names: PageNames,
    { assets }: BuiltPageOptions,
  ) {
    this.manifestFile = join(assets, 'manifest.json');
  }

  send(reply: FastifyReply, render: (manifest: Manifest) => string): FastifyReply {
    const headers = headersOf(this.names);
    const manifest = this.readManifest();
    return manifest === undefined
      ? reply
          .code(503)
          .headers({ ...headers, 'retry-after': String(RELOAD_SECONDS) })
          .send(pendingPage(this.names.name))
      : reply.headers(headers).send(render(manifest));
  }

  /** Read for each request: a build beside the running gateway replaces the files. */
  private readManifest(): Manifest | undefined {
    if (!existsSync(this.manifestFile)) return undefined;
    return JSON.parse(readFileSync(this.manifestFile, 'utf8')) as Manifest;
  }
}

const pendingPage = (name: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="refresh" content="${RELOAD_SECONDS}" />
    <title>secops-graph ${name}</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <p>The build of the ${name} is running. This page reloads until the build is done. The endpoint is available.</p>
  </body>
</html>
`;
