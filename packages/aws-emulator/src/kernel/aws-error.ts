/** An error as AWS answers it, whatever the protocol. */

export class AwsError extends Error {
  override readonly name = 'AwsError';

  /**
   * @param type the exception's name in the service model
   * @param status HTTP status
   * @param members further members of the modelled exception
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
