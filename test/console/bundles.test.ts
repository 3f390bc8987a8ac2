// The built files of the console: the first page stays within its budget, whichever page it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FILES = join(__dirname, '../../dist/console');

const MAX_INITIAL_BYTES = 300_000;

interface Manifest {
  readonly script: string;
  readonly styles: readonly string[];
  readonly colorScheme: string;
}

const { script, styles, colorScheme } = JSON.parse(
  readFileSync(join(FILES, 'manifest.json'), 'utf8'),
) as Manifest;
const entry = readFileSync(join(FILES, script), 'utf8');

/** The file, and the scripts that it imports at once. */
function withImports(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(FILES, file), 'utf8');
  for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["`]\.\/([\w.-]+\.js)["`]/g))
    withImports(name, found);
  return found;
}

const gzipped = (file: string) => gzipSync(readFileSync(join(FILES, file)), { level: 9 }).length;

const PAGES = [
  'account',
  'attention',
  'case',
  'cases',
  'export',
  'exports',
  'job',
  'jobs',
  'member',
  'members',
];

/** The chunks of the pages. The bundler names chunks that pages share after any of their modules, such as resource-page. */
const pages = readdirSync(FILES).filter((name) =>
  PAGES.includes(/^(\w+)-page-[\w-]+\.js$/.exec(name)?.[1] ?? ''),
);

test('each of the ten pages has its own chunk', () => {
  expect(pages.map((name) => /^\w+/.exec(name)?.[0]).sort()).toEqual(PAGES);
  expect(pages.filter((name) => !entry.includes(name))).toEqual([]);
});

test.each(pages)(
  `opening the console at %s loads at most ${MAX_INITIAL_BYTES} bytes of scripts and styles`,
  (page) => {
    const scripts = new Set([colorScheme, ...withImports(script), ...withImports(page)]);
    expect(scripts.size).toBeGreaterThan(3);
    // Styles of all chunks: more than any page loads.
    const sheets = readdirSync(FILES).filter((name) => name.endsWith('.css'));
    expect(sheets).toEqual(expect.arrayContaining([...styles]));
    const bytes = [...scripts, ...sheets].map(gzipped).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(MAX_INITIAL_BYTES);
    expect(bytes).toBeGreaterThan(100_000);
  },
);
