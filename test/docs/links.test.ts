// The links of the documents: every linked file, folder and section exists.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDocument } from '../support/markdown';

const ROOT = join(__dirname, '../..');

const DOCUMENTS = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'deploy/README.md',
  'packages/aws-emulator/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** The anchors of the headings, as GitHub derives them. */
function anchorsOf(document: string): string[] {
  const text = readDocument(document).replace(/^```.*?^```/gms, '');
  return Array.from(text.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The links that lead to a file or a section of the project, without code. */
function linksOf(document: string): string[] {
  const text = readDocument(document)
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`\n]*`/g, '');
  return Array.from(text.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g), ([, link = '']) => link);
}

function leadsNowhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, target))) return true;
  if (anchor === undefined) return false;
  return statSync(join(ROOT, target)).isDirectory() || !anchorsOf(target).includes(anchor);
}

test.each(DOCUMENTS)('every link of %s leads to a file or a section that exists', (document) => {
  expect(linksOf(document).filter((link) => leadsNowhere(document, link))).toEqual([]);
});

test('README.md and docs/README.md link SECURITY.md', () => {
  expect(linksOf('README.md')).toContain('SECURITY.md');
  expect(linksOf('docs/README.md')).toContain('../SECURITY.md');
});

test('SECURITY.md names no address for reports besides the repository itself', () => {
  expect(readDocument('SECURITY.md')).not.toMatch(/@[\w-]+\.\w+|https?:/);
  expect(linksOf('SECURITY.md').length).toBeGreaterThan(30);
});
