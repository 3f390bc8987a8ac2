// gql.tada accepts the schema: it infers types from documents, without generated operations.
import { configOf } from './page';
import { openTemporaryProject, packageProgram, type TemporaryProject } from './temporary-project';

let project: TemporaryProject;

beforeAll(() => {
  project = openTemporaryProject('tada', 'tsconfig.json', configOf('tsconfig.json'));
});

afterAll(() => {
  project.remove();
});

const tada = (command: string) => project.run(packageProgram('gql.tada'), command);

test('a client compiles with the types of the schema', () => {
  for (const command of ['generate-output', 'check']) {
    const { status, output } = tada(command);
    expect([command, status, status === 0 ? '' : output]).toEqual([command, 0, '']);
  }
  expect(project.typeErrors('members.ts')).toEqual([]);
});

test('rejects a field that the schema does not have', () => {
  project.addUnknownField('unknown-field.ts');
  const { status, output } = tada('check');
  expect(status).toBe(1);
  expect(output).toContain('Cannot query field "colour" on type "MacieMember"');
});
