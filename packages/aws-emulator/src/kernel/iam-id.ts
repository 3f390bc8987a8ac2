/** Unique ids of IAM: a prefix for the kind of resource, then uppercase letters and digits. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The id has one letter or digit for each byte. */
export function iamId(prefix: 'AIDA' | 'AROA' | 'ASIA', bytes: Buffer): string {
  return prefix + Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
