/** Adds the reason to the lint exemption of each file that codegen writes. The paths are arguments. */
import { readFileSync, writeFileSync } from 'node:fs';

const EXEMPTION = '/* eslint-disable */';
const EXPLAINED =
  '/* eslint-disable -- GraphQL Code Generator wrote this file, and its code has the type any. */';

for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8');
  if (text.startsWith(EXEMPTION)) writeFileSync(path, text.replace(EXEMPTION, EXPLAINED));
}
