/** Presigned URLs: whoever holds one needs no credentials, until it expires. */
import { randomBytes } from 'node:crypto';
import { MINUTE, SECOND } from './clock';

/** Below which presigned URLs lie; no AWS operation is there. */
export const PRESIGNED_PATH = '/presigned/';

/** What a presigned URL is good for. */
export type Grant =
  | {
      readonly method: 'PUT';
      /** Exactly what the upload must have, in bytes. */
      readonly contentLength: number;
      /** Throws an AwsError when the bytes cannot be stored any more. */
      store(bytes: Buffer, now: number): void;
    }
  | { readonly method: 'GET'; read(): Buffer };

const LIFE = 15 * MINUTE;
const SIGNATURE_BYTES = 32;

/** Good for one emulator, until a reset. */
export class PresignedUrls {
  readonly #granted = new Map<string, { readonly grant: Grant; readonly expires: number }>();

  /** The URL's path and query string; `name` must need no percent-encoding. */
  issue(name: string, grant: Grant, now: number): string {
    this.#forgetExpired(now);
    const query = new URLSearchParams({
      'X-Amz-Date': `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`,
      'X-Amz-Expires': String(LIFE / SECOND),
      'X-Amz-Signature': randomBytes(SIGNATURE_BYTES).toString('hex'),
    });
    const target = `${PRESIGNED_PATH}${name}?${query.toString()}`;
    this.#granted.set(target, { grant, expires: now + LIFE });
    return target;
  }

  /** Undefined when the URL was changed in any way, is for another method, or has expired. */
  find(method: string, target: string, now: number): Grant | undefined {
    const granted = this.#granted.get(target);
    if (granted === undefined || granted.expires <= now) return undefined;
    return granted.grant.method === method ? granted.grant : undefined;
  }

  #forgetExpired(now: number): void {
    for (const [target, { expires }] of this.#granted) if (expires <= now) this.#granted.delete(target);
  }
}
