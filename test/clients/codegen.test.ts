// The client preset of GraphQL Code Generator accepts the schema.
import {
  openTemporaryProject,
  packageProgram,
  TEXT_SCALARS,
  type TemporaryProject,
} from './temporary-project';

let project: TemporaryProject;

beforeAll(() => {
  project = openTemporaryProject('codegen', 'codegen.json', {
    schema: 'schema.graphql',
    documents: 'operations/*.graphql',
    generates: {
      'generated/': {
        preset: 'client',
        presetConfig: { fragmentMasking: false },
        config: { enumsAsTypes: true, strictScalars: true, scalars: TEXT_SCALARS },
      },
    },
  });
});

afterAll(() => {
  project.remove();
});

const compile = () => project.run(packageProgram('graphql-codegen'), '--config', 'codegen.json');

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
