// The client preset of GraphQL Code Generator takes the schema.
import { openWorkshop, packageProgram, TEXT_SCALARS, type Workshop } from './temporary-project';

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop('codegen', 'codegen.json', {
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
  workshop.remove();
});

const compile = () => workshop.run(packageProgram('graphql-codegen'), '--config', 'codegen.json');

test('a client compiles, and its types are those of the schema', () => {
  const { status, output } = compile();
  expect([status, status === 0 ? '' : output]).toEqual([0, '']);
  expect(workshop.typeErrors('cases.ts')).toEqual([]);
});

test('a field that the schema does not have is refused', () => {
  workshop.addUnknownField('operations/unknown-field.graphql');
  const { status, output } = compile();
  expect(status).toBe(1);
  expect(output).toContain('Cannot query field "colour" on type "SecurityCase"');
});
