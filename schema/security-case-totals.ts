/** The types of the statistics of Security Incident Response cases. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { SecurityCaseEngagementType } from '../src/domain/records/security-case';
import type {
  MeanStatusDurationRecord,
  SecurityCaseFigures,
  SecurityCaseTimeInStatusRecord,
  SecurityCaseWeekRecord,
} from '../src/domain/records/statistics';
import type { SecurityCaseResolverType } from '../src/domain/transitions/security-case';
import { HistoryCompleteness } from './resource-event';
import {
  SecurityCaseEngagementTypeEnum,
  SecurityCaseResolverTypeEnum,
  SecurityCaseStatusEnum,
} from './security-case-enums';
import { Needs } from './shared/access';
import { DateTime } from './shared/date-time';
import { nullable } from './shared/nullable';
import { OMITTED, statusCountOf, Totals, ValueCount } from './shared/totals';

@ObjectType({ description: 'The number of cases in one status.' })
export class SecurityCaseStatusCount extends statusCountOf(SecurityCaseStatusEnum) {}

@ObjectType({ description: 'The number of cases of one engagement type.' })
export class SecurityCaseEngagementTypeCount extends ValueCount {
  @Field(() => SecurityCaseEngagementTypeEnum, { description: 'The engagement type of the cases.' })
  readonly engagementType!: SecurityCaseEngagementType;

  @Field(() => String, nullable(`The engagement type as AWS spells it (engagementType); ${OMITTED}`))
  readonly awsEngagementType: string | undefined;
}

@ObjectType({ description: 'The number of cases of one resolver type.' })
export class SecurityCaseResolverTypeCount extends ValueCount {
  @Field(() => SecurityCaseResolverTypeEnum, {
    description: 'The party that resolves the cases: AWS or the customer.',
  })
  readonly resolverType!: SecurityCaseResolverType;

  @Field(() => String, nullable(`The resolver type as AWS spells it (resolverType); ${OMITTED}`))
  readonly awsResolverType: string | undefined;
}

@ObjectType({ description: 'The cases opened and closed in one ISO week, in UTC.' })
export class SecurityCaseWeek implements SecurityCaseWeekRecord {
  @Field(() => DateTime, { description: 'The start of the week: Monday, 00:00 UTC.' })
  readonly startsAt!: Date;

  @Field(() => Int, { description: 'The number of cases created in the week (createdDate).' })
  readonly opened!: number;

  @Field(() => Int, { description: 'The number of closed cases that were closed in the week (closedDate).' })
  readonly closed!: number;
}

@ObjectType({ description: 'The mean time that cases spent in one status.' })
export class MeanStatusDuration implements MeanStatusDurationRecord {
  @Field(() => String, { description: 'The status, as in the field status of a case.' })
  readonly status!: string;

  @Field(() => Int, {
    description:
      'The mean of the seconds that the cases spent in the status, all stays of a case together and until now, in whole seconds.',
  })
  readonly meanSeconds!: number;

  @Field(() => Int, { description: 'The number of cases that were in the status.' })
  readonly caseCount!: number;
}

@ObjectType({
  description:
    'The mean time that the listed cases spent in each status, as far as their history knows it. Times are those of looks at AWS: a change happened up to one interval earlier.',
})
export class SecurityCaseTimeInStatus implements SecurityCaseTimeInStatusRecord {
  @Field(
    () => DateTime,
    nullable(
      'The earliest time from which the durations of a case count; null while the history knows no listed case.',
    ),
  )
  readonly since: Date | undefined;

  @Field(() => Int, { description: 'The number of cases whose durations the history knows.' })
  readonly caseCount!: number;

  @Field(() => [MeanStatusDuration], {
    description: 'The statuses, those of most cases first.',
  })
  readonly durations!: readonly MeanStatusDuration[];

  @Field(() => Boolean, {
    description:
      'True when the history has more than the newest 10,000 changes of statuses, or appearances and disappearances: durations then count from the oldest of these.',
  })
  readonly isEventLimitReached!: boolean;

  @Field(() => HistoryCompleteness, {
    description: 'Whether the lists of the targets were watched all the time since then, with their gaps.',
  })
  readonly completeness!: HistoryCompleteness;
}

@Needs('security-ir:read')
@ObjectType({ description: 'The Security Incident Response cases in numbers (ListCases).' })
export class SecurityCaseTotals extends Totals implements Omit<SecurityCaseFigures, 'cases'> {
  @Field(() => [SecurityCaseStatusCount], {
    description:
      'The number of cases in each status that a case has, the largest first; each one of AWS that the gateway does not know has its own entry, with the value UNRECOGNIZED.',
  })
  readonly byStatus!: readonly SecurityCaseStatusCount[];

  @Field(() => [SecurityCaseEngagementTypeCount], {
    description:
      'The number of cases of each engagement type that a case has, the largest first; each one of AWS that the gateway does not know has its own entry, with the value UNRECOGNIZED.',
  })
  readonly byEngagementType!: readonly SecurityCaseEngagementTypeCount[];

  @Field(() => [SecurityCaseResolverTypeCount], {
    description:
      'The number of cases of each resolver type that a case has, the largest first; each one of AWS that the gateway does not know has its own entry, with the value UNRECOGNIZED.',
  })
  readonly byResolverType!: readonly SecurityCaseResolverTypeCount[];

  @Field(() => [SecurityCaseWeek], {
    description: 'The last 12 ISO weeks, oldest first; the last one is the current week.',
  })
  readonly weeks!: readonly SecurityCaseWeek[];

  @Field(
    () => Int,
    nullable(
      'The median of the seconds between the creation and the closing of the closed cases that have both times, in whole seconds; for an even number of cases the mean of the two in the middle; null without such a case. When exact is false, it is that of the cases that the gateway has read.',
    ),
  )
  readonly medianSecondsToClose: number | undefined;

  @Field(
    () => Int,
    nullable(
      'The mean of the seconds between the creation and the closing of the closed cases that have both times, in whole seconds; null without such a case. When exact is false, it is that of the cases that the gateway has read.',
    ),
  )
  readonly meanSecondsToClose: number | undefined;
}
