// Files that are made from the code: compared with what is committed, and written anew by UPDATE_DOCS=true (npm run docs).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** What is committed at a path, after it has been written when that was asked for. */
export function committed(path: string, generated: string): string {
  const file = join(ROOT, path);
  if (process.env.UPDATE_DOCS === 'true') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, generated);
  }
  return readFileSync(file, 'utf8');
}
