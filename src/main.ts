/** The entry point: reads the configuration, starts the emulator if configured, then the gateway. */
import { join } from 'node:path';
import { readConfig } from './config/config';
import { StartError } from './domain/errors';
import { startEmbeddedEmulator } from './app/emulator';
import { createLogger } from './observability/logs/logger';
import { logProcessEvents } from './observability/logs/process-events';

const EXAMPLE_QUERY = '{ classificationJobs(first: 3) { nodes { name status } } }';

/** The output folder of the explorer's build, beside the compiled program. */
const EXPLORER_ASSETS = join(__dirname, '../explorer');

/** The time for remaining work after everything is closed, before the process exits. */
const EXIT_DELAY_MS = 200;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  logProcessEvents(logger);
  const { tracedAs } = config.operations;
  // Loaded only when tracing is on, and before the gateway: the instrumentation must be active before the modules that it traces load.
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
    // Abandoned work must not keep the process running.
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

/** Logs one line that states what to change when the error has one, otherwise the error and its stack, and exits with code 1. */
function fail(error: unknown): void {
  const line = startupMessage(error);
  const details = line === undefined ? { err: error } : {};
  createLogger('fatal').fatal(details, line ?? 'The gateway stopped because of an unexpected error.');
  process.exit(1);
}

/** Undefined when the error is not one that the operator can fix. */
function startupMessage(error: unknown): string | undefined {
  if (error instanceof StartError) return error.message;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const hostAndPort = `${address ?? ''}:${port ?? ''}`;
  switch (code) {
    case 'EADDRINUSE':
      return `${hostAndPort} is in use: set PORT to a free port, or stop the process that listens on it.`;
    case 'EACCES':
      return `The process may not listen on ${hostAndPort}: set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${hostAndPort} is not an address of this machine: set HOST to a local address.`;
    default:
      return undefined;
  }
}

main().catch(fail);
