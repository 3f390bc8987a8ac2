// AWS's UpperCamel members under the schema's names.

/** `UserId` becomes userId, `ARN` arn. */
export function lowerCamel(name: string): string {
  return /^[A-Z]+$/.test(name) ? name.toLowerCase() : `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`;
}
