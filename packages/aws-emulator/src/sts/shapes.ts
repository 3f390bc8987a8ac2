/** Output structures of STS. */
import type { Output } from '../kernel/operation';
import type { IssuedSession } from '../kernel/sessions';

/** A time in the format of STS: ISO 8601 without fractions of a second. */
export function isoSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A session without its secret key and session token. */
export function sessionSummary({ accessKeyId, expires, session }: IssuedSession): Output {
  return {
    AccessKeyId: accessKeyId,
    RoleArn: session.roleArn,
    RoleSessionName: session.sessionName,
    SourceIdentity: session.sourceIdentity,
    Expiration: isoSeconds(expires),
  };
}
