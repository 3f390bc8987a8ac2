/** The client of the issuer: discovery document (OpenID Connect Discovery) and key set. */
import { z } from 'zod';
import { isSecureUrl } from '../domain/loopback';
import type { IssuerSettings } from './settings';

/** An invalid response of the issuer. */
class IssuerError extends Error {}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * The key set of the issuer. Reads the discovery document every time, because an issuer may move its keys. Throws when a
 * fetch fails or a response is invalid.
 */
export async function fetchKeySet(
  { issuer, jwksUrl }: IssuerSettings,
  options: RequestInit,
): Promise<object> {
  return fetchJson(jwksUrl ?? (await discover(issuer, options)), KeySet, options);
}

async function discover(issuer: string, options: RequestInit): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await fetchJson(url, Discovery, options);
  if (found.issuer !== issuer) throw new IssuerError('the discovery document names a different issuer');
  if (!isSecureUrl(found.jwks_uri)) throw new IssuerError('the key set URL does not use https');
  return found.jwks_uri;
}

async function fetchJson<Schema extends z.ZodType>(
  url: string,
  schema: Schema,
  options: RequestInit,
): Promise<z.infer<Schema>> {
  const response = await fetch(url, options);
  if (response.status !== 200) throw new IssuerError(`the issuer returned status ${response.status}`);
  const { success, data } = schema.safeParse(await response.json());
  if (!success) throw new IssuerError('the response of the issuer has an invalid format');
  return data;
}

/** The reason for a failed fetch, for the log. */
export function describeFailure(error: unknown): string {
  if (error instanceof IssuerError) return error.message;
  const { name, cause } = error as Partial<Error>;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? name ?? 'unknown';
}
