// Places that the log of a program goes to, and their failures: a full disk, and a named pipe with or without a reader.
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithFile } from './cleanup';

/** A file system that a test fills and frees. */
export class SmallDisk {
  private readonly folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  private readonly log = join(this.folder, 'log');
  private readonly filler = join(this.folder, 'filler');
  /** The descriptor of the log, for the program. */
  readonly descriptor: number;

  /** Throws when the user of the test may not mount file systems. */
  constructor() {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', this.folder], { stdio: 'pipe' });
    this.descriptor = openSync(this.log, 'a');
  }

  static isPossible(): boolean {
    try {
      new SmallDisk().close();
      return true;
    } catch {
      return false;
    }
  }

  fill(): void {
    try {
      for (let size = 16_777_216; size > 0; size = Math.floor(size / 2)) this.appendToFiller(size);
    } catch {
      // Less than the last size is left.
    }
  }

  free(): void {
    rmSync(this.filler);
  }

  text(): string {
    return readFileSync(this.log, 'utf8');
  }

  readonly close = endWithFile(() => {
    closeSync(this.descriptor);
    execFileSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true });
  });

  private appendToFiller(size: number): void {
    try {
      writeFileSync(this.filler, Buffer.alloc(size), { flag: 'a' });
      this.appendToFiller(size);
    } catch (error) {
      if (size === 1) throw error;
    }
  }
}

/** A named pipe. Nobody reads it until the test does. */
export class LogPipe {
  private readonly folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  private readonly path = join(this.folder, 'log');
  private reader: number | undefined;
  /** The end of the program. */
  readonly descriptor: number;

  constructor() {
    execFileSync('mkfifo', [this.path]);
    this.openReader();
    this.descriptor = openSync(this.path, 'w');
  }

  openReader(): void {
    this.reader = openSync(this.path, constants.O_RDONLY | constants.O_NONBLOCK);
  }

  closeReader(): void {
    if (this.reader !== undefined) closeSync(this.reader);
    this.reader = undefined;
  }

  /** Returns what the pipe holds. */
  read(): string {
    const buffer = Buffer.alloc(1_048_576);
    let text = '';
    try {
      for (;;) {
        const length = readSync(this.reader ?? -1, buffer);
        if (length === 0) return text;
        text += buffer.toString('utf8', 0, length);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return text;
      throw error;
    }
  }

  readonly close = endWithFile(() => {
    this.closeReader();
    closeSync(this.descriptor);
    rmSync(this.folder, { recursive: true });
  });
}
