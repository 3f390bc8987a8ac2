/** The sign-in of requests: the header that they carry until the gateway rejects it. */
import { localError } from './gateway-error';

export interface Authorization {
  /**
   * Returns the value of the header Authorization; undefined for none. Throws GatewayError with the code UNAUTHENTICATED
   * after the sign-in has ended: the request must not be sent.
   */
  readonly header: () => Promise<string | undefined>;
  /**
   * Handles the rejection of this value of the header by the gateway. RENEWED: the session has another value since.
   * ENDED: nobody is signed in any more.
   */
  readonly onRejected: (header: string | undefined) => Promise<'RENEWED' | 'ENDED'>;
}

/** The authorization of a page that nobody has signed in to: it sends no request. */
export const SIGNED_OUT: Authorization = {
  header: () => Promise.reject(localError('UNAUTHENTICATED', 'Sign in again.')),
  onRejected: () => Promise.resolve('ENDED'),
};
