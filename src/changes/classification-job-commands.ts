/** Creating classification jobs. */
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/adapters/classification-job';
import type { CallContext } from '../aws/client/call-context';
import { classificationJobCreationLimits } from '../input-rules/classification-job';
import type { NewClassificationJob } from '../domain/records/classification-job-creation';
import type { CreationInput, SubmissionResult, Submitter } from './command-runner';

export class ClassificationJobSubmissions {
  constructor(
    private readonly adapter: ClassificationJobAdapter,
    private readonly submitter: Submitter,
  ) {}

  /** CreateClassificationJob. */
  create(
    input: CreationInput & NewClassificationJob,
    call: CallContext,
  ): Promise<SubmissionResult<ClassificationJobRef>> {
    return this.submitter.create(
      {
        mutation: 'createClassificationJob',
        kind: 'ClassificationJob',
        operation: 'CreateClassificationJob',
        input,
        limits: classificationJobCreationLimits,
        send: (target, clientToken, sending) => this.adapter.create(target, input, clientToken, sending),
      },
      call,
    );
  }
}
