/** Presigned URLs, which grant access without credentials until they expire. */
import { randomBytes } from 'node:crypto';
import { MINUTE, SECOND } from './clock';

/** The path prefix of presigned URLs. No AWS operation uses it. */
export const PRESIGNED_PATH = '/presigned/';

export interface UploadGrant {
  readonly method: 'PUT';
  /** The exact size of the upload, in bytes. */
  readonly contentLength: number;
  /** Throws an AwsError if the bytes can no longer be stored: a ConflictException if the file exists. */
  store(bytes: Buffer, now: number): void;
}

/** The access that a presigned URL grants. */
export type Grant = UploadGrant | { readonly method: 'GET'; read(): Buffer };

const LIFETIME_MS = 15 * MINUTE;
const SIGNATURE_BYTES = 32;

/** The issued URLs. They are valid for this emulator and until a reset. */
export class PresignedUrls {
  readonly #granted = new Map<string, { readonly grant: Grant; readonly expires: number }>();

  /** Returns path and query string of the URL. `name` must not need percent-encoding. */
  issue(name: string, grant: Grant, now: number): string {
    this.#deleteExpired(now);
    const query = new URLSearchParams({
      'X-Amz-Date': `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`,
      'X-Amz-Expires': String(LIFETIME_MS / SECOND),
      'X-Amz-Signature': randomBytes(SIGNATURE_BYTES).toString('hex'),
    });
    const target = `${PRESIGNED_PATH}${name}?${query.toString()}`;
    this.#granted.set(target, { grant, expires: now + LIFETIME_MS });
    return target;
  }

  /** Returns undefined if the URL was changed in any way, is for another method, or has expired. */
  find(method: string, target: string, now: number): Grant | undefined {
    const granted = this.#granted.get(target);
    if (granted === undefined || granted.expires <= now) return undefined;
    return granted.grant.method === method ? granted.grant : undefined;
  }

  #deleteExpired(now: number): void {
    for (const [target, { expires }] of this.#granted) if (expires <= now) this.#granted.delete(target);
  }
}
