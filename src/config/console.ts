/** The settings of the web console, derived from its variables and the sign-in of the gateway. */
import { ConfigError } from '../domain/errors';
import type { ConsoleSettings, ConsoleSignIn } from '../http/console-settings';
import type { IdentitySettings } from '../identity/settings';
import type { ConsoleVariables } from './console-variables';

/** The variables that mean nothing without CONSOLE_OIDC_CLIENT_ID. */
const DETAILS = [
  'CONSOLE_OIDC_ISSUER',
  'CONSOLE_OIDC_SCOPE',
  'CONSOLE_OIDC_AUDIENCE',
] as const satisfies readonly (keyof ConsoleVariables)[];

/** Throws ConfigError when the variables contradict each other, or name an issuer whose tokens the gateway does not accept. */
export function readConsole(
  variables: ConsoleVariables,
  identity: IdentitySettings | 'ANONYMOUS',
): ConsoleSettings {
  return { signIn: readSignIn(variables, identity), connectOrigins: variables.CONSOLE_CONNECT_ORIGINS };
}

function readSignIn(
  variables: ConsoleVariables,
  identity: IdentitySettings | 'ANONYMOUS',
): ConsoleSignIn | undefined {
  const { CONSOLE_OIDC_CLIENT_ID: clientId, CONSOLE_OIDC_ISSUER: chosen } = variables;
  if (clientId === undefined) {
    const orphan = DETAILS.find((name) => variables[name] !== undefined);
    if (orphan === undefined) return undefined;
    throw new ConfigError(`${orphan} is set without CONSOLE_OIDC_CLIENT_ID: set both or neither.`);
  }
  return {
    issuer: chooseIssuer(identity === 'ANONYMOUS' ? [] : identity.issuers, chosen),
    clientId,
    scope: variables.CONSOLE_OIDC_SCOPE ?? 'openid',
    audience: variables.CONSOLE_OIDC_AUDIENCE,
  };
}

function chooseIssuer(issuers: IdentitySettings['issuers'], chosen: string | undefined): string {
  if (issuers.length === 0) {
    throw new ConfigError(
      'CONSOLE_OIDC_CLIENT_ID is set, and no issuer is configured: set OIDC_ISSUER and OIDC_AUDIENCE, or list issuers in ACCESS_FILE.',
    );
  }
  if (chosen !== undefined) {
    if (issuers.some(({ issuer }) => issuer === chosen)) return chosen;
    throw new ConfigError(
      'CONSOLE_OIDC_ISSUER is not a configured issuer: set it to the value of OIDC_ISSUER, or of an issuer in ACCESS_FILE.',
    );
  }
  const found = issuers.find(({ name }) => name === undefined) ?? issuers[0];
  if (found === undefined || (found.name !== undefined && issuers.length > 1)) {
    throw new ConfigError(
      'ACCESS_FILE lists several issuers: set CONSOLE_OIDC_ISSUER to the one of the client in CONSOLE_OIDC_CLIENT_ID.',
    );
  }
  return found.issuer;
}
