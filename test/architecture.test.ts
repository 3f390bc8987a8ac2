// The house: who may import whom. Every import counts, types too.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '..');
const MAX_LINES = 300;

/** For each room: the rooms it may import from besides itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/transitions': [],
  'src/arrivals.ts': [],
  'src/canonical.ts': [],
  'src/freshness.ts': [],
  'src/errors.ts': [],
  'src/aws-operations.ts': ['src/errors.ts'],
  'src/bill.ts': ['src/errors.ts'],
  'src/call-budget.ts': ['src/errors.ts'],
  'src/ids.ts': ['src/errors.ts'],
  'src/principal.ts': ['src/errors.ts'],
  'src/targets.ts': ['src/errors.ts', 'src/principal.ts'],
  'src/records': ['src/transitions', 'src/errors.ts'],
  'src/loopback.ts': [],
  'src/identity': ['src/errors.ts', 'src/loopback.ts', 'src/principal.ts'],
  'src/config': [
    'src/aws-operations.ts',
    'src/errors.ts',
    'src/identity',
    'src/ids.ts',
    'src/loopback.ts',
    'src/principal.ts',
    'src/query-limits',
    'src/targets.ts',
  ],
  'src/config.ts': [
    'src/config',
    'src/http',
    'src/identity',
    'src/loopback.ts',
    'src/operations',
    'src/query-limits',
    'src/targets.ts',
  ],
  'src/http': ['src/context.ts', 'src/errors.ts', 'src/principal.ts'],
  'src/paging': ['src/records', 'src/canonical.ts', 'src/errors.ts'],
  'src/aws': [
    'src/transitions',
    'src/records',
    'src/arrivals.ts',
    'src/bill.ts',
    'src/call-budget.ts',
    'src/canonical.ts',
    'src/errors.ts',
    'src/ids.ts',
    'src/principal.ts',
    'src/targets.ts',
  ],
  'src/valkey': ['src/aws', 'src/changes', 'src/query-limits', 'src/errors.ts'],
  'src/audit': ['src/records', 'src/errors.ts'],
  'src/loaders': [
    'src/audit',
    'src/aws',
    'src/paging',
    'src/records',
    'src/canonical.ts',
    'src/errors.ts',
    'src/ids.ts',
    'src/targets.ts',
  ],
  'src/limits': ['src/records', 'src/ids.ts'],
  'src/changes': [
    'src/audit',
    'src/aws',
    'src/canonical.ts',
    'src/limits',
    'src/transitions',
    'src/records',
    'src/errors.ts',
    'src/ids.ts',
    'src/principal.ts',
    'src/targets.ts',
  ],
  'src/logs': ['src/errors.ts'],
  'src/metrics': ['src/audit', 'src/aws', 'src/bill.ts', 'src/changes', 'src/errors.ts', 'src/transitions'],
  'src/operations': ['src/arrivals.ts', 'src/bill.ts', 'src/errors.ts', 'src/http', 'src/metrics'],
  'src/tracing': ['src/operations'],
  'src/context.ts': [
    'src/audit',
    'src/aws',
    'src/loaders',
    'src/changes',
    'src/operations',
    'src/targets.ts',
  ],
  'src/bill-plugin.ts': ['src/bill.ts', 'src/context.ts', 'src/errors.ts'],
  'src/query-limits': [
    'schema',
    'src/bill-plugin.ts',
    'src/config',
    'src/context.ts',
    'src/errors.ts',
    'src/principal.ts',
    'src/records',
  ],
  schema: ['src/transitions', 'src/records', 'src/errors.ts', 'src/ids.ts', 'src/principal.ts'],
  resolvers: [
    'schema',
    'src/loaders',
    'src/changes',
    'src/transitions',
    'src/records',
    'src/context.ts',
    'src/field-rules.ts',
    'src/errors.ts',
    'src/ids.ts',
  ],
  'src/explorer/browser': [],
  'src/explorer': [],
  'src/field-rules.ts': ['schema', 'src/context.ts', 'src/errors.ts', 'src/principal.ts'],
  'src/graphql-schema.ts': ['resolvers', 'schema', 'src/field-rules.ts'],
  'src/print-schema.ts': ['src/graphql-schema.ts'],
  'src/drain.ts': [],
  'src/apollo.ts': [
    'src/bill-plugin.ts',
    'src/context.ts',
    'src/errors.ts',
    'src/http',
    'src/logs',
    'src/operations',
    'src/query-limits',
  ],
  'src/server.ts': [
    'src/apollo.ts',
    'src/context.ts',
    'src/drain.ts',
    'src/http',
    'src/operations',
    'src/principal.ts',
  ],
  'src/gateway.ts': [
    'src/audit',
    'src/aws',
    'src/changes',
    'src/loaders',
    'src/paging',
    'src/valkey',
    'src/arrivals.ts',
    'src/bill.ts',
    'src/call-budget.ts',
    'src/config.ts',
    'src/freshness.ts',
    'src/graphql-schema.ts',
    'src/identity',
    'src/metrics',
    'src/operations',
    'src/query-limits',
    'src/server.ts',
    'src/targets.ts',
  ],
  'src/serve.ts': [
    'src/aws',
    'src/config.ts',
    'src/explorer',
    'src/gateway.ts',
    'src/operations',
    'src/server.ts',
  ],
  'src/lambda': [
    'src/apollo.ts',
    'src/config',
    'src/config.ts',
    'src/context.ts',
    'src/errors.ts',
    'src/gateway.ts',
    'src/http',
    'src/operations',
    'src/principal.ts',
  ],
  'src/lambda.ts': ['src/config.ts', 'src/gateway.ts', 'src/lambda', 'src/logs'],
  'src/emulator': [],
  'src/main.ts': [
    'src/audit',
    'src/config',
    'src/config.ts',
    'src/emulator',
    'src/logs',
    'src/operations',
    'src/serve.ts',
    'src/tracing',
  ],
};

/** Packages that only these rooms may use. */
const PACKAGES: readonly (readonly [pattern: RegExp, rooms: readonly string[]])[] = [
  [/^@(aws-sdk|smithy)\//, ['src/aws']],
  [/^cockatiel$/, ['src/aws', 'src/valkey']],
  [/^lru-cache$/, ['src/aws', 'src/changes']],
  [/^rate-limiter-flexible$/, ['src/aws', 'src/query-limits', 'src/valkey']],
  [/^graphql-query-complexity$/, ['src/query-limits']],
  [/^ioredis$/, ['src/valkey']],
  [/^jose$/, ['src/identity']],
  [/^(node-sqlite3-wasm|pg|proper-lockfile)$/, ['src/audit']],
  [/^graphql-parse-resolve-info$/, ['resolvers']],
  [/^dataloader$/, ['src/loaders']],
  [/^type-graphql$/, ['schema', 'resolvers', 'src/graphql-schema.ts']],
  [/^fastify$/, ['src/server.ts', 'src/serve.ts', 'src/http', 'src/operations', 'src/explorer']],
  [/^@fastify\/(cors|helmet|under-pressure)$/, ['src/http']],
  [/^@fastify\/static$/, ['src/explorer']],
  [
    /^@apollo\//,
    [
      'src/apollo.ts',
      'src/server.ts',
      'src/http',
      'src/query-limits',
      'src/bill-plugin.ts',
      'src/operations',
    ],
  ],
  [/^@as-integrations\/fastify$/, ['src/server.ts']],
  [/^(@as-integrations\/aws-lambda|aws-lambda)$/, ['src/lambda', 'src/lambda.ts']],
  [/^@opentelemetry\//, ['src/tracing']],
  [/^prom-client$/, ['src/metrics']],
  [/^(graphiql|react|react-dom|@graphiql\/)/, ['src/explorer/browser']],
  [/^yaml$/, ['src/config']],
  [/^zod$/, ['src/limits', 'src/config', 'src/config.ts', 'src/identity', 'src/emulator']],
];

/** Rooms that use no package at all. */
const PLAIN_ROOMS = [
  'src/transitions',
  'src/records',
  'src/errors.ts',
  'src/ids.ts',
  'src/targets.ts',
  'src/principal.ts',
];

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly lines: number;
  /** Paths of files for our own, names for packages. */
  readonly imports: readonly string[];
}

const files = ['src', 'schema', 'resolvers'].flatMap(sourceFiles).map(readSource);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    path,
    room: roomOf(path),
    lines: text.split('\n').length - 1,
    imports: imports
      .filter((name) => !/\.(css|graphql)$/.test(name))
      // What is loaded later is named as node finds it.
      .map((name) => (name.startsWith('.') ? `${join(dirname(path), name).replace(/\.js$/, '')}.ts` : name)),
  };
}

function roomOf(path: string): string {
  const room = Object.keys(ROOMS).find((name) => path === name || path.startsWith(`${name}/`));
  return room ?? `no room for ${path}`;
}

const isOurs = (name: string) => /^(src|schema|resolvers)\//.test(name);

test('every file stands in a room', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter(({ room }) => !(room in ROOMS)).map(({ path }) => path)).toEqual([]);
});

test('imports point one way', () => {
  const wrong = files.flatMap(({ path, room, imports }) =>
    imports
      .filter(isOurs)
      .filter((name) => roomOf(name) !== room && ROOMS[room]?.includes(roomOf(name)) !== true)
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('packages are used only where they belong', () => {
  const wrong = files.flatMap(({ path, room, imports }) =>
    imports
      .filter((name) => !isOurs(name) && !name.startsWith('node:'))
      .filter(
        (name) =>
          PLAIN_ROOMS.includes(room) ||
          PACKAGES.some(([pattern, rooms]) => pattern.test(name) && !rooms.includes(room)),
      )
      .map((name) => `${path} uses ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('the emulator knows node, npm and itself', () => {
  const emulator = files.filter(({ room }) => room === 'src/emulator');
  const packages = new Set(emulator.flatMap(({ imports }) => imports.filter((name) => !isOurs(name))));
  expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['zod']);
});

test('there are no cycles', () => {
  const imports = new Map(files.map((file) => [file.path, file.imports.filter(isOurs)]));
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(cycles).toEqual([]);
});

test('there are no barrels, and files stay small', () => {
  expect(files.filter(({ path }) => path.endsWith('/index.ts')).map(({ path }) => path)).toEqual([]);
  expect(files.filter(({ lines }) => lines > MAX_LINES).map(({ path }) => path)).toEqual([]);
});
