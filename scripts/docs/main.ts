/** Writes the generated documents and IAM policies (`npm run docs`). */
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { GENERATED_FILES } from './all';

for (const { path, render } of GENERATED_FILES) {
  writeFileSync(path, render(existsSync(path) ? readFileSync(path, 'utf8') : ''));
}
