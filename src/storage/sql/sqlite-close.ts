/** The end of a connection to a SQLite file that another gateway may use by now. */
import fs from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';

/** The functions of node:fs with which the library writes a checkpoint, and deletes the log and its lock. */
const WRITES = ['writeSync', 'ftruncateSync', 'unlinkSync', 'rmdirSync'] as const;

/**
 * Closes the descriptors and frees the memory without a write. The library has no access to
 * SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE. It closes synchronously, so that no other code meets the replaced functions.
 */
export function closeWithoutWriting(database: Database): void {
  const originals = Object.fromEntries(WRITES.map((name) => [name, fs[name]]));
  Object.assign(fs, Object.fromEntries(WRITES.map((name) => [name, rejectWrite])));
  try {
    database.close();
  } finally {
    Object.assign(fs, originals);
  }
}

function rejectWrite(): never {
  throw new Error('The file belongs to another gateway.');
}
