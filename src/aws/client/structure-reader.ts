/** The readers of structures in AWS responses, as generated code. */
import { UNREADABLE, unreadableIn } from '../../domain/records/unreadable';
import {
  isAbsent,
  isStructure,
  readText,
  UNREADABLE_VALUE,
  type Findings,
  type Reader,
  type Structure,
} from './value-readers';

export interface Member {
  readonly name: string;
  /** The name in the body. */
  readonly key: string;
  readonly read: Reader;
}

/** When a structure keeps its unknown members. The SDK keeps them if AWS sends the type of the structure. */
export type KeepsUnknown = 'never' | 'if-typed' | 'always';

const CONDITIONS = {
  never: 'false',
  'if-typed': "typeof value.__type === 'string'",
  always: 'true',
} as const satisfies Record<KeepsUnknown, string>;

const HELPERS = { isAbsent, isStructure, keepUnknown, markUnreadable, UNREADABLE_VALUE } as const;

/**
 * The reader of a structure. It returns a new structure without null and unreadable members, which it marks.
 *
 * The code is generated, because V8 reads and writes members of known names several times as fast: readers that loop over
 * the members take 30 % longer for a whole page, its parsing included. It is made of the names of the SDK's schemas only.
 * @param essential the member without which the structure is unreadable as a whole.
 */
export function structureReader(
  members: readonly Member[],
  essential: string | undefined,
  keepsUnknown: KeepsUnknown,
): Reader {
  const text = JSON.stringify;
  const isUnreadable = members.map((_member, index) => `m${index} === UNREADABLE_VALUE`).join(' || ');
  const variables = members.map(({ key, read }, index) =>
    read === readText
      ? `let m${index} = value[${text(key)}] ?? undefined;
         if (m${index} !== undefined && typeof m${index} !== 'string') m${index} = UNREADABLE_VALUE;`
      : `let m${index} = value[${text(key)}] ?? undefined;
         if (m${index} !== undefined) m${index} = read${index}(m${index}, findings);`,
  );
  const code = `
    const { ${Object.keys(HELPERS).join(', ')} } = helpers;
    const [${members.map((_member, index) => `read${index}`).join(', ')}] = members.map(({ read }) => read);
    return (value, findings) => {
      if (!isStructure(value)) return UNREADABLE_VALUE;
      ${variables.join('\n')}
      const structure = { ${members.map(({ name }, index) => `${text(name)}: m${index}`).join(', ')} };
      if (${isUnreadable || 'false'}) markUnreadable(structure, findings);
      if (${CONDITIONS[keepsUnknown]}) keepUnknown(structure, value, members);
      ${essential === undefined ? '' : `if (isAbsent(structure[${text(essential)}])) return UNREADABLE_VALUE;`}
      return structure;
    };`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- V8 reads members of known names several times as fast, and the code contains only names of the SDK's schemas
  const generated = new Function('members', 'helpers', code) as (
    given: readonly Member[],
    helpers: typeof HELPERS,
  ) => Reader;
  return generated(members, HELPERS);
}

function markUnreadable(structure: Structure, findings: Findings): void {
  const names = Object.keys(structure).filter((name) => structure[name] === UNREADABLE_VALUE);
  for (const name of names) structure[name] = undefined;
  structure[UNREADABLE] = new Set(names);
  findings.isPartial = true;
}

function keepUnknown(structure: Structure, value: Structure, members: readonly Member[]): void {
  const unreadable = unreadableIn(structure);
  for (const key of Object.keys(value)) {
    const name = members.find((member) => member.key === key)?.name ?? key;
    if (structure[name] === undefined && !unreadable.has(name)) structure[name] = value[key];
  }
}
