/** The reasons why a case needs a person. ListCases returns all fields that they need. */
import type { SecurityCaseSummary } from '../records/security-case';
import { readable } from '../records/unreadable';
import type { SecurityCaseStatus } from '../transitions/security-case';
import { isOlderThan, named, sinceOnly, toSentence, type AttentionRule } from './table';

type CaseRule = AttentionRule<SecurityCaseSummary, SecurityCaseStatus>;

const title = (securityCase: SecurityCaseSummary) => `Case ${named(securityCase.title, securityCase.caseId)}`;

const OPEN = [
  'SUBMITTED',
  'ACKNOWLEDGED',
  'DETECTION_AND_ANALYSIS',
  'CONTAINMENT_ERADICATION_AND_RECOVERY',
  'POST_INCIDENT_ACTIVITIES',
  'READY_TO_CLOSE',
] as const;

export const SECURITY_CASE_ATTENTION = {
  // pendingAction Customer, also with a status that the gateway does not know.
  CASE_ACTION_PENDING: {
    description: 'AWS waits for an action of the customer in the case; since is its last update.',
    statuses: [...OPEN, 'UNRECOGNIZED'],
    find: (securityCase) =>
      readable(securityCase, 'pendingAction') === 'CUSTOMER'
        ? sinceOnly(readable(securityCase, 'updatedAt'))
        : undefined,
    summarize: (securityCase) => `${title(securityCase)} waits for an action of yours.`,
  },
  // caseStatus Submitted, resolverType AWS and createdDate: AWS promises its first response within 15 minutes.
  CASE_NOT_ACKNOWLEDGED: {
    description:
      'AWS has not acknowledged the AWS-supported case in time; dueAt is the end of the time of the first response. It counts from the creation of the case, also for a case that was handed over to AWS later, because AWS does not tell when.',
    hasDueTime: true,
    statuses: ['SUBMITTED'],
    find: (securityCase, { now, thresholds: { acknowledgementMs } }) => {
      const createdAt = readable(securityCase, 'createdAt');
      const isLate = isOlderThan(createdAt, acknowledgementMs, now);
      if (createdAt === undefined || !isLate || readable(securityCase, 'resolverType') !== 'AWS')
        return undefined;
      const dueAt = new Date(createdAt.getTime() + acknowledgementMs);
      return { since: createdAt, dueAt, isUrgent: true };
    },
    summarize: (securityCase, { since }) =>
      `AWS has not acknowledged ${named(securityCase.title, `case ${securityCase.caseId}`)}, created at ${toSentence(since)}.`,
  },
  // caseStatus Ready to Close.
  CASE_READY_TO_CLOSE: {
    description: 'The case is ready to close; since is its last update.',
    statuses: ['READY_TO_CLOSE'],
    find: (securityCase) => sinceOnly(readable(securityCase, 'updatedAt')),
    summarize: (securityCase) => `${title(securityCase)} is ready to close.`,
  },
  // lastUpdatedDate.
  CASE_NOT_UPDATED: {
    description: 'Nobody has updated the open case for too long; since is its last update.',
    statuses: OPEN,
    find: (securityCase, { now, thresholds }) => {
      const updatedAt = readable(securityCase, 'updatedAt');
      return isOlderThan(updatedAt, thresholds.quietCaseMs, now) ? sinceOnly(updatedAt) : undefined;
    },
    summarize: (securityCase, { since }) =>
      `Nobody has updated ${named(securityCase.title, `case ${securityCase.caseId}`)} since ${toSentence(since)}.`,
  },
} as const satisfies Readonly<Record<string, CaseRule>>;
