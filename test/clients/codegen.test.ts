// The client preset of GraphQL Code Generator accepts the schema.
import { openTemporaryProject, packageProgram, type TemporaryProject } from './temporary-project';

let project: TemporaryProject;

beforeAll(() => {
  project = openTemporaryProject('codegen', 'unused.json', {});
});

afterAll(() => {
  project.remove();
});

const compile = () => project.run(packageProgram('graphql-codegen'), '--config', 'codegen.mjs');

test('a client compiles with the types of the schema', () => {
  const { status, output } = compile();
  expect([status, status === 0 ? '' : output]).toEqual([0, '']);
  expect(project.typeErrors('cases.ts')).toEqual([]);
});

test('rejects a field that the schema does not have', () => {
  project.addUnknownField('operations/unknown-field.graphql');
  const { status, output } = compile();
  expect(status).toBe(1);
  expect(output).toContain('Cannot query field "colour" on type "SecurityCase"');
});
