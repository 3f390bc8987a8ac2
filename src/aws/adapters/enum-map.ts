/** Translates between AWS's enum values and the schema's SCREAMING_CASE names. */

export interface EnumMap<Name extends string> {
  /** UNRECOGNIZED for a value that AWS added later; undefined where AWS says nothing. */
  fromAws(value: string | null | undefined): Name | 'UNRECOGNIZED' | undefined;
}

/** `names` maps every value of AWS's model to its name in the schema. */
export function enumMap<Name extends string>(names: Readonly<Record<string, Name>>): EnumMap<Name> {
  const byValue = new Map(Object.entries(names));
  return {
    fromAws: (value) => (value == null ? undefined : (byValue.get(value) ?? 'UNRECOGNIZED')),
  };
}

/** A value for a request. UNRECOGNIZED never comes so far: src/limits refuses it. */
export function recognized<Name extends string>(name: Name): Exclude<Name, 'UNRECOGNIZED'> {
  if (name === 'UNRECOGNIZED') throw new Error('UNRECOGNIZED cannot be sent to AWS.');
  return name as Exclude<Name, 'UNRECOGNIZED'>;
}
