/** STS's output structures. */
import type { Output } from '../kernel/operation';
import type { IssuedSession } from '../kernel/sessions';

/** ISO 8601 without fractions, as STS writes times. */
export function isoSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A session without its secrets. */
export function sessionSummary({ accessKeyId, expires, session }: IssuedSession): Output {
  return {
    AccessKeyId: accessKeyId,
    RoleArn: session.roleArn,
    RoleSessionName: session.sessionName,
    SourceIdentity: session.sourceIdentity,
    Expiration: isoSeconds(expires),
  };
}
