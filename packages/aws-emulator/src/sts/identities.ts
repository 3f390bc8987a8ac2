/** Identities of callers and roles in the format of STS. */
import { createHash } from 'node:crypto';
import { iamId } from '../kernel/iam-id';
import type { Session } from '../kernel/sessions';
import type { StsCall } from './state';

const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[!-~]+\/)?([\w+=,.@-]{1,64})$/;

export interface Role {
  readonly partition: string;
  readonly account: string;
  /** The name of the role without its path. */
  readonly name: string;
}

/** Returns undefined for an ARN that is not the ARN of a role. */
export function parseRoleArn(arn: string): Role | undefined {
  const [, partition, account, name] = ROLE_ARN.exec(arn) ?? [];
  if (partition === undefined || account === undefined || name === undefined) return undefined;
  return { partition, account, name };
}

export interface Identity {
  readonly userId: string;
  readonly account: string;
  readonly arn: string;
}

export function sessionIdentity({ roleArn, sessionName, account }: Session): Identity {
  const { partition = 'aws', name = '' } = parseRoleArn(roleArn) ?? {};
  return {
    userId: `${iamId('AROA', idBytes(roleArn))}:${sessionName}`,
    account,
    arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}`,
  };
}

/** The identity of a caller. Long-term access keys belong to the user `emulator` of their account. */
export function callerIdentity({ scope: { account }, session }: StsCall): Identity {
  if (session !== null) return sessionIdentity(session);
  const arn = `arn:aws:iam::${account}:user/emulator`;
  return { userId: iamId('AIDA', idBytes(arn)), account, arn };
}

const ID_LENGTH = 17;

function idBytes(arn: string): Buffer {
  return createHash('sha256').update(arn).digest().subarray(0, ID_LENGTH);
}
