/** The hashes under which the gateway stores idempotency keys and recognizes repeated inputs. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json';
import type { Mutation } from './audit-records';

/** The name of a caller's key in the store, and the client token for AWS. */
export function storedKey(caller: string, idempotencyKey: string): string {
  return digest(caller, idempotencyKey);
}

/** The parts of a mutation that its idempotency key covers. */
export type Fingerprinted = Pick<Mutation, 'mutation' | 'input'> &
  Partial<Pick<Mutation, 'resourceType' | 'resourceId' | 'target'>>;

/** The hash of a mutation. It covers the resolved target, because the default target of a caller can change. */
export function fingerprintOf({ mutation, resourceType, resourceId, target, input }: Fingerprinted): string {
  return digest(mutation, canonicalJson({ resourceType, resourceId, target, input }));
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
