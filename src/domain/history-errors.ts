/** The errors of reads of the resource history. */
import { ForbiddenError, GatewayError } from './errors';

/** The caller may read no service, so no event of the history. */
export class NoReadScopeError extends ForbiddenError {
  /** @param scopes the scopes of which the caller needs one. */
  constructor(scopes: readonly string[]) {
    super(scopes);
    this.message = `Access requires one of the scopes ${scopes.join(', ')}, and the caller has none of them.`;
  }
}

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
