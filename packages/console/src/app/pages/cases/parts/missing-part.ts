/** The failure of a part of a case that the gateway answered without it. */
import { GatewayError, localError, type ResponseError } from '../../../relay/gateway-error';

/** @param fieldErrors the errors of fields of `node` */
export function missingPart(fieldErrors: readonly ResponseError[]): GatewayError {
  const [error] = fieldErrors;
  return error === undefined
    ? localError('UNEXPECTED_RESPONSE', 'AWS does not have the case any more.')
    : new GatewayError(error);
}
