/** The canned Macie in its own process. */
import { join } from 'node:path';
import { startProgram, type Program } from '../program';

export class CannedService {
  private constructor(private readonly program: Program) {}

  static async start(): Promise<CannedService> {
    return new CannedService(await startProgram(join(__dirname, 'canned-macie.js'), {}));
  }

  get url(): string {
    return this.program.url;
  }

  /** The number of AWS calls since the start. */
  async countCalls(): Promise<number> {
    const response = await fetch(`${this.url}/calls`);
    return Number(await response.text());
  }

  stop(): Promise<void> {
    return this.program.stop();
  }
}
