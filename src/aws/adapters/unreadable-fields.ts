/** The marks of records, derived from the marks of the AWS structures that they are made from. */
import { UNREADABLE, unreadableIn, type Marked } from '../../domain/records/unreadable';

/** The fields of a record by the AWS member that they come from; a member that is left out has the name of its field. */
export type FieldNames = Readonly<Record<string, string | readonly string[]>>;

/** The mark of the record's fields that come from unreadable members of the structures; nothing when all are readable. */
export function unreadableFields(names: FieldNames, ...structures: readonly (object | undefined)[]): Marked {
  if (!structures.some(isMarked)) return {};
  const members = structures.flatMap((structure) => (structure ? [...unreadableIn(structure)] : []));
  return { [UNREADABLE]: new Set(members.flatMap((member) => names[member] ?? fieldOf(member))) };
}

function isMarked(structure: object | undefined): boolean {
  return structure !== undefined && unreadableIn(structure).size > 0;
}

/** WorkMail writes the names of members in upper camel case. */
function fieldOf(member: string): string {
  return member.charAt(0).toLowerCase() + member.slice(1);
}
