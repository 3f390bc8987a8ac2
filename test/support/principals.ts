// Principals for a test gateway, one API token each.
import { createHash } from 'node:crypto';
import type { IdentitySettings } from '../../src/identity/settings';
import type { Principal } from '../../src/domain/principal';

export type Grant = Omit<Principal, 'name'>;

/** Grants by name: the audit trail shows the name after "token:". */
export type Grants = Readonly<Record<string, Grant>>;

export const tokenOf = (name: string): string =>
  `sog_${createHash('sha256').update(name).digest('base64url')}`;

/** The identity settings of a gateway with these principals. */
export function identityOf(grants: Grants): IdentitySettings {
  const tokens = Object.entries(grants).map(([name, role]) => ({
    name,
    sha256: createHash('sha256').update(tokenOf(name)).digest('hex'),
    roles: [role],
    expires: undefined,
  }));
  return { issuers: [], roles: new Map(), tokens };
}
