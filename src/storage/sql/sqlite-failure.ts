/** The causes for which a SQLite file cannot be used, derived from errors of the library and from its file system. */
import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreFailure } from '../../domain/store-failure';

/** Free space, in bytes, below which a failed write counts as a full disk. */
const LEAST_SPACE = 262_144;

/** By code of Node.js. */
const BY_CODE: ReadonlyMap<string, StoreFailure> = new Map([
  ['ELOCKED', 'IN_USE'],
  ['ENOENT', 'FILE_MISSING'],
  ['ENOTDIR', 'FILE_MISSING'],
  ['EACCES', 'NO_PERMISSION'],
  ['EPERM', 'NO_PERMISSION'],
  ['EROFS', 'READ_ONLY'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EIO', 'DISK_FAILURE'],
  ['EMFILE', 'GATEWAY_EXHAUSTED'],
  ['ENFILE', 'GATEWAY_EXHAUSTED'],
]);

/** By message: the library has no codes. */
const BY_TEXT: readonly (readonly [RegExp, StoreFailure])[] = [
  [/disk is full/, 'DISK_FULL'],
  [/readonly|read-only/, 'READ_ONLY'],
  [/is locked|locking protocol/, 'IN_USE'],
  [/malformed|not a database/, 'DAMAGED'],
  [/no such table|no such column|has no column/, 'NO_SUCH_TABLE'],
];

/** The advice for an operator at startup, as the end of a sentence. */
const ADVICE: Partial<Record<StoreFailure, string>> = {
  DAMAGED: 'it is damaged or no SQLite file; restore it from a backup, or name another file',
  DISK_FULL: 'its disk is full; free space',
  READ_ONLY: 'its file system is read-only; name a file in a writable folder',
  NO_PERMISSION: 'the user of the gateway may not write there; name a file in a writable folder',
};

/** Identifies the file at a path; throws where there is none. */
export function fileIdentity(path: string): string {
  const { dev, ino } = statSync(path);
  return `${dev}:${ino}`;
}

/** @param path the file; undefined for a database in memory. */
export function classifySqliteError(error: unknown, path: string | undefined): StoreFailure {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  const known = BY_CODE.get(code) ?? BY_TEXT.find(([pattern]) => pattern.test(message))?.[1];
  if (known !== undefined) return known;
  // The library reports every failed access to the file as an I/O error, or that it cannot open the file.
  if (path === undefined || !/disk I\/O error|unable to open/.test(message)) return 'OTHER';
  return failureOfFileSystem(path) ?? (message.includes('disk I/O error') ? 'DISK_FAILURE' : 'OTHER');
}

/** Returns the advice for an operator at startup, as the end of a sentence. */
export function adviceFor(failure: StoreFailure): string {
  return ADVICE[failure] ?? 'name a file in a writable folder that no other program uses';
}

/** Undefined when the file system says that a write should succeed. */
function failureOfFileSystem(path: string): StoreFailure | undefined {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    if (bavail * bsize < LEAST_SPACE) return 'DISK_FULL';
    accessSync(dirname(path), constants.W_OK);
    accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    return BY_CODE.get((error as NodeJS.ErrnoException).code ?? '');
  }
}
