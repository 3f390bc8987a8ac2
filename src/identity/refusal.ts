/** What is answered to those who are not let in. */
import { SignInUnavailableError, UnauthenticatedError, type GatewayError } from '../errors';
import { sentToken } from './bearer';

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Undefined for an error that is not about signing in. */
export function refusalOf(error: unknown, authorization: readonly string[]): Refusal | undefined {
  if (error instanceof UnauthenticatedError) {
    const challenge = sentToken(authorization) ? 'Bearer error="invalid_token"' : 'Bearer';
    return { status: 401, headers: { 'www-authenticate': challenge }, body: bodyOf(error) };
  }
  if (error instanceof SignInUnavailableError) {
    const { retryAfterSeconds } = error;
    return { status: 503, headers: { 'retry-after': String(retryAfterSeconds) }, body: bodyOf(error) };
  }
  return undefined;
}

function bodyOf({ message, extensions }: GatewayError): object {
  return { errors: [{ message, extensions }] };
}
