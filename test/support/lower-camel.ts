// The schema's names of AWS members in UpperCamelCase.

/** `UserId` becomes userId, and `ARN` becomes arn. */
export function lowerCamel(name: string): string {
  return /^[A-Z]+$/.test(name) ? name.toLowerCase() : `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`;
}
