/** The name under which tabs share a connection: another one for each gateway and for each caller with other rights. */

interface Caller {
  readonly name: string | null | undefined;
  readonly scopes: readonly string[];
  readonly targets: readonly { readonly name: string }[];
}

/**
 * @param endpoint the URL of the gateway
 * @param ownName the name of a tab without an answer about its caller: it shares with no other
 */
export function channelName(endpoint: string, caller: Caller | undefined, ownName: string): string {
  const rights =
    caller && JSON.stringify([caller.name, caller.scopes, caller.targets.map(({ name }) => name)]);
  return `secops-graph ${endpoint} ${rights ?? ownName}`;
}
