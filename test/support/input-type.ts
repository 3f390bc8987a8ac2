// The names of the mutations' input types.

/** `closeSecurityCase` becomes CloseSecurityCaseInput. */
export function inputTypeOf(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
}
