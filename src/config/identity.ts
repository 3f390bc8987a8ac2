/** Whether one has to sign in, and how: what the variables say together. */
import { BUILT_IN_ROLES } from '../identity/roles';
import type { IdentitySettings, OidcSettings } from '../identity/settings';
import { isLoopbackHost } from '../domain/loopback';
import type { Target } from '../domain/targets';
import { readAccess } from './access-file';
import type { IdentityVariables } from './identity-variables';
import { ConfigError } from '../domain/errors';

interface IdentityDependencies {
  readonly host: string;
  readonly awsMode: 'emulator' | 'live';
  readonly targets: readonly Target[];
}

const WAYS = 'set OIDC_ISSUER and OIDC_AUDIENCE, or ACCESS_FILE';

/** Throws ConfigError, so that nobody is let in by a variable that was forgotten. */
export function readIdentity(
  variables: IdentityVariables,
  { host, awsMode, targets }: IdentityDependencies,
): IdentitySettings | 'ANONYMOUS' {
  const { AUTH, ACCESS_FILE } = variables;
  const oidc = readOidc(variables);
  if (oidc === undefined && ACCESS_FILE === undefined) {
    if (AUTH !== 'none') refuseToBeOpen(AUTH, host, awsMode);
    return 'ANONYMOUS';
  }
  if (AUTH === 'none') {
    const name = oidc === undefined ? 'ACCESS_FILE' : 'OIDC_ISSUER';
    throw new ConfigError(`AUTH is none, and ${name} says who may sign in: keep one of them.`);
  }
  const access =
    ACCESS_FILE === undefined ? { roles: BUILT_IN_ROLES, tokens: [] } : readAccess(ACCESS_FILE, targets);
  if (oidc === undefined && access.tokens.length === 0) {
    throw new ConfigError(
      `Nobody could sign in: list tokens in ACCESS_FILE ${ACCESS_FILE ?? ''}, or set OIDC_ISSUER and OIDC_AUDIENCE.`,
    );
  }
  return { oidc, ...access };
}

function refuseToBeOpen(auth: 'required' | undefined, host: string, awsMode: 'emulator' | 'live'): void {
  if (auth === 'required') throw new ConfigError(`AUTH is required, and nobody could sign in: ${WAYS}.`);
  const open = `nobody has to sign in: ${WAYS}, or AUTH=none if that is meant`;
  if (awsMode === 'live') throw new ConfigError(`AWS_MODE is live, and ${open}.`);
  if (!isLoopbackHost(host)) {
    throw new ConfigError(`HOST is ${host}, which other machines may reach, and ${open}.`);
  }
}

function readOidc({
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: audience,
  OIDC_JWKS_URL: jwksUrl,
  OIDC_ROLES_CLAIM: rolesClaim,
}: IdentityVariables): OidcSettings | undefined {
  if (issuer !== undefined && audience !== undefined) {
    return { issuer, audience, jwksUrl, rolesClaim: rolesClaim ?? 'roles' };
  }
  if (issuer !== undefined) {
    throw new ConfigError(
      'OIDC_ISSUER is set without OIDC_AUDIENCE: set it to what tokens for this gateway name.',
    );
  }
  const [left] = Object.entries({
    OIDC_AUDIENCE: audience,
    OIDC_JWKS_URL: jwksUrl,
    OIDC_ROLES_CLAIM: rolesClaim,
  }).filter(([, value]) => value !== undefined);
  if (left !== undefined) throw new ConfigError(`${left[0]} is set without OIDC_ISSUER: set both, or none.`);
  return undefined;
}
