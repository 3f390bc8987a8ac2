// Exceptions: the client turns error responses into exceptions of the service, with their members.
import {
  AccessDeniedException,
  ConflictException,
  GetCaseCommand,
  InternalServerException,
  InvalidTokenException,
  ResourceNotFoundException,
  SecurityIncidentResponseNotActiveException,
  SecurityIRServiceException,
  ServiceQuotaExceededException,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-security-ir';

import { rejection, withServer } from './support/client';
import type { CannedResponse } from './support/recording-server';

const failWith = (response: CannedResponse): Promise<unknown> =>
  withServer(response, ({ client }) => rejection(client.send(new GetCaseCommand({ caseId: '1234567890' }))), {
    maxAttempts: 1,
  });

const modeled = [
  { exception: AccessDeniedException, status: 403, fault: 'client', members: {} },
  {
    exception: ConflictException,
    status: 409,
    fault: 'client',
    members: { resourceId: '1234567890', resourceType: 'case' },
  },
  { exception: InternalServerException, status: 500, fault: 'server', members: {}, retryable: {} },
  { exception: InvalidTokenException, status: 423, fault: 'client', members: {}, retryable: {} },
  { exception: ResourceNotFoundException, status: 404, fault: 'client', members: {} },
  { exception: SecurityIncidentResponseNotActiveException, status: 400, fault: 'client', members: {} },
  {
    exception: ServiceQuotaExceededException,
    status: 402,
    fault: 'client',
    members: { resourceId: 'r', resourceType: 'case', serviceCode: 'security-ir', quotaCode: 'L-1' },
  },
  {
    exception: ThrottlingException,
    status: 429,
    fault: 'client',
    members: { serviceCode: 'security-ir', quotaCode: 'L-2' },
    retryable: { throttling: true },
  },
  {
    exception: ValidationException,
    status: 400,
    fault: 'client',
    members: {
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: [{ name: 'caseId', message: 'must have 10 digits' }],
    },
  },
];

describe.each(modeled)('$exception.name', ({ exception, status, fault, members, retryable }) => {
  const body = { message: 'explanation', ...members };

  test('is identified by the header', async () => {
    const error = await failWith({ status, headers: { 'x-amzn-errortype': exception.name }, body });

    expect(error).toBeInstanceOf(exception);
    expect(error).toBeInstanceOf(SecurityIRServiceException);
    expect(error).toMatchObject({ name: exception.name, message: 'explanation', $fault: fault, ...members });
    expect(error).toMatchObject({
      $metadata: { httpStatusCode: status, requestId: 'request-1', attempts: 1 },
    });
    expect(error).toHaveProperty('$retryable', retryable);
  });

  test('is identified by the body', async () => {
    const error = await failWith({
      status,
      body: { __type: `com.amazonaws.securityir#${exception.name}`, ...body },
    });

    expect(error).toBeInstanceOf(exception);
    expect(error).toMatchObject({ message: 'explanation', ...members });
  });

  test('can be constructed directly', () => {
    const error = new exception({
      $metadata: {},
      message: 'explanation',
      resourceId: undefined,
      resourceType: undefined,
      serviceCode: undefined,
      quotaCode: undefined,
      reason: undefined,
    });

    expect(error).toBeInstanceOf(exception);
    expect(error).toMatchObject({ name: exception.name, message: 'explanation', $fault: fault });
  });
});

test.each([
  { name: 'ThrottlingException', status: 429 },
  { name: 'InternalServerException', status: 500 },
])('$name has the seconds of Retry-After', async ({ name, status }) => {
  const error = await failWith({
    status,
    headers: { 'x-amzn-errortype': name, 'retry-after': '7' },
    body: { message: 'later' },
  });
  expect(error).toMatchObject({ name, retryAfterSeconds: 7 });
});

test('a Retry-After that is a date does not hide the exception', async () => {
  const error = await failWith({
    status: 429,
    headers: { 'x-amzn-errortype': 'ThrottlingException', 'retry-after': 'Sun, 01 Mar 2026 10:00:00 GMT' },
    body: { message: 'later' },
  });
  expect(error).toBeInstanceOf(ThrottlingException);
});

test('an error that the model does not define is a SecurityIRServiceException with its own name', async () => {
  const error = await failWith({
    status: 403,
    headers: { 'x-amzn-errortype': 'UnrecognizedClientException' },
    body: { message: 'The security token is invalid.' },
  });

  expect(error).toBeInstanceOf(SecurityIRServiceException);
  expect(error).not.toBeInstanceOf(AccessDeniedException);
  expect(error).toMatchObject({
    name: 'UnrecognizedClientException',
    message: 'The security token is invalid.',
    $metadata: { httpStatusCode: 403 },
  });
});
