/** Redacts the input of a mutation for the audit trail: of text that people wrote, only the length is kept. */

export function redactInput(input: object, freeTextInputs: readonly string[]): Record<string, unknown> {
  const redact = (name: string, value: unknown): unknown => {
    if (typeof value === 'string') {
      return freeTextInputs.includes(name) ? `(${value.length} characters)` : value;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => redact(name, item));
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'object' && value !== null ? redactInput(value, freeTextInputs) : value;
  };
  const entries = Object.entries(input) as [string, unknown][];
  return Object.fromEntries(
    entries.filter(([, value]) => value != null).map(([name, value]) => [name, redact(name, value)]),
  );
}
