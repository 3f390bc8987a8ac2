/** IAM actions: what a policy has to allow. */
import type { ServiceName } from '../src/domain/services';

/** Undefined where no operation is called. */
export function iamActionOf(service: ServiceName, operation: string | undefined): string | undefined {
  return operation === undefined ? undefined : `${service}:${operation}`;
}
