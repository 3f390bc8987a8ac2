/** The exclusive lock on a SQLite file, renewed while the process runs. Node.js has no lock that the operating system releases when the process ends. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { getSystemErrorName } from 'node:util';

/** A killed gateway cannot release its lock. The next one waits until the lock has not been renewed for this long. */
const LOCK_STALE_MS = 4_000;
const LOCK_RENEWAL_MS = 1_000;
const LOCK_TIMEOUT_MS = 5_000;
const LOCK_RETRY_MS = 250;

/** The code of the error for a lock that another process has. */
const TAKEN = 'ELOCKED';

interface RenewalFailure {
  readonly directory: string;
  readonly code: string;
  /** The version of the directory when the renewal failed. */
  readonly version: string | undefined;
}

export class FileLock {
  private unlock: (() => Promise<void>) | undefined;
  private renewalFailure: RenewalFailure | undefined;

  /**
   * The error that lost the lock: another process can take it at any time. Its code is ELOCKED once one has taken it.
   * Undefined while this process has the lock.
   */
  get loss(): NodeJS.ErrnoException | undefined {
    const failure = this.renewalFailure;
    if (failure === undefined) return undefined;
    const isTaken = failure.code === TAKEN || versionOf(failure.directory) !== failure.version;
    return Object.assign(new Error('The lock is lost.'), { code: isTaken ? TAKEN : failure.code });
  }

  /**
   * Acquires the lock, for which it waits until that of a killed gateway is stale. Rejects with an error of the file
   * system, whose code is ELOCKED when the file stays locked.
   */
  static async acquire(path: string, timeoutMs = LOCK_TIMEOUT_MS): Promise<FileLock> {
    const fileLock = new FileLock();
    const end = Date.now() + timeoutMs;
    while (fileLock.unlock === undefined) {
      try {
        fileLock.unlock = await fileLock.tryAcquire(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== TAKEN || Date.now() > end) throw error;
        await delay(LOCK_RETRY_MS);
      }
    }
    // The lock of the SQLite library, orphaned by a killed gateway: no other process uses the file now.
    if (existsSync(`${path}.lock`)) rmSync(`${path}.lock`, { recursive: true });
    return fileLock;
  }

  async release(): Promise<void> {
    if (this.renewalFailure === undefined) await this.unlock?.();
  }

  private async tryAcquire(path: string): Promise<() => Promise<void>> {
    // A database in memory needs no lock.
    const { lock } = await import('proper-lockfile');
    const directory = `${path}.owner`;
    return lock(path, {
      lockfilePath: directory,
      realpath: false,
      stale: LOCK_STALE_MS,
      update: LOCK_RENEWAL_MS,
      onCompromised: ({ errno }: NodeJS.ErrnoException) => {
        const code = errno === undefined ? TAKEN : getSystemErrorName(errno);
        this.renewalFailure = {
          directory,
          code: code === 'ENOENT' ? TAKEN : code,
          version: versionOf(directory),
        };
      },
    });
  }
}

/** Changes when another process takes the lock. Undefined when the directory cannot be read. */
function versionOf(directory: string): string | undefined {
  try {
    const { ino, mtimeMs } = statSync(directory);
    return `${ino}:${mtimeMs}`;
  } catch {
    return undefined;
  }
}
