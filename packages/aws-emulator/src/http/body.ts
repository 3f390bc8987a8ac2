/** Reading of request bodies, up to a limit. */
import type { IncomingMessage } from 'node:http';

/** Far larger than the largest input of any operation. */
export const MAX_BODY_BYTES = 1_048_576;

/**
 * Returns the body as text, or undefined if it exceeds the limit. In that case it is read to its end and discarded.
 */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  return bytes?.toString();
}

/** Like `readBody`, but returns bytes. `limit` is in bytes. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length > limit ? undefined : Buffer.concat(chunks);
}
