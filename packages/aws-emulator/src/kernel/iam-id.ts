/** IAM's unique ids: a prefix that tells what they are of, then capital letters and digits. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** One letter or digit for each byte. */
export function iamId(prefix: 'AIDA' | 'AROA' | 'ASIA', bytes: Buffer): string {
  return prefix + Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
