// gql.tada takes the schema: types inferred from documents, without generated operations.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { openWorkshop, SCHEMA, type Workshop } from './workshop';

let workshop: Workshop;

beforeAll(() => {
  workshop = openWorkshop('tada');
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const file = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
  writeFileSync(join(workshop.generated, 'graphql-env.d.ts'), file);
});

afterAll(() => {
  workshop.remove();
});

test('a client compiles, and its types are those of the schema', () => {
  expect(workshop.typeErrors('members.ts')).toEqual([]);
});

test('a field that the schema does not have is refused', () => {
  workshop.addUnknownField('unknown-field.ts');
  expect(workshop.typeErrors('unknown-field.ts')).toEqual([
    expect.stringContaining("is not assignable to type 'string"),
  ]);
});
