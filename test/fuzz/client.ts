// An HTTP client that sends requests unchanged and reports the reply and its duration.
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { BadRequest } from './requests';

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** Sends a request. The status is 0 when the connection ends without a response. */
  async send({ method, path, headers, body }: Omit<BadRequest, 'kind'>): Promise<Reply> {
    const start = performance.now();
    return new Promise((resolve) => {
      const fail = ({ message }: Error) => {
        resolve({ status: 0, text: message, milliseconds: performance.now() - start });
      };
      const sent = request(`${this.origin}${path}`, {
        method,
        agent: this.agent,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...headers,
          // Node omits this header for some methods, although it sends the body.
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
      });
      sent.on('response', (response) => {
        text(response).then((received) => {
          resolve({
            status: response.statusCode ?? 0,
            text: received,
            milliseconds: performance.now() - start,
          });
        }, fail);
      });
      sent.on('error', fail);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
