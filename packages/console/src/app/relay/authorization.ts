/** The sign-in of requests: the header that they carry until the gateway rejects it. */
import { localError } from './gateway-error';

export interface Authorization {
  /**
   * Returns the value of the header Authorization; undefined for none. Throws GatewayError with the code UNAUTHENTICATED
   * after the sign-in has ended: the request must not be sent.
   */
  readonly header: () => Promise<string | undefined>;
  /** Tells that the gateway rejected this value of the header. */
  readonly onRejected: (header: string | undefined) => void;
}

/** The authorization of a page that nobody has signed in to: it sends no request. */
export const SIGNED_OUT: Authorization = {
  header: () => Promise.reject(localError('UNAUTHENTICATED', 'Sign in again.')),
  onRejected: () => undefined,
};
