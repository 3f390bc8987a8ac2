/** Status changes of classification jobs. */
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/classification-job';
import type { ClassificationJobDetail } from '../records/classification-job';
import {
  classificationJobTransitions,
  type ClassificationJobStatus,
  type RequestableJobStatus,
} from '../transitions/classification-job';
import { provenByStatus, type ChangePort } from './change';

export function classificationJobChangePort(
  adapter: ClassificationJobAdapter,
): ChangePort<ClassificationJobRef, ClassificationJobDetail, ClassificationJobStatus, RequestableJobStatus> {
  return {
    read: (ref, signal) => adapter.get(ref, signal),
    status: ({ status }) => status,
    transitions: ({ status }) => classificationJobTransitions[status],
    send: (ref, { to }) => adapter.update(ref, to),
    proves: provenByStatus(({ status }) => status),
    acceptanceProves: true,
  };
}
