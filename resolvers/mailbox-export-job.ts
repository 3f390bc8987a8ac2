/** Resolvers of mailbox export jobs: queries and mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  MailboxExportJob,
  MailboxExportJobConnection,
  MailboxExportJobPayload,
  StartMailboxExportJobPayload,
} from '../schema/mailbox-export-job';
import {
  CancelMailboxExportJobInput,
  MailboxExportJobsArgs,
  StartMailboxExportJobInput,
} from '../schema/mailbox-export-job-inputs';
import { Needs } from '../schema/shared/access';
import { SearchesWith, ResolvedField } from '../schema/shared/cost';
import { INPUT_ARGUMENT, TARGET_ARGUMENT } from '../schema/shared/arguments';
import { MailboxExportJobId, WorkMailOrganizationId } from '../schema/shared/scalars';
import { WorkMailOrganization, WorkMailUser } from '../schema/workmail-directory';
import { readable } from '../src/domain/records/unreadable';
import type { Context } from '../src/graphql/context';
import { lookAhead, selectsTotalCount } from './look-ahead';
import { changeStatus } from './status-change';
import { toCommandPayload } from './command-payload';

@Resolver(() => MailboxExportJob)
export class MailboxExportJobResolver {
  @SearchesWith('orderBy')
  @Query(() => MailboxExportJobConnection, {
    nullable: true,
    description:
      'The mailbox export jobs started in the last seven days, organization by organization (ListMailboxExportJobs).',
  })
  mailboxExportJobs(
    @Args(() => MailboxExportJobsArgs) args: MailboxExportJobsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.loaders.MailboxExportJob.connection(args, {
      onRow: lookAhead(info, context),
      countsRows: selectsTotalCount(info),
    });
  }

  @Query(() => MailboxExportJob, {
    nullable: true,
    description:
      'The mailbox export job with this id; null when WorkMail has none (DescribeMailboxExportJob).',
  })
  mailboxExportJob(
    @Arg('organizationId', () => WorkMailOrganizationId, {
      description: 'The id of the organization that the mailbox belongs to.',
    })
    organizationId: string,
    @Arg('jobId', () => MailboxExportJobId, { description: 'The WorkMail id of the job.' })
    jobId: string,
    @Arg('target', () => String, TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const { name } = targets.pick(target, 'workmail');
    const ref = { kind: 'MailboxExportJob', target: name, organizationId, jobId } as const;
    return loaders.MailboxExportJob.items.find(ref);
  }

  @ResolvedField(() => Int, {
    cost: 'field',
    nullable: true,
    description:
      'The whole seconds between startedAt and endedAt; null while the job is running, so that the value never changes.',
  })
  durationSeconds(@Root() job: MailboxExportJob): number | undefined {
    const [start, end] = [readable(job, 'startedAt'), readable(job, 'endedAt')];
    if (start === undefined || end === undefined) return undefined;
    return Math.floor((end.getTime() - start.getTime()) / 1000);
  }

  @ResolvedField(() => WorkMailOrganization, {
    cost: 'call',
    nullable: true,
    description: 'The organization that the mailbox belongs to (DescribeOrganization).',
  })
  organization(@Root() job: MailboxExportJob, @Ctx() { loaders }: Context) {
    return loaders.workMailDirectory.organization(job);
  }

  @ResolvedField(() => WorkMailUser, {
    cost: 'call',
    nullable: true,
    description:
      'The user who owns the mailbox; null for the mailbox of a resource and for a user that WorkMail no longer has (DescribeUser).',
  })
  owner(@Root() job: MailboxExportJob, @Ctx() { loaders }: Context) {
    return loaders.workMailDirectory.owner(job, readable(job, 'entityId'));
  }

  @Needs('workmail:write')
  @Mutation(() => StartMailboxExportJobPayload, {
    nullable: true,
    description: 'Starts an export of a mailbox to S3 (StartMailboxExportJob).',
  })
  async startMailboxExportJob(
    @Arg('input', () => StartMailboxExportJobInput, INPUT_ARGUMENT) input: StartMailboxExportJobInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.MailboxExportJob.start(input, call);
    return {
      ...toCommandPayload(result, loaders),
      get mailboxExportJob() {
        return result.value && loaders.MailboxExportJob.items.find(result.value);
      },
    };
  }

  @Needs('workmail:write')
  @Mutation(() => MailboxExportJobPayload, {
    nullable: true,
    description: 'Cancels a running mailbox export job permanently (CancelMailboxExportJob).',
  })
  async cancelMailboxExportJob(
    @Arg('input', () => CancelMailboxExportJobInput, INPUT_ARGUMENT) input: CancelMailboxExportJobInput,
    @Ctx() context: Context,
  ) {
    const { resource, ...payload } = await changeStatus(
      {
        kind: 'MailboxExportJob',
        action: 'CANCEL',
        apply: (request) => context.changes.MailboxExportJob.apply(request, context.call),
      },
      input,
      context,
    );
    return {
      ...payload,
      get mailboxExportJob() {
        const job = resource();
        return job && context.loaders.MailboxExportJob.items.remember(job);
      },
    };
  }
}
