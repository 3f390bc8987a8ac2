/** The awsJson1_1 protocol: one path, the operation in X-Amz-Target, the error type in `__type`. */
import { AwsError } from '../kernel/aws-error';
import { JSON_ERROR_NAMES, readJsonObject, retryAfter, type HttpReply, type Protocol } from './protocol';

const CONTENT_TYPE = 'application/x-amz-json-1.1';

export const AWS_JSON: Protocol = {
  errorNames: JSON_ERROR_NAMES,

  route(service, { method, headers, body }) {
    const target = headers['x-amz-target'];
    const [prefix, name] = typeof target === 'string' ? target.split('.') : [];
    const operation = service.operations.find((candidate) => candidate.name === name);
    if (method !== 'POST' || prefix !== service.targetPrefix || operation === undefined) {
      throw new AwsError(JSON_ERROR_NAMES.unknownOperation, 400, `The operation ${name ?? ''} is not known.`);
    }
    return {
      operation: operation.name,
      readInput: () => readJsonObject(service, body),
      success: (output) => reply(200, output),
    };
  },

  failure: (error) =>
    reply(error.status, { __type: error.type, Message: error.message, ...error.members }, retryAfter(error)),
};

function reply(status: number, members: unknown, headers: Record<string, string> = {}): HttpReply {
  return { status, headers: { 'content-type': CONTENT_TYPE, ...headers }, body: JSON.stringify(members) };
}
