/** The failure of a part of a case that AWS does not have any more. */
import { localError, type GatewayError } from '../../../relay/gateway-error';

export function missingCase(): GatewayError {
  return localError('UNEXPECTED_RESPONSE', 'AWS does not have the case any more.');
}
