// Relay's compiler takes the schema: connections, node and mutations as Relay wants them.
import { existsSync, readdirSync } from 'node:fs';
import compiler from 'relay-compiler';
import { describeWith } from '../support/describe-with';
import { openTemporaryProject, TEXT_SCALARS, type TemporaryProject } from './temporary-project';

const isThere = compiler !== null && existsSync(compiler);
const needs = `a relay-compiler for ${process.platform} ${process.arch}`;

describeWith(
  isThere,
  'clients/relay',
  needs,
)("with Relay's compiler", () => {
  let project: TemporaryProject;

  beforeAll(() => {
    project = openTemporaryProject('relay', 'relay.config.json', {
      src: '.',
      schema: './schema.graphql',
      language: 'typescript',
      artifactDirectory: './generated',
      eagerEsModules: true,
      customScalarTypes: TEXT_SCALARS,
    });
  });

  afterAll(() => {
    project.remove();
  });

  const compile = () => {
    if (compiler === null) throw new Error('CI needs a platform that relay-compiler has a program for.');
    return project.run(compiler, 'relay.config.json');
  };

  test('a client compiles, and its types are those of the schema', () => {
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

  test('a field that the schema does not have is refused', () => {
    project.addUnknownField('unknownField.ts');
    const { status, output } = compile();
    expect(status).not.toBe(0);
    expect(output).toContain('The type `ClassificationJob` has no field `colour`');
  });
});
