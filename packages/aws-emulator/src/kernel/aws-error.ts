/** An error response of AWS, independent of the wire protocol. */

export class AwsError extends Error {
  override readonly name = 'AwsError';

  /**
   * @param type the exception's name in the service model
   * @param status HTTP status
   * @param members further members of the exception in the service model
   */
  constructor(
    readonly type: string,
    readonly status: number,
    message: string,
    readonly members: Readonly<Record<string, unknown>> = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}
