/** The members of an error that the SDK threw. They are read one by one, because the SDK throws many unrelated classes. */

export interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  /** True for an error response of AWS, false for a failure of the network or the SDK. */
  readonly fromService: boolean;
  readonly systemCode: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** The value of the Retry-After header, or the member of the error. */
  readonly retryAfter: unknown;
  /** The retry trait of the AWS model: undefined when the model does not declare the error as retryable. */
  readonly retryTrait: { readonly throttling: boolean } | undefined;
  /** True when the SDK has set its clock by the Date header of the response. */
  readonly clockCorrected: boolean;
}

export function readError(error: unknown): ErrorFacts {
  const thrown = isObject(error) ? error : {};
  const metadata = isObject(thrown.$metadata) ? thrown.$metadata : {};
  const response = isObject(thrown.$response) ? thrown.$response : {};
  const headers = isObject(response.headers) ? response.headers : {};
  const trait = isObject(thrown.$retryable) ? thrown.$retryable : undefined;
  return {
    name: text(thrown.name) ?? 'Error',
    message: text(thrown.message) ?? '',
    fromService: thrown.$fault !== undefined,
    systemCode: text(thrown.code),
    status: typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined,
    requestId: text(metadata.requestId),
    // The SDK converts the header to a number, which is NaN for a date.
    retryAfter: headers['retry-after'] ?? thrown.retryAfterSeconds,
    retryTrait: trait && { throttling: trait.throttling === true },
    clockCorrected: metadata.clockSkewCorrected === true,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
