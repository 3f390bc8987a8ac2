#!/usr/bin/env node
/** The standalone emulator program, which the package installs as `aws-emulator`. */
import { startEmulator } from './emulator';
import { EmulatorSettingsError, readStandAloneSettings } from './kernel/settings';

async function main(): Promise<void> {
  // The emulator serves also when its output is a full disk or a pipe without a reader.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  const settings = readStandAloneSettings(process.env);
  const emulator = await startEmulator(settings);
  const { jobs, members, exportJobs, cases } = settings.sizes;
  process.stdout.write(
    `AWS emulator at ${emulator.url}: seed "${settings.seed}", ${jobs} jobs, ${members} members, ${exportJobs} export jobs, ${cases} cases per account and region.\n` +
      `Point a client at it: export AWS_ENDPOINT_URL=${emulator.url} AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=111122223333 AWS_SECRET_ACCESS_KEY=any\n`,
  );
  const stop = (): void => {
    void emulator.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function explain(error: unknown): string {
  if (error instanceof EmulatorSettingsError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is in use. Stop the program that uses it, or set EMULATOR_PORT to another port (0 selects a free port).`;
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
