/** Cursors: positions sealed with AES-256-GCM. A client cannot read them, forge them or use them for another query. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { CursorInvalidError } from '../domain/errors';
import type { Position, Positions, WalkProgress } from './source';

const VERSION = Buffer.of(2);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const ALGORITHM = 'aes-256-gcm';

/**
 * The form of a position inside a cursor: 0 for the end; the offset, the AWS token (0 for the first page) and the marks;
 * or the key and the value of a row of a sorted list.
 */
type PackedPosition =
  | 0
  | readonly [offset: number, token: string | 0, ...marks: readonly string[]]
  | { readonly k: string; readonly v?: string | number };

interface Packed {
  readonly p: Readonly<Record<string, PackedPosition>>;
  readonly f?: readonly string[];
  readonly l?: readonly (readonly [list: string, value?: string | number])[];
}

export class Cursors {
  private readonly key: Buffer;
  /** The keys that `open` tries, in this order. */
  private readonly keys: readonly Buffer[];

  /**
   * `secret` keeps cursors valid across restarts and replicas. Without it, the process generates a random key. For key
   * rotation, `open` also accepts cursors that were sealed with the secret `previous`.
   */
  constructor(secret: string | undefined, previous?: string) {
    this.key = deriveKey(secret ?? randomBytes(KEY_BYTES));
    this.keys = previous === undefined ? [this.key] : [this.key, deriveKey(previous)];
  }

  /** `binding` identifies the query of the cursor. `open` needs the same text. */
  seal(progress: WalkProgress, binding: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(binding));
    const body = Buffer.concat([cipher.update(JSON.stringify(pack(progress))), cipher.final()]);
    return Buffer.concat([VERSION, nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** Throws CursorInvalidError for any text that was not sealed with one of the keys and this binding. */
  open(cursor: string, binding: string): WalkProgress {
    const bytes = Buffer.from(cursor, 'base64url');
    const start = VERSION.length + NONCE_BYTES + TAG_BYTES;
    const isCanonical = bytes.toString('base64url') === cursor;
    if (!isCanonical || bytes.length <= start || bytes[0] !== VERSION[0]) throw new CursorInvalidError();
    const nonce = bytes.subarray(VERSION.length, VERSION.length + NONCE_BYTES);
    const tag = bytes.subarray(VERSION.length + NONCE_BYTES, start);
    for (const key of this.keys) {
      try {
        const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(binding))
          .setAuthTag(tag);
        const text = Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString();
        return unpack(JSON.parse(text) as Packed);
      } catch {
        // The cursor was sealed with another key, or is forged.
      }
    }
    throw new CursorInvalidError();
  }
}

function deriveKey(material: string | Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', material, '', 'secops-graph cursor', KEY_BYTES));
}

function pack({ positions, failed = [], lastRows = [] }: WalkProgress): Packed {
  const entries = Object.entries(positions).map(([key, position]) => [key, packPosition(position)] as const);
  return {
    p: Object.fromEntries(entries),
    ...(failed.length > 0 && { f: failed }),
    ...(lastRows.length > 0 && {
      l: lastRows.map(({ list, value }) => (value === undefined ? [list] : [list, value])),
    }),
  };
}

function packPosition(position: Position): PackedPosition {
  if (position === 'END') return 0;
  if ('key' in position) {
    const { key, value } = position;
    return { k: key, ...(value !== undefined && { v: value }) };
  }
  const { offset, token = 0, marks = [] } = position;
  return [offset, token, ...marks];
}

function unpack({ p, f, l }: Packed): WalkProgress {
  const entries = Object.entries(p).map(([key, packed]) => [key, unpackPosition(packed)] as const);
  const positions: Positions = Object.fromEntries(entries);
  return {
    positions,
    ...(f !== undefined && { failed: f }),
    ...(l !== undefined && { lastRows: l.map(([list, value]) => ({ list, value })) }),
  };
}

function unpackPosition(packed: PackedPosition): Position {
  if (packed === 0) return 'END';
  if ('k' in packed) return { key: packed.k, value: packed.v };
  const [offset, token, ...marks] = packed;
  return { offset, token: token === 0 ? undefined : token, ...(marks.length > 0 && { marks }) };
}
