/** Commands on classification jobs: create. */
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/adapters/classification-job';
import { CLASSIFICATION_JOB_OPERATIONS } from '../aws/adapters/classification-job-operations';
import type { CallContext } from '../aws/client/call-context';
import { classificationJobCreationRules } from '../input-rules/classification-job';
import type { NewClassificationJob } from '../domain/records/classification-job-creation';
import type { CreationInput, CommandResult, CommandRunner } from './command-runner';

export class ClassificationJobCommands {
  constructor(
    private readonly adapter: ClassificationJobAdapter,
    private readonly runner: CommandRunner,
  ) {}

  /** CreateClassificationJob. */
  create(
    input: CreationInput & NewClassificationJob,
    call: CallContext,
  ): Promise<CommandResult<ClassificationJobRef>> {
    return this.runner.create(
      {
        mutation: 'createClassificationJob',
        kind: 'ClassificationJob',
        operation: CLASSIFICATION_JOB_OPERATIONS.CreateClassificationJob,
        input,
        rules: classificationJobCreationRules,
        send: (target, clientToken, sendCall) => this.adapter.create(target, input, clientToken, sendCall),
      },
      call,
    );
  }
}
