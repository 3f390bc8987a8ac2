// The layout: every import has one direction, and neither files nor folders form a cycle. Type imports count.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '..');
const MAX_LINES = 300;

/** For each module: the modules that it may import besides itself. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/paging': ['src/domain'],
  'src/input-rules': ['src/domain'],
  'src/identity': ['src/domain'],
  'src/storage': ['src/domain'],
  'src/aws': ['src/domain', 'src/storage'],
  'src/audit': ['src/domain', 'src/storage'],
  'src/history': ['src/audit', 'src/aws', 'src/domain', 'src/storage'],
  'src/live': ['src/domain', 'src/history', 'src/storage'],
  'src/loaders': ['src/audit', 'src/aws', 'src/domain', 'src/history', 'src/paging'],
  'src/changes': ['src/audit', 'src/aws', 'src/domain', 'src/input-rules', 'src/storage'],
  'src/observability': ['src/audit', 'src/aws', 'src/changes', 'src/domain'],
  schema: ['src/domain'],
  'src/graphql': [
    'schema',
    'src/audit',
    'src/aws',
    'src/changes',
    'src/domain',
    'src/live',
    'src/loaders',
    'src/observability',
    'src/storage',
  ],
  'src/http': ['src/domain', 'src/graphql', 'src/observability'],
  'src/config': [
    'src/aws',
    'src/domain',
    'src/graphql',
    'src/history',
    'src/http',
    'src/identity',
    'src/live',
    'src/observability',
  ],
  resolvers: ['schema', 'src/changes', 'src/domain', 'src/graphql', 'src/live', 'src/loaders'],
  'src/app': [
    'resolvers',
    'schema',
    'src/audit',
    'src/aws',
    'src/changes',
    'src/config',
    'src/domain',
    'src/graphql',
    'src/history',
    'src/http',
    'src/identity',
    'src/live',
    'src/loaders',
    'src/observability',
    'src/paging',
    'src/storage',
  ],
  'src/main.ts': ['src/app', 'src/config', 'src/domain', 'src/observability'],
  'src/lambda.ts': ['src/app', 'src/config', 'src/observability'],
  'packages/aws-emulator': [],
  'packages/client-security-ir': [],
  'packages/console': [],
};

/** Packages that only these folders may use. */
const PACKAGES: readonly (readonly [pattern: RegExp, folders: readonly string[]])[] = [
  [/^@(aws-sdk|smithy)\//, ['src/aws', 'packages/client-security-ir']],
  [/^@secops-graph\/aws-emulator$/, ['src/app/emulator.ts']],
  [/^cockatiel$/, ['src/aws/client', 'src/storage/valkey']],
  [/^undici/, ['src/aws/client']],
  [/^lru-cache$/, ['src/aws/client', 'src/changes', 'src/graphql', 'src/live', 'src/paging']],
  [/^rate-limiter-flexible$/, ['src/aws/client', 'src/graphql/query-limits']],
  [/^graphql-sse$/, ['src/http', 'packages/console']],
  [/^graphql-query-complexity$/, ['src/graphql/query-limits']],
  [/^ioredis$/, ['src/storage/valkey', 'src/graphql/query-limits']],
  [/^jose$/, ['src/identity']],
  [/^(node-sqlite3-wasm|pg|proper-lockfile)$/, ['src/storage/sql']],
  [/^dataloader$/, ['src/loaders']],
  [/^type-graphql(\/|$)/, ['schema', 'resolvers', 'src/app/graphql-schema.ts']],
  [/^fastify$/, ['src/http', 'src/app', 'src/observability']],
  [/^@fastify\//, ['src/http']],
  [/^@apollo\//, ['src/graphql', 'src/http', 'src/app']],
  [/^@as-integrations\/fastify$/, ['src/http']],
  [/^(@as-integrations\/aws-lambda|aws-lambda)$/, ['src/app/lambda', 'src/lambda.ts']],
  [/^@opentelemetry\//, ['src/observability/traces']],
  [/^prom-client$/, ['src/observability/metrics']],
  [/^(graphiql|@graphiql\/)/, ['packages/console/src/explorer']],
  [/^react(-dom)?(\/|$)/, ['packages/console']],
  [
    /^(@mantine\/|@tanstack\/|oidc-client-ts$|react-relay$|relay-runtime|wouter$)/,
    ['packages/console/src/app'],
  ],
  [/^yaml$/, ['src/config']],
  [/^zod$/, ['src/input-rules', 'src/config', 'src/identity', 'packages/aws-emulator']],
];

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  /** Paths for files of the project, names for packages. */
  readonly imports: readonly string[];
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const FOLDERS = [
  'src',
  'schema',
  'resolvers',
  'packages/aws-emulator/src',
  'packages/client-security-ir/src',
  'packages/console/src',
];

const files = FOLDERS.flatMap(sourceFiles).map(readSource);

function sourceFiles(folder: string): string[] {
  return (
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      // Relay's compiler writes these; they import one another's types.
      .filter((path) => !path.includes('/__generated__/'))
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: imports
      .filter((name) => !/\.(css|graphql)$/.test(name))
      .map((name) => (name.startsWith('.') ? sourceOf(join(dirname(path), name)) : name)),
  };
}

/** The source of an imported path. A dynamic import has the extension of the compiled file. */
function sourceOf(path: string): string {
  const base = path.replace(/\.js$/, '');
  return existsSync(join(ROOT, `${base}.tsx`)) ? `${base}.tsx` : `${base}.ts`;
}

const isOurs = (name: string) => FOLDERS.some((folder) => name.startsWith(`${folder}/`));
const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

function moduleOf(path: string): string {
  const found = Object.keys(MODULES).find((place) => isIn(path, place));
  return found ?? `no module for ${path}`;
}

/** The import graph between the places that `placeOf` gives to files. */
function graphBy(placeOf: (path: string) => string): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = placeOf(path);
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const name of imports.filter(isOurs)) if (placeOf(name) !== from) targets.add(placeOf(name));
  }
  return graph;
}

function cyclesIn(graph: Graph): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (place: string, path: readonly string[]): void => {
    if (path.includes(place)) cycles.push([...path.slice(path.indexOf(place)), place].join(' -> '));
    if (done.has(place) || path.includes(place)) return;
    for (const next of graph.get(place) ?? []) visit(next, [...path, place]);
    done.add(place);
  };
  for (const place of graph.keys()) visit(place, []);
  return cycles;
}

test('every file belongs to a module', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter(({ path }) => !(moduleOf(path) in MODULES)).map(({ path }) => path)).toEqual([]);
});

test('modules import only the modules that they may', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter(isOurs)
      .filter((name) => {
        const [from, to] = [moduleOf(path), moduleOf(name)];
        return from !== to && MODULES[from]?.includes(to) !== true;
      })
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('every allowed import between modules exists', () => {
  const graph = graphBy(moduleOf);
  const unused = Object.entries(MODULES).flatMap(([from, allowed]) =>
    allowed.filter((to) => graph.get(from)?.has(to) !== true).map((to) => `${from} -> ${to}`),
  );
  expect(unused).toEqual([]);
});

test('packages are used only in their folders', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((name) => !isOurs(name) && !name.startsWith('node:'))
      .filter((name) =>
        PACKAGES.some(
          ([pattern, folders]) => pattern.test(name) && !folders.some((folder) => isIn(path, folder)),
        ),
      )
      .map((name) => `${path} uses ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('the domain uses no package', () => {
  const domain = files.filter(({ path }) => isIn(path, 'src/domain'));
  const used = domain.flatMap(({ imports }) => imports.filter((name) => !isOurs(name)));
  expect(used.filter((name) => !name.startsWith('node:'))).toEqual([]);
});

test('the emulator imports Node.js, zod and itself', () => {
  const emulator = files.filter(({ path }) => isIn(path, 'packages/aws-emulator'));
  expect(emulator.length).toBeGreaterThan(60);
  const packages = new Set(emulator.flatMap(({ imports }) => imports.filter((name) => !isOurs(name))));
  expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['zod']);
});

test('there are no cycles between files', () => {
  expect(cyclesIn(graphBy((path) => path))).toEqual([]);
});

test('there are no cycles between folders', () => {
  expect(cyclesIn(graphBy(dirname))).toEqual([]);
});

test('there are no cycles between modules', () => {
  expect(cyclesIn(graphBy(moduleOf))).toEqual([]);
});

test('src holds the two programs and folders', () => {
  const loose = files.filter(({ path }) => dirname(path) === 'src').map(({ path }) => path);
  expect(loose.sort()).toEqual(['src/lambda.ts', 'src/main.ts']);
});

test('there are no barrels beside the entry points of packages, and files stay small', () => {
  const entries = ['packages/aws-emulator/src/index.ts', 'packages/client-security-ir/src/index.ts'];
  const barrels = files.filter(({ path }) => path.endsWith('/index.ts') && !entries.includes(path));
  expect(barrels.map(({ path }) => path)).toEqual([]);
  expect(files.filter(({ lines }) => lines > MAX_LINES).map(({ path }) => path)).toEqual([]);
});
