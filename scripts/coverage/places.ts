// The place of an AWS member in the schema: coordinates such as Type.field or Type.field(argument:), or the reason why it has none.

export type Places = readonly string[] | { readonly nowhere: string };

export type MemberPlaces = Readonly<Record<string, Places>>;

export interface OperationPlaces {
  readonly input: MemberPlaces;
  readonly output: MemberPlaces;
}

export interface ServicePlaces {
  readonly operations: Readonly<Record<string, OperationPlaces>>;
  readonly structures: Readonly<Record<string, MemberPlaces>>;
}

export const nowhere = (reason: string): Places => ({ nowhere: reason });

/** Members that have their AWS names in one type. */
export function sameIn(type: string, ...members: readonly string[]): MemberPlaces {
  return Object.fromEntries(members.map((member) => [member, [`${type}.${member}`]]));
}

/** Enum members that have their AWS names in one type, and AWS's word beside them. */
export function enumsIn(type: string, ...members: readonly string[]): MemberPlaces {
  const awsWord = (member: string) => `aws${member.charAt(0).toUpperCase()}${member.slice(1)}`;
  return Object.fromEntries(
    members.map((member) => [member, [`${type}.${member}`, `${type}.${awsWord(member)}`]]),
  );
}

/** Members that have other names in one type: the fields by member. */
export function renamedIn(type: string, fields: Readonly<Record<string, string>>): MemberPlaces {
  return Object.fromEntries(Object.entries(fields).map(([member, field]) => [member, [`${type}.${field}`]]));
}

export const PAGE_SIZE = nowhere('The gateway asks for as many rows as the answer needs.');
export const REQUEST_TOKEN = nowhere('Sealed in `endCursor` and given back by `after`.');
export const ANSWER_TOKEN = nowhere('Sealed in `pageInfo.endCursor` and the cursors of the edges.');
