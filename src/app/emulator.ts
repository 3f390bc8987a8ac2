/** Starts the embedded AWS emulator: a package of its own that production installs leave out. */
import type * as EmulatorPackage from '@secops-graph/aws-emulator';
import { StartError } from '../domain/errors';

const PACKAGE = '@secops-graph/aws-emulator';

/** Throws StartError when the package is not installed or a variable of the emulator is invalid. */
export async function startEmbeddedEmulator(env: NodeJS.ProcessEnv): Promise<EmulatorPackage.Emulator> {
  const { startEmulator, readEmulatorSettings, EmulatorSettingsError } = await loadPackage();
  try {
    return await startEmulator(readEmulatorSettings(env));
  } catch (error) {
    throw error instanceof EmulatorSettingsError ? new StartError(error.message) : error;
  }
}

async function loadPackage(): Promise<typeof EmulatorPackage> {
  try {
    return await import('@secops-graph/aws-emulator');
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new StartError(
      `AWS_MODE=emulator needs the package ${PACKAGE}, which production installs leave out: run npm ci without --omit=dev, or set AWS_MODE=live.`,
    );
  }
}

function isMissing(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' && message.includes(`'${PACKAGE}'`);
}
