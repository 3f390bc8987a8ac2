// Relay's compiler takes the schema: connections, node and mutations as Relay wants them.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import compiler from 'relay-compiler';
import { openWorkshop, SCHEMA, type Workshop } from './workshop';

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop('relay');
  copyFileSync(SCHEMA, join(workshop.folder, 'schema.graphql'));
  const config = {
    src: '.',
    schema: './schema.graphql',
    language: 'typescript',
    artifactDirectory: './generated',
    eagerEsModules: true,
    customScalarTypes: { ClassificationJobId: 'string', DateTimeISO: 'string', AwsAccountId: 'string' },
  };
  writeFileSync(join(workshop.folder, 'relay.config.json'), JSON.stringify(config));
});

afterAll(() => {
  workshop.remove();
});

/** The compiler is a program inside its package. */
const compile = () =>
  spawnSync(compiler, ['relay.config.json'], { cwd: workshop.folder, encoding: 'utf8', timeout: 20_000 });

test('a client compiles, and its types are those of the schema', () => {
  const { status, stdout, stderr } = compile();
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  expect(readdirSync(workshop.generated).sort()).toEqual([
    'jobsCreateMutation.graphql.ts',
    'jobsList.graphql.ts',
    'jobsListPaginationQuery.graphql.ts',
    'jobsQuery.graphql.ts',
    'jobsRow.graphql.ts',
    'jobsRowRefetchQuery.graphql.ts',
  ]);
  expect(workshop.typeErrors('jobs.ts')).toEqual([]);
});

test('a field that the schema does not have is refused', () => {
  workshop.addUnknownField('unknownField.ts');
  const { status, stderr, stdout } = compile();
  expect(status).not.toBe(0);
  expect(stdout + stderr).toContain('colour');
});
