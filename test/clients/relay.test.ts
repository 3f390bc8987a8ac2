// Relay's compiler accepts the schema: connections, node and mutations follow Relay's conventions.
import { existsSync, readdirSync } from 'node:fs';
import compiler from 'relay-compiler';
import { describeWith } from '../support/describe-with';
import { configOf } from './page';
import { openTemporaryProject, type TemporaryProject } from './temporary-project';

const isAvailable = compiler !== null && existsSync(compiler);
const needs = `a relay-compiler for ${process.platform} ${process.arch}`;

describeWith(
  isAvailable,
  'clients/relay',
  needs,
)("with Relay's compiler", () => {
  let project: TemporaryProject;

  beforeAll(() => {
    project = openTemporaryProject('relay', 'relay.config.json', {
      ...configOf('relay.config.json'),
      src: '.',
      eagerEsModules: true,
    });
  });

  afterAll(() => {
    project.remove();
  });

  const compile = () => {
    if (compiler === null) throw new Error('relay-compiler has no program for this platform. CI needs one.');
    return project.run(compiler, 'relay.config.json');
  };

  test('a client compiles with the types of the schema', () => {
    const { status, output } = compile();
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
    expect(readdirSync(project.generated).sort()).toEqual([
      'jobsCreateMutation.graphql.ts',
      'jobsList.graphql.ts',
      'jobsListPaginationQuery.graphql.ts',
      'jobsQuery.graphql.ts',
      'jobsRow.graphql.ts',
      'jobsRowRefetchQuery.graphql.ts',
    ]);
    expect(project.typeErrors('jobs.ts')).toEqual([]);
  });

  test('rejects a field that the schema does not have', () => {
    project.addUnknownField('unknownField.ts');
    const { status, output } = compile();
    expect(status).not.toBe(0);
    expect(output).toContain('The type `ClassificationJob` has no field `colour`');
  });
});
