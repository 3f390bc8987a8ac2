// docs/clients.md contains the code that the tests of the clients execute, and docs/client-failures.md describes every error code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isEnumType, isScalarType, isSpecifiedScalarType } from 'graphql';
import { AwsError, ERROR_CODES } from '../../src/domain/errors';
import { readDocument, tableRows } from '../support/markdown';
import { blockOf, configOf, FAILURES_PAGE } from './page';
import { openTemporaryProject } from './temporary-project';

const FIXTURES = join(__dirname, 'fixtures');

const FILES = [
  'codegen/codegen.mjs',
  'page/apollo.ts',
  'page/graphql-request.ts',
  'page/relay.ts',
  'page/schema-types.mjs',
  'page/trusted.ts',
  'page/urql.ts',
  'tada/graphql.ts',
  'vite/vite.config.js',
];

test('the list has every file of the page', () => {
  const files = readdirSync(join(FIXTURES, 'page'), { withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(FILES).toEqual(expect.arrayContaining(files.map(({ name }) => `page/${name}`)));
});

test.each(FILES)('the page has the code of %s', (file) => {
  expect(blockOf(file.replace(/^\w+\//, ''))).toBe(readFileSync(join(FIXTURES, file), 'utf8'));
});

test('the code has no type error', () => {
  const project = openTemporaryProject('page', 'unused.json', {});
  try {
    for (const file of ['apollo.ts', 'graphql-request.ts', 'relay.ts', 'trusted.ts', 'urql.ts']) {
      expect([file, project.typeErrors(file)]).toEqual([file, []]);
    }
  } finally {
    project.remove();
  }
});

test('the page has the type of every scalar', () => {
  const types = Object.values(buildSchema(readDocument('schema/schema.graphql')).getTypeMap());
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const names = scalars.map(({ name }) => name).sort();
  const { customScalarTypes } = configOf('relay.config.json') as { customScalarTypes: object };
  expect(Object.keys(customScalarTypes).sort()).toEqual(names);
  for (const file of ['codegen.mjs', 'graphql.ts']) {
    expect(names.filter((name) => !blockOf(file).includes(`  ${name}: `))).toEqual([]);
  }
});

test('the caches merge the pages of every list', () => {
  const query = buildSchema(readDocument('schema/schema.graphql')).getQueryType()?.getFields() ?? {};
  const fields = Object.values(query).filter(({ type }) => getNamedType(type).name.endsWith('Connection'));
  const names = `const lists = [\n${fields.map(({ name }) => `  '${name}',`).join('\n')}\n];`;
  for (const file of ['apollo.ts', 'urql.ts']) expect(blockOf(file)).toContain(names);
});

const DETAILS = { service: 'macie2', operation: 'ListMembers', target: 'default', notApplied: true } as const;

test('the page says for every error code whether to send a request again', () => {
  const rows = tableRows(readDocument(FAILURES_PAGE), 'extensions.code');
  expect(rows.map(([code]) => code)).toEqual([...ERROR_CODES]);
  const repeated = rows.filter(([, again]) => again === 'yes').map(([code]) => code);
  const retryable = ERROR_CODES.filter(
    (code) => code.startsWith('AWS_') && new AwsError(code as AwsError['code'], DETAILS).retryable,
  );
  const withoutAws = [
    'LEASE_UNAVAILABLE',
    'OVERLOADED',
    'AUDIT_UNAVAILABLE',
    'HISTORY_UNAVAILABLE',
    'RATE_LIMITED',
    'STREAM_ENDED',
  ];
  expect(repeated).toEqual([...retryable, ...withoutAws]);
});

test('the page has every code of user errors', () => {
  const type = buildSchema(readDocument('schema/schema.graphql')).getType('UserErrorCode');
  const codes = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  expect(tableRows(readDocument(FAILURES_PAGE), 'userErrors.code').map(([code]) => code)).toEqual(
    codes.sort(),
  );
});
