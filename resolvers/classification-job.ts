/** Resolvers of classification jobs: queries and mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  ClassificationJob,
  ClassificationJobConnection,
  ClassificationJobPayload,
} from '../schema/classification-job';
import {
  CreateClassificationJobInput,
  CreateClassificationJobPayload,
} from '../schema/classification-job-creation';
import {
  CancelClassificationJobInput,
  ClassificationJobsArgs,
  PauseClassificationJobInput,
  ResumeClassificationJobInput,
} from '../schema/classification-job-inputs';
import { Needs } from '../schema/shared/access';
import { ResolvedField } from '../schema/shared/cost';
import { INPUT_ARGUMENT, TARGET_ARGUMENT } from '../schema/shared/arguments';
import { DateTime } from '../schema/shared/date-time';
import { ClassificationJobId } from '../schema/shared/scalars';
import type { Context } from '../src/graphql/context';
import type { LoadedClassificationJob } from '../src/loaders/classification-job';
import { accountsOf } from '../src/loaders/classification-job-accounts';
import type { ClassificationJobStatus } from '../src/domain/transitions/classification-job';
import type { ActionOf } from '../src/domain/transitions/actions';
import { readable } from '../src/domain/records/unreadable';
import { lookAhead, selectsTotalCount } from './look-ahead';
import { fetchMembers } from './prefetch-members';
import { changeStatus, type StatusChangeArguments } from './status-change';
import { toCommandPayload } from './command-payload';

@Resolver(() => ClassificationJob)
export class ClassificationJobResolver {
  @ResolvedField(() => DateTime, {
    cost: 'field',
    nullable: true,
    description:
      'The time when the job, or its paused run, expires unless it is resumed; null unless a user paused it (jobExpiresAt of userPausedDetails).',
  })
  expiresAt(@Root() job: ClassificationJob) {
    const paused = readable(job, 'userPausedDetails');
    return job.status === 'USER_PAUSED' ? paused && readable(paused, 'expiresAt') : undefined;
  }

  @Query(() => ClassificationJobConnection, {
    nullable: true,
    description: 'The classification jobs of all targets or of the named ones (ListClassificationJobs).',
  })
  classificationJobs(
    @Args(() => ClassificationJobsArgs) args: ClassificationJobsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ahead = lookAhead<LoadedClassificationJob>(info, context, {
      members: (job, selection) => fetchMembers(context, job, accountsOf(job), selection),
    });
    return context.loaders.ClassificationJob.connection(args, {
      onRow: ahead,
      countsRows: selectsTotalCount(info),
    });
  }

  @Query(() => ClassificationJob, {
    nullable: true,
    description: 'The classification job with this id; null when Macie has none (DescribeClassificationJob).',
  })
  classificationJob(
    @Arg('jobId', () => ClassificationJobId, { description: 'The Macie id of the job.' })
    jobId: string,
    @Arg('target', () => String, TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const { name } = targets.pick(target, 'macie2');
    return loaders.ClassificationJob.items.find({ kind: 'ClassificationJob', target: name, jobId });
  }

  @Needs('macie:write')
  @Mutation(() => CreateClassificationJobPayload, {
    nullable: true,
    description: 'Creates a classification job, which Macie starts automatically (CreateClassificationJob).',
  })
  async createClassificationJob(
    @Arg('input', () => CreateClassificationJobInput, INPUT_ARGUMENT) input: CreateClassificationJobInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.ClassificationJob.create(input, call);
    return {
      ...toCommandPayload(result, loaders),
      get classificationJob() {
        return result.value && loaders.ClassificationJob.items.find(result.value);
      },
    };
  }

  @Needs('macie:write')
  @Mutation(() => ClassificationJobPayload, {
    nullable: true,
    description:
      'Pauses a classification job with the status RUNNING, IDLE or PAUSED (UpdateClassificationJob).',
  })
  pauseClassificationJob(
    @Arg('input', () => PauseClassificationJobInput, INPUT_ARGUMENT)
    input: PauseClassificationJobInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'PAUSE');
  }

  @Needs('macie:write')
  @Mutation(() => ClassificationJobPayload, {
    nullable: true,
    description: 'Resumes a classification job that a user paused (UpdateClassificationJob).',
  })
  resumeClassificationJob(
    @Arg('input', () => ResumeClassificationJobInput, INPUT_ARGUMENT)
    input: ResumeClassificationJobInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'RESUME');
  }

  @Needs('macie:write')
  @Mutation(() => ClassificationJobPayload, {
    nullable: true,
    description: 'Cancels a classification job permanently (UpdateClassificationJob).',
  })
  cancelClassificationJob(
    @Arg('input', () => CancelClassificationJobInput, INPUT_ARGUMENT)
    input: CancelClassificationJobInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'CANCEL');
  }
}

async function change(
  context: Context,
  input: StatusChangeArguments<ClassificationJobStatus>,
  action: ActionOf<'ClassificationJob'>,
) {
  const { resource, ...payload } = await changeStatus(
    {
      kind: 'ClassificationJob',
      action,
      apply: (request) => context.changes.ClassificationJob.apply(request, context.call),
    },
    input,
    context,
  );
  return {
    ...payload,
    get classificationJob() {
      const job = resource();
      return job && context.loaders.ClassificationJob.items.remember(job);
    },
  };
}
