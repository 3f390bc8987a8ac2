/** The sign-in settings, derived from the variables of sign-in, the host and the AWS mode. */
import { BUILT_IN_ROLES } from '../identity/roles';
import type { IdentitySettings, IssuerSettings } from '../identity/settings';
import { isLoopbackHost } from '../domain/loopback';
import type { Target } from '../domain/targets';
import { readAccess, type Access } from './access-file';
import type { IdentityVariables } from './identity-variables';
import { ConfigError } from '../domain/errors';

interface IdentityDependencies {
  readonly host: string;
  readonly awsMode: 'emulator' | 'live';
  readonly targets: readonly Target[];
}

/** The variables that mean nothing without OIDC_ISSUER. */
const DETAILS = [
  'OIDC_AUDIENCE',
  'OIDC_AUDIENCE_CLAIM',
  'OIDC_JWKS_URL',
  'OIDC_ROLES_CLAIM',
  'OIDC_SCOPES_CLAIM',
  'OIDC_SCOPE_PREFIX',
] as const satisfies readonly (keyof IdentityVariables)[];

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
  const issuer = readIssuer(variables);
  if (issuer === undefined && ACCESS_FILE === undefined) {
    if (AUTH !== 'none') rejectOpenAccess(AUTH, host, awsMode);
    return 'ANONYMOUS';
  }
  if (AUTH === 'none') {
    const name = issuer === undefined ? 'ACCESS_FILE' : 'OIDC_ISSUER';
    throw new ConfigError(`AUTH is none, and ${name} configures sign-in: unset one of them.`);
  }
  const access = ACCESS_FILE === undefined ? NO_FILE : readAccess(ACCESS_FILE, targets);
  const { roles, tokens } = access;
  const issuers = allIssuers(issuer, access, `ACCESS_FILE ${ACCESS_FILE ?? ''}`);
  if (issuers.length === 0 && tokens.length === 0) {
    throw new ConfigError(
      `Sign-in is impossible without tokens or an issuer: list tokens or issuers in ACCESS_FILE ${ACCESS_FILE ?? ''}, or set OIDC_ISSUER and OIDC_AUDIENCE.`,
    );
  }
  return { issuers, roles, tokens };
}

const NO_FILE: Access = { roles: BUILT_IN_ROLES, tokens: [], issuers: [], grants: [] };

/** The issuer of the variables, if any, and those of the access file. Throws ConfigError when they contradict each other. */
function allIssuers(
  issuer: IssuerSettings | undefined,
  { issuers, grants }: Access,
  file: string,
): readonly IssuerSettings[] {
  if (issuer === undefined) {
    if (grants.length === 0) return issuers;
    throw new ConfigError(
      `${file} has grants for the issuer of the variables: set OIDC_ISSUER, or move the grants to an issuer of the file.`,
    );
  }
  if (issuers.some((each) => each.issuer === issuer.issuer)) {
    throw new ConfigError(`${file} lists the issuer in OIDC_ISSUER: remove one of them.`);
  }
  return [{ ...issuer, grants }, ...issuers];
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

/** The issuer of the variables. Throws ConfigError when a variable is missing. */
function readIssuer(variables: IdentityVariables): IssuerSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audiences } = variables;
  if (issuer === undefined) {
    const orphan = DETAILS.find((name) => variables[name] !== undefined);
    if (orphan === undefined) return undefined;
    throw new ConfigError(`${orphan} is set without OIDC_ISSUER: set both or neither.`);
  }
  if (audiences === undefined) {
    throw new ConfigError(
      'OIDC_ISSUER is set without OIDC_AUDIENCE: set OIDC_AUDIENCE to the audience of tokens for this gateway.',
    );
  }
  return {
    name: undefined,
    issuer,
    audiences,
    audienceClaim: variables.OIDC_AUDIENCE_CLAIM ?? 'aud',
    jwksUrl: variables.OIDC_JWKS_URL,
    rolesClaim: variables.OIDC_ROLES_CLAIM ?? 'roles',
    scopesClaim: variables.OIDC_SCOPES_CLAIM,
    scopePrefix: variables.OIDC_SCOPE_PREFIX ?? '',
    grants: [],
  };
}
