/** The change port of classification jobs. */
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/adapters/classification-job';
import type { ClassificationJobDetail } from '../domain/records/classification-job';
import {
  classificationJobTransitions,
  type ClassificationJobStatus,
  type RequestableJobStatus,
} from '../domain/transitions/classification-job';
import { provenByStatus, type ChangePort } from './change';

export function classificationJobChangePort(
  adapter: ClassificationJobAdapter,
): ChangePort<ClassificationJobRef, ClassificationJobDetail, ClassificationJobStatus, RequestableJobStatus> {
  return {
    read: (ref, call) => adapter.get(ref, call),
    status: ({ status }) => status,
    transitions: ({ status }) => classificationJobTransitions[status],
    send: async (ref, { to }, _key, call) => {
      await adapter.update(ref, to, call);
      return undefined;
    },
    proves: provenByStatus(({ status }) => status),
    acceptanceProves: true,
  };
}
