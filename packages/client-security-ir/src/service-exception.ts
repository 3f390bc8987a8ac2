/** The base class of every exception that the service answers with. */
import { ServiceException, type ServiceExceptionOptions } from '@smithy/core/client';

/**
 * Any error answer of Security Incident Response. Errors that the service model does not name arrive as this class
 * itself, with the service's own word for them in `name`.
 */
export class SecurityIRServiceException extends ServiceException {
  constructor(options: ServiceExceptionOptions) {
    super(options);
    Object.setPrototypeOf(this, SecurityIRServiceException.prototype);
  }
}
