/** Returns a new idempotency key. `crypto.randomUUID` is missing on pages without TLS; this works there too. */
export function newIdempotencyKey(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return `console-${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
