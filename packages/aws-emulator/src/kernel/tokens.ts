/** Pagination tokens: opaque, expiring, and valid only for the call that they continue. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The order key of the last returned row, after which the next page begins; null for the beginning of the list. */
export type Position = readonly (string | number)[] | null;

interface Sealed {
  readonly after: Position;
  readonly expires: number;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals and opens positions with a random key, so that tokens of another emulator or from before a reset are
 * invalid.
 */
export class Tokens {
  readonly #key = randomBytes(32);

  /**
   * @param query all values that the token is bound to
   * @param expires milliseconds since the epoch
   */
  seal(query: unknown, after: Position, expires: number): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce).setAAD(boundTo(query));
    const content = cipher.update(JSON.stringify({ after, expires } satisfies Sealed));
    cipher.final();
    return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url');
  }

  /** Returns the position in a token, or undefined if the token is forged, expired, or bound to another query. */
  open(query: unknown, token: string, now: number): { readonly after: Position } | undefined {
    const bytes = Buffer.from(token, 'base64url');
    const isCanonical = bytes.toString('base64url') === token;
    if (!isCanonical || bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv(ALGORITHM, this.#key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(boundTo(query));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const content = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    try {
      decipher.final();
    } catch {
      return undefined;
    }
    const { after, expires } = JSON.parse(content.toString()) as Sealed;
    return expires > now ? { after } : undefined;
  }
}

function boundTo(query: unknown): Buffer {
  return Buffer.from(JSON.stringify(query));
}
