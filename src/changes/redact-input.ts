/** The redaction of mutation inputs for the audit trail, which replaces free text and personal data with their length. */

export function redactInput(input: object, redactedInputs: readonly string[]): Record<string, unknown> {
  const redact = (name: string, value: unknown): unknown => {
    if (typeof value === 'string') {
      return redactedInputs.includes(name) ? `(${value.length} characters)` : value;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => redact(name, item));
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'object' && value !== null ? redactInput(value, redactedInputs) : value;
  };
  const entries = Object.entries(input) as [string, unknown][];
  return Object.fromEntries(
    entries.filter(([, value]) => value != null).map(([name, value]) => [name, redact(name, value)]),
  );
}
