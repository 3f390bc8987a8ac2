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
    return this.submitter.create({
      service: 'macie2',
      input,
      limits: classificationJobCreationLimits,
      send: (target, idempotencyKey) => this.adapter.create(target, input, idempotencyKey, call),
    });
  }
}
