/** Redaction of secrets in log lines: a safety net, because no code logs them. */

/** Matches a member name, not a text: JSON escapes the quotes inside of a string. */
const SECRET_MEMBER =
  /"(?:authorization|cookie|password|secret|token|accessKeyId|secretAccessKey|sessionToken|headers|variables)":/;
const SECRET = '[redacted]';

/**
 * Replaces the values of secret members, at any depth. Searches the text of the line, which takes a tenth of the time of
 * the redaction of pino: that one copies every value.
 * @param line one line of JSON.
 */
export function redact(line: string): string {
  if (!SECRET_MEMBER.test(line)) return line;
  const value: unknown = JSON.parse(line, (name, member: unknown) =>
    SECRET_MEMBER.test(`"${name}":`) ? SECRET : member,
  );
  return `${JSON.stringify(value)}\n`;
}
