/** The request headers that the gateway defines. */

/** With the value `true`, the response has `extensions.aws` and `extensions.cost`. */
export const USAGE_HEADER = 'x-include-aws-usage';
