// docs/coverage.md: the place in the schema of every member of AWS's operations.
import { FACTS } from '../coverage/facts/facts';
import { MACIE } from '../coverage/macie';
import type { MemberPlaces, Places, ServicePlaces } from '../coverage/places';
import { SECURITY_IR } from '../coverage/security-ir';
import { WORKMAIL } from '../coverage/workmail';
import type { GeneratedFile } from './generated-file';

export const COVERAGE_PAGE: GeneratedFile = {
  path: 'docs/coverage.md',
  render: () => render(coverageRows()),
};

const PLACES: Readonly<Record<string, ServicePlaces>> = {
  macie2: MACIE,
  workmail: WORKMAIL,
  'security-ir': SECURITY_IR,
};

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

export function coverageRows(): Row[] {
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
