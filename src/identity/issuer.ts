/** What the issuer publishes: where its keys are (OpenID Connect Discovery), and the keys. */
import { z } from 'zod';
import { isSecureUrl } from '../domain/loopback';
import type { OidcSettings } from './settings';

/** The issuer answered, but not as it should. */
class IssuerFault extends Error {}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Asks for the way to the keys every time, so that an issuer may move them. */
export async function fetchKeySet({ issuer, jwksUrl }: OidcSettings, options: RequestInit): Promise<object> {
  return fetchJson(jwksUrl ?? (await discover(issuer, options)), KeySet, options);
}

async function discover(issuer: string, options: RequestInit): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await fetchJson(url, Discovery, options);
  if (found.issuer !== issuer) throw new IssuerFault('its discovery document is of another issuer');
  if (!isSecureUrl(found.jwks_uri)) throw new IssuerFault('its keys are at a URL that is not https');
  return found.jwks_uri;
}

async function fetchJson<Schema extends z.ZodType>(
  url: string,
  schema: Schema,
  options: RequestInit,
): Promise<z.infer<Schema>> {
  const response = await fetch(url, options);
  if (response.status !== 200) throw new IssuerFault(`it answered with status ${response.status}`);
  const { success, data } = schema.safeParse(await response.json());
  if (!success) throw new IssuerFault('its answer has another form');
  return data;
}

/** For the log: what went wrong, in few words. */
export function faultOf(error: unknown): string {
  if (error instanceof IssuerFault) return error.message;
  const { name, cause } = error as Partial<Error>;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? name ?? 'unknown';
}
