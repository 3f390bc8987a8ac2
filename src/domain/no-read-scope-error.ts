/** The error for callers that may read no service. */
import { ForbiddenError } from './errors';

/** The caller may read no service, so nothing of a read of several kinds. */
export class NoReadScopeError extends ForbiddenError {
  /** @param scopes the scopes of which the caller needs one. */
  constructor(scopes: readonly string[]) {
    super(scopes);
    this.message = `Access requires one of the scopes ${scopes.join(', ')}, and the caller has none of them.`;
  }
}
