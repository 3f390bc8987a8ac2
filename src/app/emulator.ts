/** The start of the embedded AWS emulator, a separate package that production installs omit. */
import type * as EmulatorPackage from '@secops-graph/aws-emulator';
import { StartError } from '../domain/errors';

const PACKAGE = '@secops-graph/aws-emulator';

/** Throws StartError when the package is not installed, or a variable of the emulator is invalid or names a port in use. */
export async function startEmbeddedEmulator(env: NodeJS.ProcessEnv): Promise<EmulatorPackage.Emulator> {
  const { startEmulator, readEmulatorSettings, EmulatorSettingsError } = await loadPackage();
  try {
    return await startEmulator(readEmulatorSettings(env));
  } catch (error) {
    if (error instanceof EmulatorSettingsError) throw new StartError(error.message);
    throw portError(error) ?? error;
  }
}

/** Undefined for an error that has nothing to do with the port. */
function portError(error: unknown): StartError | undefined {
  const {
    code,
    address = '',
    port = '',
  } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const advice = 'set EMULATOR_PORT to a free port above 1023, or to 0 for any free port';
  switch (code) {
    case 'EADDRINUSE':
      return new StartError(`The emulator's port ${address}:${port} is in use: ${advice}.`);
    case 'EACCES':
      return new StartError(`The emulator may not listen on ${address}:${port}: ${advice}.`);
    default:
      return undefined;
  }
}

async function loadPackage(): Promise<typeof EmulatorPackage> {
  try {
    return await import('@secops-graph/aws-emulator');
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new StartError(
      `AWS_MODE=emulator requires the package ${PACKAGE}, which production installs omit: run npm ci without --omit=dev, or set AWS_MODE=live.`,
    );
  }
}

function isMissing(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' && message.includes(`'${PACKAGE}'`);
}
