/** The options of a field for an enum of the API. */
import type { Options } from './fields';

/** All values but the one for values that the gateway does not know, which AWS does not accept. */
export function recognizedOptions(labels: Readonly<Record<string, string>>): Options {
  return Object.fromEntries(Object.entries(labels).filter(([value]) => value !== 'UNRECOGNIZED'));
}
