/** The input of a mutation as the audit trail keeps it: without the texts that people wrote. */

/** Members that hold what somebody wrote or what may be secret; of them only the length is kept. */
const FREE_TEXT_MEMBERS: ReadonlySet<string> = new Set(['body', 'comment', 'description', 'title', 'value']);

export function redactInput(input: object): Record<string, unknown> {
  const entries = Object.entries(input) as [string, unknown][];
  return Object.fromEntries(
    entries.filter(([, value]) => value != null).map(([name, value]) => [name, redactValue(name, value)]),
  );
}

function redactValue(name: string, value: unknown): unknown {
  if (typeof value === 'string') return FREE_TEXT_MEMBERS.has(name) ? `(${value.length} characters)` : value;
  if (Array.isArray(value)) return value.map((item: unknown) => redactValue(name, item));
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null ? redactInput(value) : value;
}
