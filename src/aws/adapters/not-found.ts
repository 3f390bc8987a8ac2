/** The conversion of the AWS errors for a missing resource to undefined. */
import { AwsError } from '../../domain/errors';

/** The output of the call; undefined when the resource does not exist. Rejects with all other errors of the call. */
export async function orUndefined<Output>(call: Promise<Output>): Promise<Output | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'AWS_NOT_FOUND') return undefined;
    throw error;
  }
}
