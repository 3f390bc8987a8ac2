/** Resolvers of statistics: each kind of resource is counted only if the request selects it. */
import { Args, Ctx, Query, Resolver, Root } from 'type-graphql';
import { SecurityCaseTimeInStatus, SecurityCaseTotals } from '../schema/security-case-totals';
import { Needs } from '../schema/shared/access';
import { Costs, ResolvedField } from '../schema/shared/cost';
import { TargetCount } from '../schema/shared/totals';
import {
  ClassificationJobTotals,
  MacieMemberTotals,
  MailboxExportJobTotals,
  Statistics,
  StatisticsArgs,
} from '../schema/statistics';
import { rejectEmptyLists } from '../src/domain/empty-list-error';
import type { Context } from '../src/graphql/context';
import type { SecurityCaseTotalsRecord } from '../src/loaders/statistics';
import { targetResolverOf } from './target';

const PRICE = 'at most 100 AWS calls and one more for each target';

@Resolver(() => Statistics)
export class StatisticsResolver {
  @Needs('NOTHING')
  @Costs('field')
  @Query(() => Statistics, {
    nullable: true,
    description:
      'The resources of all targets or of the named ones in numbers. Each selected kind needs the read scope of its service, and fails without affecting the others.',
  })
  statistics(
    @Args(() => StatisticsArgs) { targets: names }: StatisticsArgs,
    @Ctx() { targets }: Context,
  ): Statistics {
    rejectEmptyLists({ targets: names });
    for (const name of names ?? []) targets.describe(name);
    return { targets: names ?? undefined };
  }

  @ResolvedField(() => ClassificationJobTotals, {
    cost: 'search',
    nullable: true,
    description: `The classification jobs in numbers; reads the whole list of each target, 200 jobs with each call: ${PRICE} (ListClassificationJobs).`,
  })
  classificationJobs(@Root() { targets }: Statistics, @Ctx() { loaders }: Context) {
    return loaders.statistics.classificationJobs(targets);
  }

  @ResolvedField(() => MacieMemberTotals, {
    cost: 'search',
    nullable: true,
    description: `The accounts in the records of Macie administrators in numbers, with those that are not members; reads the whole list of each target, 25 accounts with each call: ${PRICE} (ListMembers).`,
  })
  macieMembers(@Root() { targets }: Statistics, @Ctx() { loaders }: Context) {
    return loaders.statistics.macieMembers(targets);
  }

  @ResolvedField(() => MailboxExportJobTotals, {
    cost: 'search',
    nullable: true,
    description: `The mailbox export jobs of the last seven days in numbers, because WorkMail lists no older ones; reads the whole list of each organization, 100 jobs with each call: ${PRICE}, beside those that list the organizations of a target, 100 with each call (ListOrganizations, ListMailboxExportJobs).`,
  })
  mailboxExportJobs(@Root() { targets }: Statistics, @Ctx() { loaders }: Context) {
    return loaders.statistics.mailboxExportJobs(targets);
  }

  @ResolvedField(() => SecurityCaseTotals, {
    cost: 'search',
    nullable: true,
    description: `The Security Incident Response cases in numbers; reads the whole list of each target, 25 cases with each call: ${PRICE} (ListCases).`,
  })
  securityCases(@Root() { targets }: Statistics, @Ctx() { loaders }: Context) {
    return loaders.statistics.securityCases(targets);
  }
}

@Resolver(() => SecurityCaseTotals)
export class SecurityCaseTotalsResolver {
  @ResolvedField(() => SecurityCaseTimeInStatus, {
    cost: 'call',
    nullable: true,
    description:
      'The mean time that the cases spent in each status, from the resource history; null when the gateway keeps no history. It reads no AWS service.',
  })
  timeInStatus(@Root() { timeInStatus }: SecurityCaseTotalsRecord) {
    return timeInStatus.read();
  }
}

export const TargetCountTargetResolver = targetResolverOf(() => TargetCount, 'The counted target.');
