// A logger whose lines a test reads.
import { Writable } from 'node:stream';
import pino, { type Logger } from 'pino';

export class CapturedLog {
  readonly logger: Logger;
  /** The lines since the last assignment. */
  text = '';

  constructor() {
    const lines = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.text += chunk.toString();
        done();
      },
    });
    this.logger = pino({ level: 'trace' }, lines);
  }
}
