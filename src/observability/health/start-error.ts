/** The startup error for the port of health and metrics. The message is one line and names the settings to change. */
import { StartError } from '../../domain/errors';

export class OperationsStartError extends StartError {
  constructor(host: string, port: number, code: string | undefined) {
    super(
      `Health and metrics cannot be served at ${host}:${port} (${code ?? 'no reason given'}): set OPERATIONS_PORT to a free port and OPERATIONS_HOST to an address of this machine.`,
    );
  }
}
