// test/support/README.md: one line for each test helper.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../support/markdown';

const ROOT = join(__dirname, '../..');
const README = 'README.md';

const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder)).filter((file) => file !== README && !file.startsWith('.'));

/** The helpers by file name; those of packages by their full path. */
function helpers(): string[] {
  const folders = readdirSync(join(ROOT, 'packages'))
    .map((name) => `packages/${name}/test/support`)
    .filter((folder) => existsSync(join(ROOT, folder)));
  return [
    ...filesIn('test/support'),
    ...folders.flatMap((folder) => filesIn(folder).map((file) => `${folder}/${file}`)),
  ];
}

test('every helper has one line, and every line names a helper', () => {
  const lines = readDocument(`test/support/${README}`).matchAll(/^- `(.+?)`: \S/gm);
  const listed = Array.from(lines, ([, file = '']) => file);
  expect(listed.sort()).toEqual(helpers().sort());
});
