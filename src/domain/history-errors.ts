/** The errors of reads of the resource history. */
import { GatewayError } from './errors';

/** The gateway runs without a history. */
export class HistoryOffError extends GatewayError {
  constructor() {
    super('HISTORY_OFF', 'The gateway keeps no history: set HISTORY=on.');
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: false };
  }
}

export class HistoryUnavailableError extends GatewayError {
  constructor() {
    super('HISTORY_UNAVAILABLE', 'The history cannot be read now: try again later.');
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true };
  }
}
