// docs/coverage.md: from every member of AWS's operations to where it stands in the schema. UPDATE_DOCS=true writes it anew.
import {
  buildClientSchema,
  introspectionFromSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { createSchema } from '../../src/app/graphql-schema';
import { committed } from '../support/generated';
import { FACTS } from './facts';
import { MACIE } from './macie';
import type { MemberPlaces, Places, ServicePlaces } from './places';
import { SECURITY_IR } from './security-ir';
import { WORKMAIL } from './workmail';

const DOCUMENT = 'docs/coverage.md';

const PLACES: Readonly<Record<string, ServicePlaces>> = {
  macie2: MACIE,
  workmail: WORKMAIL,
  'security-ir': SECURITY_IR,
};

const schema = buildClientSchema(introspectionFromSchema(createSchema(), { inputValueDeprecation: true }));

/** True for a coordinate such as Type.field or Type.field(argument:) that the schema has. */
function stands(coordinate: string): boolean {
  const [, typeName = '', fieldName = '', argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  if (isInputObjectType(type)) return argument === undefined && fieldName in type.getFields();
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const field = type.getFields()[fieldName];
  if (field === undefined) return false;
  return argument === undefined || field.args.some(({ name }) => name === argument);
}

interface Row {
  /** As macie2 CreateMember.input. */
  readonly holder: string;
  readonly member: string;
  readonly places: Places | undefined;
}

/** Every member of the facts with its places, and every place of a member that the facts do not have. */
function rowsOf(holder: string, members: readonly string[], places: MemberPlaces = {}): Row[] {
  const strays = Object.keys(places).filter((member) => !members.includes(member));
  return [...members, ...strays.map((member) => `${member} (not in the facts)`)].map((member) => ({
    holder,
    member,
    places: places[member],
  }));
}

function allRows(): Row[] {
  return Object.entries(FACTS).flatMap(([service, { operations, structures }]) => [
    ...Object.entries(operations).flatMap(([name, { input, output }]) => {
      const places = PLACES[service]?.operations[name];
      return [
        ...rowsOf(`${service} ${name} input`, input, places?.input),
        ...rowsOf(`${service} ${name} output`, output, places?.output),
      ];
    }),
    ...Object.entries(structures).flatMap(([name, members]) =>
      rowsOf(`${service} structure ${name}`, members, PLACES[service]?.structures[name]),
    ),
  ]);
}

function describePlaces(places: Places | undefined): string {
  if (places === undefined) return '**missing**';
  return 'nowhere' in places ? places.nowhere : places.map((place) => `\`${place}\``).join(', ');
}

function render(rows: readonly Row[]): string {
  const placed = rows.filter(({ places }) => places !== undefined && !('nowhere' in places)).length;
  const holders = [...new Set(rows.map(({ holder }) => holder))];
  return [
    '# Coverage',
    '',
    'From every input and output member of the AWS operations on the four resources to the field or argument that carries it.',
    'Generated from the schema and a list of facts by `npm run docs`; a test keeps it true.',
    '',
    `${rows.length} members: ${placed} stand in the schema, ${rows.length - placed} do not, for the reason given.`,
    ...holders.flatMap((holder) => [
      '',
      `## ${holder}`,
      '',
      '| member | in the schema |',
      '| --- | --- |',
      ...rows
        .filter((row) => row.holder === holder)
        .map(({ member, places }) => `| \`${member}\` | ${describePlaces(places)} |`),
    ]),
    '',
  ].join('\n');
}

test('every member stands in the schema, or there is a reason why not', () => {
  const rows = allRows();
  expect(rows.length).toBeGreaterThan(300);
  expect(rows.filter(({ places }) => places === undefined)).toEqual([]);
  const coordinates = rows.flatMap(({ places }) =>
    places === undefined || 'nowhere' in places ? [] : places,
  );
  expect(coordinates.filter((coordinate) => !stands(coordinate))).toEqual([]);
});

test('docs/coverage.md is up to date (npm run docs)', () => {
  const text = render(allRows());
  expect(committed(DOCUMENT, text)).toBe(text);
});
