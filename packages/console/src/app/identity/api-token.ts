/** Pasted tokens: their form, and the expiry of those that state one. */

/** Returns the token of a pasted text, with or without "Bearer" before it; undefined for a text that no header can contain. */
export function tokenIn(text: string): string | undefined {
  return /^(?:Bearer\s+)?(?!Bearer$)([\x21-\x7e]+)$/i.exec(text.trim())?.[1];
}

/** Returns the expiry of a JWT in milliseconds since 1970; undefined for other tokens. The gateway verifies it, not the page. */
export function expiryOf(token: string): number | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const { exp } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : undefined;
  } catch {
    return undefined;
  }
}
