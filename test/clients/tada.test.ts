// gql.tada takes the schema: types inferred from documents, without generated operations.
import { openWorkshop, packageProgram, type Workshop } from './temporary-project';

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop('tada', 'tsconfig.json', {
    compilerOptions: {
      strict: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
      plugins: [
        {
          name: 'gql.tada/ts-plugin',
          schema: './schema.graphql',
          tadaOutputLocation: './generated/graphql-env.d.ts',
        },
      ],
    },
    include: ['*.ts'],
  });
});

afterAll(() => {
  workshop.remove();
});

const tada = (command: string) => workshop.run(packageProgram('gql.tada'), command);

test('a client compiles, and its types are those of the schema', () => {
  for (const command of ['generate-output', 'check']) {
    const { status, output } = tada(command);
    expect([command, status, status === 0 ? '' : output]).toEqual([command, 0, '']);
  }
  expect(workshop.typeErrors('members.ts')).toEqual([]);
});

test('a field that the schema does not have is refused', () => {
  workshop.addUnknownField('unknown-field.ts');
  const { status, output } = tada('check');
  expect(status).toBe(1);
  expect(output).toContain('Cannot query field "colour" on type "MacieMember"');
});
