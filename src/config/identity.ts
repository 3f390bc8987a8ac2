/** The sign-in settings, derived from the variables of sign-in, the host and the AWS mode. */
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

const SIGN_IN_OPTIONS = 'set OIDC_ISSUER and OIDC_AUDIENCE, or ACCESS_FILE';

/**
 * ANONYMOUS when sign-in is off. Throws ConfigError when sign-in is not configured and AUTH=none is not set, so that a
 * forgotten variable cannot open the gateway.
 */
export function readIdentity(
  variables: IdentityVariables,
  { host, awsMode, targets }: IdentityDependencies,
): IdentitySettings | 'ANONYMOUS' {
  const { AUTH, ACCESS_FILE } = variables;
  const oidc = readOidc(variables);
  if (oidc === undefined && ACCESS_FILE === undefined) {
    if (AUTH !== 'none') rejectOpenAccess(AUTH, host, awsMode);
    return 'ANONYMOUS';
  }
  if (AUTH === 'none') {
    const name = oidc === undefined ? 'ACCESS_FILE' : 'OIDC_ISSUER';
    throw new ConfigError(`AUTH is none, and ${name} configures sign-in: unset one of them.`);
  }
  const access =
    ACCESS_FILE === undefined ? { roles: BUILT_IN_ROLES, tokens: [] } : readAccess(ACCESS_FILE, targets);
  if (oidc === undefined && access.tokens.length === 0) {
    throw new ConfigError(
      `Sign-in is impossible without tokens or an issuer: list tokens in ACCESS_FILE ${ACCESS_FILE ?? ''}, or set OIDC_ISSUER and OIDC_AUDIENCE.`,
    );
  }
  return { oidc, ...access };
}

function rejectOpenAccess(auth: 'required' | undefined, host: string, awsMode: 'emulator' | 'live'): void {
  if (auth === 'required')
    throw new ConfigError(`AUTH is required, but sign-in is not configured: ${SIGN_IN_OPTIONS}.`);
  const open = `sign-in is not configured: ${SIGN_IN_OPTIONS}, or AUTH=none to allow anonymous access`;
  if (awsMode === 'live') throw new ConfigError(`AWS_MODE is live, and ${open}.`);
  if (!isLoopbackHost(host)) {
    throw new ConfigError(`HOST is ${host}, which other machines can reach, and ${open}.`);
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
      'OIDC_ISSUER is set without OIDC_AUDIENCE: set OIDC_AUDIENCE to the audience of tokens for this gateway.',
    );
  }
  const [orphan] = Object.entries({
    OIDC_AUDIENCE: audience,
    OIDC_JWKS_URL: jwksUrl,
    OIDC_ROLES_CLAIM: rolesClaim,
  }).filter(([, value]) => value !== undefined);
  if (orphan !== undefined) {
    throw new ConfigError(`${orphan[0]} is set without OIDC_ISSUER: set both or neither.`);
  }
  return undefined;
}
