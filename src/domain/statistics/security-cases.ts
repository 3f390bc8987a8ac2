/** The figures of Security Incident Response cases. */
import { encodeId } from '../ids';
import type { SecurityCaseEngagementType, SecurityCaseSummary } from '../records/security-case';
import type { CaseStatusRecord, SecurityCaseFigures } from '../records/statistics';
import type { SecurityCaseResolverType, SecurityCaseStatus } from '../transitions/security-case';
import { meanSeconds, medianSeconds } from './averages';
import { awsValueOf, countStatuses, countValues, type AwsValue, type Counting } from './counting';
import { countWeeks } from './weeks';

interface CaseFacts {
  readonly now: CaseStatusRecord;
  readonly status: AwsValue<SecurityCaseStatus>;
  readonly engagementType: AwsValue<SecurityCaseEngagementType>;
  readonly resolverType: AwsValue<SecurityCaseResolverType>;
  readonly createdAt: Date | undefined;
  /** Undefined for a case that is not closed. */
  readonly closedAt: Date | undefined;
}

export const SECURITY_CASES: Counting<SecurityCaseSummary, CaseFacts, SecurityCaseFigures> = {
  factsOf: ({
    target,
    caseId,
    status,
    awsStatus,
    engagementType,
    awsEngagementType,
    resolverType,
    awsResolverType,
    createdAt,
    closedAt,
  }) => ({
    now: {
      resourceId: encodeId({ kind: 'SecurityCase', target, caseId }),
      target,
      status: status === 'UNRECOGNIZED' ? (awsStatus ?? status) : status,
    },
    status: awsValueOf(status, awsStatus),
    engagementType: awsValueOf(engagementType, awsEngagementType),
    resolverType: awsValueOf(resolverType, awsResolverType),
    createdAt,
    closedAt: status === 'CLOSED' ? closedAt : undefined,
  }),
  figuresOf: (cases, now) => {
    const millisecondsToClose = cases.flatMap(({ createdAt, closedAt }) =>
      createdAt === undefined || closedAt === undefined ? [] : [closedAt.getTime() - createdAt.getTime()],
    );
    const engagementTypes = countValues(cases.map(({ engagementType }) => engagementType));
    const resolverTypes = countValues(cases.map(({ resolverType }) => resolverType));
    return {
      byStatus: countStatuses(
        'SecurityCase',
        cases.map(({ status }) => status),
      ),
      byEngagementType: engagementTypes.map(({ value, awsValue, count }) => ({
        engagementType: value,
        awsEngagementType: awsValue,
        count,
      })),
      byResolverType: resolverTypes.map(({ value, awsValue, count }) => ({
        resolverType: value,
        awsResolverType: awsValue,
        count,
      })),
      weeks: countWeeks(
        {
          opened: cases.map(({ createdAt }) => createdAt),
          closed: cases.map(({ closedAt }) => closedAt),
        },
        now,
      ),
      medianSecondsToClose: medianSeconds(millisecondsToClose),
      meanSecondsToClose: meanSeconds(millisecondsToClose),
      cases: cases.map((each) => each.now),
    };
  },
};
