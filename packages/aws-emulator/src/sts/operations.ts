/** The operations of STS. */
import type { z } from 'zod';
import { HOUR, SECOND } from '../kernel/clock';
import { operation, type Output } from '../kernel/operation';
import type { Session } from '../kernel/sessions';
import { notAuthorized, validation } from './errors';
import { callerIdentity, parseRoleArn, sessionIdentity } from './identities';
import { isoSeconds } from './shapes';
import type { StsCall } from './state';
import { ASSUME_ROLE_INPUT, NO_INPUT } from './validation';

const HOUR_SECONDS = HOUR / SECOND;

type AssumeRoleInput = z.infer<typeof ASSUME_ROLE_INPUT>;

function assumeRole(input: AssumeRoleInput, call: StsCall): Output {
  const { RoleArn: roleArn, RoleSessionName: sessionName, DurationSeconds = HOUR_SECONDS } = input;
  const role = parseRoleArn(roleArn);
  if (role === undefined) throw validation('Request ARN is invalid');
  checkMayAssume(input, call);
  if (call.session !== null && DurationSeconds > HOUR_SECONDS) {
    throw validation(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  const session: Session = {
    roleArn,
    account: role.account,
    sessionName,
    sourceIdentity: sourceIdentityOf(input, call),
  };
  const wholeSecond = Math.floor(call.now / SECOND) * SECOND;
  const issued = call.kernel.sessions.issue(session, wholeSecond + DurationSeconds * SECOND);
  const { userId, arn } = sessionIdentity(session);
  return {
    Credentials: {
      AccessKeyId: issued.accessKeyId,
      SecretAccessKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: isoSeconds(issued.expires),
    },
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
    SourceIdentity: session.sourceIdentity ?? undefined,
  };
}

/** Throws AccessDenied if a role rule denies the role or requires another external id. */
function checkMayAssume({ RoleArn, ExternalId }: AssumeRoleInput, call: StsCall): void {
  const rule = call.kernel.behaviors.role(RoleArn);
  const externalIdMatches = rule?.externalId === undefined || rule.externalId === ExternalId;
  if (rule?.deny === true || !externalIdMatches) {
    throw notAuthorized(callerIdentity(call).arn, 'sts:AssumeRole', RoleArn);
  }
}

/**
 * A source identity continues in further roles (role chaining). Throws AccessDenied for a different source
 * identity.
 */
function sourceIdentityOf({ RoleArn, SourceIdentity }: AssumeRoleInput, call: StsCall): string | null {
  const inherited = call.session?.sourceIdentity ?? null;
  if (inherited !== null && SourceIdentity !== undefined && SourceIdentity !== inherited) {
    throw notAuthorized(callerIdentity(call).arn, 'sts:SetSourceIdentity', RoleArn);
  }
  return SourceIdentity ?? inherited;
}

function getCallerIdentity(call: StsCall): Output {
  const { userId, account, arn } = callerIdentity(call);
  return { UserId: userId, Account: account, Arn: arn };
}

export const STS_OPERATIONS = [
  operation('AssumeRole', undefined, ASSUME_ROLE_INPUT, assumeRole),
  operation('GetCallerIdentity', undefined, NO_INPUT, (_input, call: StsCall) => getCallerIdentity(call)),
];
