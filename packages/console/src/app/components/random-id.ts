/** Returns 32 random hexadecimal digits. `crypto.randomUUID` is missing on pages without TLS; this works there too. */
export function newRandomId(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
