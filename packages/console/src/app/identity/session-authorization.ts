/** The authorization of one session. After the end of the session, it lets no request pass, not even with the token of the next one. */
import type { Authorization } from '../relay/authorization';
import { localError } from '../relay/gateway-error';

interface SessionPort {
  /** Returns the header of the token that is valid now. */
  readonly currentHeader: () => Promise<string | undefined>;
  readonly isOpen: () => boolean;
  /** Ends the session because the gateway has rejected its token. */
  readonly reject: () => void;
}

export function sessionAuthorization({ currentHeader, isOpen, reject }: SessionPort): Authorization {
  return {
    header: async () => {
      const header = isOpen() ? await currentHeader() : undefined;
      // It may have ended meanwhile.
      if (!isOpen()) throw localError('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
      return header;
    },
    onRejected: async (rejected) => {
      const header = isOpen() ? await currentHeader() : undefined;
      if (!isOpen()) return 'ENDED';
      // A renewal may have replaced the token since.
      if (header !== rejected) return 'RENEWED';
      reject();
      return 'ENDED';
    },
  };
}
