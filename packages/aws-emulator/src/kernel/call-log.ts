/** The log of AWS calls, which tests read through the control endpoints. */
import type { Session } from './sessions';

export interface LoggedCall {
  /** ISO time of the emulator's clock. */
  readonly time: string;
  readonly service: string;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  /** null for calls with long-term credentials. */
  readonly session: LoggedSession | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The HTTP status; null if no response was sent. */
  readonly status: number | null;
  readonly requestId: string;
}

export type LoggedSession = Pick<Session, 'roleArn' | 'sessionName' | 'sourceIdentity'>;

export function loggedSession(session: Session | null): LoggedSession | null {
  if (session === null) return null;
  const { roleArn, sessionName, sourceIdentity } = session;
  return { roleArn, sessionName, sourceIdentity };
}

const KEPT_CALLS = 10_000;

/** The latest 10,000 calls, oldest first, and the number of calls per operation. */
export class CallLog {
  #calls: LoggedCall[] = [];
  readonly #counts = new Map<string, number>();

  add(call: LoggedCall): void {
    this.#counts.set(call.operation, (this.#counts.get(call.operation) ?? 0) + 1);
    this.#calls.push(call);
    if (this.#calls.length >= 2 * KEPT_CALLS) this.#calls = this.#calls.slice(-KEPT_CALLS);
  }

  get latest(): readonly LoggedCall[] {
    return this.#calls.slice(-KEPT_CALLS);
  }

  /** The number of calls per operation, including calls that are no longer in the log. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#calls = [];
    this.#counts.clear();
  }
}

const LOGGED_PARAMETERS = [
  'jobId',
  'jobStatus',
  'id',
  'status',
  'onlyAssociated',
  'caseId',
  'caseStatus',
  'resolverType',
  'membershipId',
  'commentId',
  'attachmentId',
  'resultId',
  'resourceArn',
  'maxResults',
  'OrganizationId',
  'JobId',
  'EntityId',
  'UserId',
  'Email',
  'ClientToken',
  'MaxResults',
  'RoleArn',
  'RoleSessionName',
  'SourceIdentity',
] as const;

/**
 * The logged parameters of a call. Tokens (as `nextToken` for all services) and external ids are logged as `true`,
 * without their values.
 */
export function loggedParameters(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const name of LOGGED_PARAMETERS) {
    if (input[name] !== undefined) parameters[name] = input[name];
  }
  if ((input.nextToken ?? input.NextToken) !== undefined) parameters.nextToken = true;
  if (input.ExternalId !== undefined) parameters.ExternalId = true;
  return parameters;
}
