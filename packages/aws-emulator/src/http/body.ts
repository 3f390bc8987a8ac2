/** Reads a request's body, up to a limit. */
import type { IncomingMessage } from 'node:http';

/** Far above what any operation takes. */
export const MAX_BODY_BYTES = 1_048_576;

/** The body as text, or undefined when it is over the limit; it is read to its end all the same, but not kept. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  return bytes?.toString();
}

/** As `readBody`, with another limit. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length > limit ? undefined : Buffer.concat(chunks);
}
