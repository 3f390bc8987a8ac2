/** The page token of AWS lists: an empty token means the same as none, the end of the list. */

/** The members of outputs with the token of the next page; WorkMail uses the second. */
export const TOKEN_MEMBERS: readonly string[] = ['nextToken', 'NextToken'];

/** The output without its page token if that is empty or null, which AWS services return with the last page of a list. */
export function withoutEmptyToken<Output extends object>(output: Output): Output {
  const members = output as Readonly<Record<string, unknown>>;
  const isEmpty = (member: string) => members[member] === '' || members[member] === null;
  if (!TOKEN_MEMBERS.some(isEmpty)) return output;
  // A copy by spread keeps the marks of unreadable members.
  return {
    ...output,
    ...Object.fromEntries(TOKEN_MEMBERS.filter(isEmpty).map((member) => [member, undefined])),
  };
}
