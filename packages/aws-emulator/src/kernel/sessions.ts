/** Temporary credentials: whoever holds them acts as a role, until they expire. */
import { randomBytes } from 'node:crypto';
import { iamId } from './iam-id';

/** Somebody's session in a role. */
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

  /** In the order in which they were issued, expired ones too. */
  ofAccount(account: string): IssuedSession[] {
    return Array.from(this.#issued.values()).filter(({ session }) => session.account === account);
  }
}

/** Long-term keys are never called so. */
export function isTemporary(accessKeyId: string): boolean {
  return accessKeyId.startsWith('ASIA');
}
