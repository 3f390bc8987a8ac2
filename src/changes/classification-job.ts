/** The change port of classification jobs. */
import { CLASSIFICATION_JOB_OPERATIONS } from '../aws/adapters/classification-job-operations';
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/adapters/classification-job';
import type { ClassificationJobDetail } from '../domain/records/classification-job';
import {
  classificationJobTransitions,
  type ClassificationJobStatus,
  type RequestableJobStatus,
} from '../domain/transitions/classification-job';
import { provenByStatus, type ChangePort } from './change';
import { requireReadable } from './require-readable';

export function classificationJobChangePort(
  adapter: ClassificationJobAdapter,
): ChangePort<ClassificationJobRef, ClassificationJobDetail, ClassificationJobStatus, RequestableJobStatus> {
  return {
    read: (ref, call) =>
      requireReadable(
        CLASSIFICATION_JOB_OPERATIONS.DescribeClassificationJob,
        adapter.get(ref, call),
        'status',
      ),
    status: ({ status }) => status,
    transitions: ({ status }) => classificationJobTransitions[status],
    send: async (ref, { to }, _key, call) => {
      await adapter.update(ref, to, call);
      return undefined;
    },
    proves: provenByStatus(({ status }) => status),
    acceptanceMeansApplied: true,
  };
}
