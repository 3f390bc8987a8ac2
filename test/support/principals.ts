// Principals for a test gateway, each with an API token of its own.
import { createHash } from 'node:crypto';
import type { IdentitySettings } from '../../src/identity/settings';
import type { Principal } from '../../src/domain/principal';

export type Grant = Omit<Principal, 'name'>;

/** By name, as the audit trail has it behind "token:". */
export type Grants = Readonly<Record<string, Grant>>;

export const tokenOf = (name: string): string =>
  `sog_${createHash('sha256').update(name).digest('base64url')}`;

/** For the configuration of a gateway. */
export function identityOf(grants: Grants): IdentitySettings {
  const tokens = Object.entries(grants).map(([name, role]) => ({
    name,
    sha256: createHash('sha256').update(tokenOf(name)).digest('hex'),
    roles: [role],
    expires: undefined,
  }));
  return { oidc: undefined, roles: new Map(), tokens };
}
