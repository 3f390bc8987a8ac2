/** Detail operations answer a missing resource with an error; to the gateway it is an answer like any other. */
import { AwsError } from '../../domain/errors';

/** What the call answers, or undefined when AWS does not have the resource. */
export async function orUndefined<Output>(call: Promise<Output>): Promise<Output | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'AWS_NOT_FOUND') return undefined;
    throw error;
  }
}
