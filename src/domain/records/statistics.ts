/** Records of statistics: the resources of one kind, counted over whole lists of AWS. */
import type { ClassificationJobStatus } from '../transitions/classification-job';
import type { MacieMemberStatus } from '../transitions/macie-member';
import type { MailboxExportJobStatus } from '../transitions/mailbox-export-job';
import type { SecurityCaseResolverType, SecurityCaseStatus } from '../transitions/security-case';
import type { ClassificationJobType } from './classification-job';
import type { CompletenessReport } from './completeness';
import type { HistoryCompletenessRecord } from './history-completeness';
import type { SecurityCaseEngagementType } from './security-case';

export interface TargetCountRecord {
  readonly target: string;
  readonly count: number;
  /** False when resources of the target may be missing from the count. */
  readonly exact: boolean;
}

export interface StatusCountRecord<Status extends string> {
  readonly status: Status;
  /** As AWS spells it; undefined when AWS left it out. */
  readonly awsStatus: string | undefined;
  readonly statusLabel: string;
  readonly count: number;
}

/** The figures of every kind. */
export interface TotalsRecord {
  readonly total: number;
  /** In the order of the targets in the configuration. */
  readonly byTarget: readonly TargetCountRecord[];
  /** False when resources may be missing from the figures. */
  readonly exact: boolean;
  /** The time of the oldest AWS response; undefined without a response. */
  readonly asOf: Date | undefined;
  readonly completeness: CompletenessReport;
}

export interface ClassificationJobFigures {
  readonly byStatus: readonly StatusCountRecord<ClassificationJobStatus>[];
  readonly byType: readonly {
    readonly jobType: ClassificationJobType;
    readonly awsJobType: string | undefined;
    readonly count: number;
  }[];
}

export interface MacieMemberFigures {
  readonly byStatus: readonly StatusCountRecord<MacieMemberStatus>[];
}

export interface MailboxExportJobFigures {
  readonly byStatus: readonly StatusCountRecord<MailboxExportJobStatus>[];
}

export interface SecurityCaseWeekRecord {
  /** Monday, 00:00 UTC. */
  readonly startsAt: Date;
  readonly opened: number;
  readonly closed: number;
}

export interface SecurityCaseFigures {
  readonly byStatus: readonly StatusCountRecord<SecurityCaseStatus>[];
  readonly byEngagementType: readonly {
    readonly engagementType: SecurityCaseEngagementType;
    readonly awsEngagementType: string | undefined;
    readonly count: number;
  }[];
  readonly byResolverType: readonly {
    readonly resolverType: SecurityCaseResolverType;
    readonly awsResolverType: string | undefined;
    readonly count: number;
  }[];
  /** Oldest first. */
  readonly weeks: readonly SecurityCaseWeekRecord[];
  readonly medianSecondsToClose: number | undefined;
  readonly meanSecondsToClose: number | undefined;
  readonly cases: readonly CaseStatusRecord[];
}

/** The status of one case now. */
export interface CaseStatusRecord {
  /** The global id. */
  readonly resourceId: string;
  readonly target: string;
  /** As the resource history names it: a status that the gateway does not know is named as AWS spells it. */
  readonly status: string;
}

export interface MeanStatusDurationRecord {
  readonly status: string;
  readonly meanSeconds: number;
  /** The number of cases that were in the status. */
  readonly caseCount: number;
}

export interface SecurityCaseTimeInStatusRecord {
  /** The earliest time from which durations count; undefined while nobody has watched the lists. */
  readonly since: Date | undefined;
  /** The number of cases with durations. */
  readonly caseCount: number;
  readonly durations: readonly MeanStatusDurationRecord[];
  /** True when the history has more events than the gateway reads: `since` is then later. */
  readonly isEventLimitReached: boolean;
  readonly completeness: HistoryCompletenessRecord;
}
