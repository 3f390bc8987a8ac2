/** The program: reads the environment, starts the emulator when asked to, and the gateway on top. */
import { join } from 'node:path';
import { readConfig } from './config/config';
import { StartError } from './domain/errors';
import { startEmbeddedEmulator } from './app/emulator';
import { createLogger } from './observability/logs/logger';
import { logProcessEvents } from './observability/logs/process-events';

const EXAMPLE_QUERY = '{ classificationJobs(first: 3) { nodes { name status } } }';

/** Where the build puts them, beside the compiled program. */
const EXPLORER_ASSETS = join(__dirname, '../explorer');

/** Milliseconds for what may still run when all is closed. */
const EXIT_DELAY_MS = 200;

// The SDK is pinned on purpose: its notice about later versions is not for those who run the gateway.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  logProcessEvents(logger);
  const { tracedAs } = config.operations;
  // Loaded only where it is wanted, and before the gateway: it has to be there before what it traces.
  const tracing =
    tracedAs === undefined
      ? undefined
      : (await import('./observability/traces/start.js')).startTracing(tracedAs, logger);
  const { startGateway } = await import('./app/serve.js');
  const emulator = config.awsMode === 'emulator' ? await startEmbeddedEmulator(process.env) : undefined;
  const gateway = await startGateway(config, awsOf(emulator), logger, {
    explorerAssets: EXPLORER_ASSETS,
    spans: tracing?.spans,
  });
  const signIn = config.identity === 'ANONYMOUS' ? '' : ' -H "authorization: Bearer $TOKEN"';
  print(
    `secops-graph listens at ${gateway.url}`,
    emulator === undefined
      ? `AWS: live, targets ${config.targets.map(({ name }) => name).join(', ')}`
      : `AWS: emulated at ${emulator.url}; all data is made up`,
    `Health: ${gateway.operationsOrigin}/readyz, metrics: ${gateway.operationsOrigin}/metrics`,
    ...(config.explorer ? [`Explorer: ${gateway.origin}/`] : []),
    'Try:',
    `  curl -s ${gateway.url}${signIn} -H 'content-type: application/json' -d '{"query":"${EXAMPLE_QUERY}"}'`,
  );
  stopOnSignal(async () => {
    await gateway.close();
    await tracing?.stop();
    await emulator?.close();
    // What has been given up is not waited for.
    setTimeout(() => process.exit(0), EXIT_DELAY_MS).unref();
  });
}

function awsOf(emulator: { readonly url: string } | undefined) {
  return emulator === undefined
    ? ({ mode: 'live' } as const)
    : ({ mode: 'emulator', endpoint: emulator.url } as const);
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= stop().catch(fail);
    });
  }
}

/** A line that says what to change for what its reader can mend, else where it was thrown. */
function fail(error: unknown): void {
  const line = explain(error);
  const details = line === undefined ? { err: error } : {};
  createLogger('fatal').fatal(details, line ?? 'secops-graph cannot go on');
  process.exit(1);
}

function explain(error: unknown): string | undefined {
  if (error instanceof StartError) return error.message;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const where = `${address ?? ''}:${port ?? ''}`;
  switch (code) {
    case 'EADDRINUSE':
      return `${where} is in use: set PORT to a free port, or stop what listens there.`;
    case 'EACCES':
      return `${where} may not be listened on: set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${where} is not an address of this machine: set HOST to one that is.`;
    default:
      return undefined;
  }
}

main().catch(fail);
