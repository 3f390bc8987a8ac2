/** The texts of a search: what the gateway accepts, and what it looks up by its id. */

const MIN_LENGTH = 2;
const MAX_LENGTH = 200;

/** Returns why the gateway would reject the text; undefined when it accepts it. */
export function problemOf(text: string): string | undefined {
  const { length } = text.trim();
  if (length < MIN_LENGTH) return `Type at least ${MIN_LENGTH} characters.`;
  return length > MAX_LENGTH ? `Type at most ${MAX_LENGTH} characters.` : undefined;
}

/**
 * Texts that the gateway looks up with one call for each target: an ARN, the digits of an account or a case, the
 * hexadecimal digits of a job, or a global id. The id of an export is none: the gateway has to read lists for it.
 */
const ID = /^(?:arn:aws\S+|\d{10,32}|[0-9a-f]{32}|WzEsI[\w-]+)$/;

export function isLookedUp(text: string): boolean {
  return ID.test(text.trim());
}
