/** The entry point: reads the configuration, starts the emulator if configured, then the gateway. */
import './app/compile-cache';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from './config/config';
import { StartError } from './domain/errors';
import { startEmbeddedEmulator } from './app/emulator';
import { listenForSignals, type StopSignal } from './app/signals';
import { VERSION } from './app/version';
import { openLog, type Log } from './observability/logs/logger';
import { logProcessEvents } from './observability/logs/process-events';

const EXAMPLE_QUERY = '{ classificationJobs(first: 3) { nodes { name status } } }';

/** The output folders of the pages' builds, beside the compiled program. */
const EXPLORER_ASSETS = join(__dirname, '../explorer');
const CONSOLE_ASSETS = join(__dirname, '../console');

/** The time for remaining work after everything is closed, before the process exits. */
const EXIT_DELAY_MS = 200;
/** The maximum wait for a start that a signal interrupts. Until the gateway listens there is no request to complete. */
const START_LIMIT_MS = 1_000;

let log: Log | undefined;
let failing: Promise<void> | undefined;

interface Running {
  close(): Promise<void>;
}

/** Resolves when the gateway listens. Rejects as soon as possible when `signal` aborts. */
async function start(signal: AbortSignal): Promise<Running> {
  const config = readConfig(process.env);
  log = openLog(config.logLevel);
  const { logger, droppedLines } = log;
  logProcessEvents(log);
  const { tracedAs } = config.operations;
  // Loaded only when tracing is on, and before the gateway: the instrumentation must be active before the modules that it traces load.
  const tracing =
    tracedAs === undefined
      ? undefined
      : (await import('./observability/traces/start.js')).startTracing(tracedAs, logger);
  const { startGateway } = await import('./app/serve.js');
  const emulator = config.awsMode === 'emulator' ? await startEmbeddedEmulator(process.env) : undefined;
  signal.throwIfAborted();
  const gateway = await startGateway(config, awsOf(emulator), logger, {
    explorerAssets: EXPLORER_ASSETS,
    consoleAssets: CONSOLE_ASSETS,
    spans: tracing?.spans,
    droppedLogLines: droppedLines,
  });
  signal.throwIfAborted();
  const signIn = config.identity === 'ANONYMOUS' ? '' : ' -H "authorization: Bearer $TOKEN"';
  print(
    `secops-graph listens at ${gateway.url}`,
    emulator === undefined
      ? `AWS: live, targets ${config.targets.map(({ name }) => name).join(', ')}`
      : `AWS: emulated at ${emulator.url}; all data is made up`,
    `Health: ${gateway.operationsOrigin}/readyz, metrics: ${gateway.operationsOrigin}/metrics`,
    ...(config.console ? [`Console: ${gateway.origin}/console/`] : []),
    ...(config.explorer ? [`Explorer: ${gateway.origin}/`] : []),
    'Try:',
    `  curl -s ${gateway.url}${signIn} -H 'content-type: application/json' -d '{"query":"${EXAMPLE_QUERY}"}'`,
  );
  const { limits, openFiles, reservedFiles } = gateway.connectionPlan;
  const connections = { connections: limits.total, connectionsPerAddress: limits.perAddress };
  logger.info({ version: VERSION, ...connections, openFiles, reservedFiles }, 'started');
  return {
    close: async () => {
      await gateway.close();
      await tracing?.stop();
      await emulator?.close();
    },
  };
}

/** Closes the gateway that runs, or ends its start, and exits with code 0. */
async function stop(
  reason: StopSignal,
  starting: Promise<Running>,
  interruption: AbortController,
): Promise<void> {
  const running = await Promise.race([starting, delay(START_LIMIT_MS, undefined, { ref: false })]);
  if (running === undefined) interruption.abort();
  const { logger, flush } = (log ??= openLog('info'));
  if (running !== undefined) {
    logger.info({ version: VERSION, reason }, 'draining');
    await running.close();
  }
  logger.info({ version: VERSION, reason }, 'stopped');
  await flush();
  // Abandoned work must not keep the process running.
  const exit = setTimeout(() => process.exit(0), EXIT_DELAY_MS);
  if (running !== undefined) exit.unref();
}

function awsOf(emulator: { readonly url: string } | undefined) {
  return emulator === undefined
    ? ({ mode: 'live' } as const)
    : ({ mode: 'emulator', endpoint: emulator.url } as const);
}

/** Standard output may be a full disk or a pipe without a reader. */
function print(...lines: string[]): void {
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Exits after the first error. A start that fails while a signal ends it also fails the stop. */
function fail(error: unknown): Promise<void> {
  return (failing ??= exitWith(error));
}

/** Logs one line that states what to change when the error has one, otherwise the error and its stack, and exits with code 1. */
async function exitWith(error: unknown): Promise<void> {
  const line = startupMessage(error);
  const details = line === undefined ? { err: error } : {};
  await log?.flush();
  const { logger, flush } = openLog('fatal');
  logger.fatal(details, line ?? 'The gateway stopped because of an unexpected error.');
  await flush();
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

function main(): void {
  const interruption = new AbortController();
  // First, so that a signal during the start does not end the process without a line in the log.
  listenForSignals({
    onStop: (signal) => stop(signal, starting, interruption).catch(fail),
    onHangup: () =>
      log?.logger.info('SIGHUP changes nothing: restart the gateway to change its configuration'),
  });
  const starting = start(interruption.signal);
  starting.catch((error: unknown) => (interruption.signal.aborted ? undefined : fail(error)));
}

main();
