// The members of AWS's operations: each is in the schema, or has a reason why it is not.
import {
  buildClientSchema,
  introspectionFromSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { createSchema } from '../../src/app/graphql-schema';
import { coverageRows } from '../../scripts/docs/coverage-page';

const schema = buildClientSchema(introspectionFromSchema(createSchema(), { inputValueDeprecation: true }));

/** True when the schema has this coordinate, such as Type.field or Type.field(argument:). */
function isInSchema(coordinate: string): boolean {
  const [, typeName = '', fieldName = '', argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  if (isInputObjectType(type)) return argument === undefined && fieldName in type.getFields();
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const field = type.getFields()[fieldName];
  if (field === undefined) return false;
  return argument === undefined || field.args.some(({ name }) => name === argument);
}

test('every member is in the schema, or has a reason why it is not', () => {
  const rows = coverageRows();
  expect(rows.length).toBeGreaterThan(300);
  expect(rows.filter(({ places }) => places === undefined)).toEqual([]);
  const coordinates = rows.flatMap(({ places }) =>
    places === undefined || 'nowhere' in places ? [] : places,
  );
  expect(coordinates.filter((coordinate) => !isInSchema(coordinate))).toEqual([]);
});
