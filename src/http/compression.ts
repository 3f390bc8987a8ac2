/** Compression of responses, negotiated by Accept-Encoding as RFC 9110 defines it. */
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, RouteOptions } from 'fastify';

/** The content codings, the preferred one first: at these levels brotli takes half the processor time of gzip for the same size. */
const CODINGS = ['br', 'gzip'] as const;
const BROTLI_QUALITY = 3;
const GZIP_LEVEL = 6;

/** The smallest body that is compressed, in bytes. A smaller one fits into one packet anyway. */
const MIN_BYTES = 1_000;

/**
 * The largest body that is compressed in the event loop, in bytes: a page of 200 rows, for about two milliseconds. A
 * stream compresses larger ones in other threads, which costs twice the processor time.
 */
const MAX_SYNC_BYTES = 131_072;

const VARY = 'accept-encoding';

/** Compresses the responses of all routes that are added to `app` afterwards. The bodies of requests are not decompressed. */
export async function compressResponses(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', ({ raw: { headers } }, _reply, done) => {
    const { 'accept-encoding': accepted } = headers;
    if (accepted !== undefined) headers['accept-encoding'] = expandWildcard(accepted);
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (dependsOnCoding(reply)) addVary(reply);
    done(null, payload);
  });
  await app.register(compress, {
    globalDecompression: false,
    threshold: MIN_BYTES,
    syncThreshold: MAX_SYNC_BYTES,
    encodings: [...CODINGS, 'identity'],
    zlibOptions: { level: GZIP_LEVEL },
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
  app.addHook('onRoute', sendWithoutFailedCompression);
}

/** Sends a response as it is when its compression fails, for lack of memory: the response is true, and an error would not be. */
function sendWithoutFailedCompression(route: RouteOptions): void {
  const hooks = [route.onSend ?? []].flat();
  const compression = hooks.pop();
  if (compression === undefined) return;
  const guarded: typeof compression = function (this: FastifyInstance, request, reply, payload, done) {
    const finish = (error: Error | null = null, value?: unknown) => {
      if (error !== null) void reply.removeHeader('content-encoding');
      done(null, error === null ? value : payload);
    };
    void compression.call(this, request, reply, payload, finish);
  };
  route.onSend = [...hooks, guarded];
}

/** Every type of content that the gateway sends is compressible. A response without content has no type; 304 has the Vary of the content. */
function dependsOnCoding(reply: FastifyReply): boolean {
  return reply.hasHeader('content-type') || reply.statusCode === 304;
}

/** Keeps the Vary header of CORS. */
function addVary(reply: FastifyReply): void {
  const others = [reply.getHeader('vary') ?? []].flat();
  void reply.header('vary', [...others, VARY].join(', '));
}

/**
 * Replaces the wildcard by the codings that it stands for, which are those that the header does not name. The plugins
 * read it as gzip, even where the header rejects gzip.
 */
function expandWildcard(accepted: string): string {
  const entries = accepted.toLowerCase().split(',');
  const names = entries.map((entry) => entry.split(';', 1)[0]?.trim());
  const wildcard = entries[names.indexOf('*')];
  if (wildcard === undefined) return accepted;
  const isGzipNamed = names.includes('x-gzip');
  const unnamed = CODINGS.filter((coding) => !names.includes(coding) && !(coding === 'gzip' && isGzipNamed));
  const named = entries.filter((_entry, index) => names[index] !== '*');
  return [...named, ...unnamed.map((coding) => wildcard.replace('*', coding))].join(',');
}
