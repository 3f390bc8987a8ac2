/** Role sessions and their temporary credentials. */
import { randomBytes } from 'node:crypto';
import { iamId } from './iam-id';

/** A session of an assumed role. */
export interface Session {
  readonly roleArn: string;
  /** The account of the role. */
  readonly account: string;
  readonly sessionName: string;
  readonly sourceIdentity: string | null;
}

export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

export interface IssuedSession extends TemporaryCredentials {
  readonly session: Session;
}

const KEY_BYTES = 16;
const SECRET_BYTES = 30;
const TOKEN_BYTES = 192;

export class Sessions {
  readonly #issued = new Map<string, IssuedSession>();

  /** @param expires milliseconds since the epoch */
  issue(session: Session, expires: number): TemporaryCredentials {
    const issued = {
      accessKeyId: iamId('ASIA', randomBytes(KEY_BYTES)),
      secretAccessKey: randomBytes(SECRET_BYTES).toString('base64'),
      sessionToken: randomBytes(TOKEN_BYTES).toString('base64'),
      expires,
      session,
    };
    this.#issued.set(issued.accessKeyId, issued);
    return issued;
  }

  find(accessKeyId: string): IssuedSession | undefined {
    return this.#issued.get(accessKeyId);
  }

  /** All sessions of an account in the order of their issue, including expired sessions. */
  ofAccount(account: string): IssuedSession[] {
    return Array.from(this.#issued.values()).filter(({ session }) => session.account === account);
  }
}

/** AWS reserves the prefix ASIA for temporary access key ids. */
export function isTemporary(accessKeyId: string): boolean {
  return accessKeyId.startsWith('ASIA');
}
