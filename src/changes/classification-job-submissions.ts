/** Creating classification jobs. */
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/classification-job';
import type { CallContext } from '../aws/call-context';
import { classificationJobCreationLimits } from '../limits/classification-job';
import type { NewClassificationJob } from '../records/classification-job-creation';
import type { CreationInput, SubmissionResult, Submitter } from './submission';

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
