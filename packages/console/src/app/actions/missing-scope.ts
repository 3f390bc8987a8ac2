/** The reason why the caller may make no change. */
import type { ViewerData } from '../viewer/viewer';

/** Returns undefined when the caller has the scope. Without an answer about the caller, the gateway decides. */
export function missingScope(viewer: ViewerData | undefined, scope: string): string | undefined {
  return viewer === undefined || viewer.scopes.includes(scope) ? undefined : `You need the scope ${scope}.`;
}
