/** The conversion of AWS enum values to the names of the schema. */

export interface EnumMap<Name extends string> {
  /** UNRECOGNIZED for a value that the AWS model does not contain; undefined for an absent or empty value, which AWS sends for a value that it leaves out. */
  fromAws(value: string | null | undefined): Name | 'UNRECOGNIZED' | undefined;
}

/** @param names the schema name of every value of the AWS model. */
export function enumMap<Name extends string>(names: Readonly<Record<string, Name>>): EnumMap<Name> {
  const byValue = new Map(Object.entries(names));
  return {
    fromAws: (value) => (value == null || value === '' ? undefined : (byValue.get(value) ?? 'UNRECOGNIZED')),
  };
}

/** The value for a request to AWS. Throws for UNRECOGNIZED, which src/input-rules rejects earlier. */
export function recognized<Name extends string>(name: Name): Exclude<Name, 'UNRECOGNIZED'> {
  if (name === 'UNRECOGNIZED') throw new Error('UNRECOGNIZED cannot be sent to AWS.');
  return name as Exclude<Name, 'UNRECOGNIZED'>;
}
