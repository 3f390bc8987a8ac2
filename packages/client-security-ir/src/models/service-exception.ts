/** The base class of all exceptions of the service. */
import { ServiceException, type ServiceExceptionOptions } from '@smithy/core/client';

/**
 * An error response of Security Incident Response. Errors that the service model does not define have this class and
 * the error type of the response in `name`.
 */
export class SecurityIRServiceException extends ServiceException {
  constructor(options: ServiceExceptionOptions) {
    super(options);
    Object.setPrototypeOf(this, SecurityIRServiceException.prototype);
  }
}
