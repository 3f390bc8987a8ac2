// Error answers become the exception classes of the service, with their members.
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
import type { Answer } from './support/recording-server';

const failWith = (answer: Answer): Promise<unknown> =>
  withServer(answer, ({ client }) => rejection(client.send(new GetCaseCommand({ caseId: '1234567890' }))), {
    maxAttempts: 1,
  });

const modelled = [
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

describe.each(modelled)('$exception.name', ({ exception, status, fault, members, retryable }) => {
  const body = { message: 'in words', ...members };

  test('is told by the header', async () => {
    const error = await failWith({ status, headers: { 'x-amzn-errortype': exception.name }, body });

    expect(error).toBeInstanceOf(exception);
    expect(error).toBeInstanceOf(SecurityIRServiceException);
    expect(error).toMatchObject({ name: exception.name, message: 'in words', $fault: fault, ...members });
    expect(error).toMatchObject({
      $metadata: { httpStatusCode: status, requestId: 'request-1', attempts: 1 },
    });
    expect(error).toHaveProperty('$retryable', retryable);
  });

  test('is told by the body', async () => {
    const error = await failWith({
      status,
      body: { __type: `com.amazonaws.securityir#${exception.name}`, ...body },
    });

    expect(error).toBeInstanceOf(exception);
    expect(error).toMatchObject({ message: 'in words', ...members });
  });

  test('can be made by hand', () => {
    const error = new exception({
      $metadata: {},
      message: 'in words',
      resourceId: undefined,
      resourceType: undefined,
      serviceCode: undefined,
      quotaCode: undefined,
      reason: undefined,
    });

    expect(error).toBeInstanceOf(exception);
    expect(error).toMatchObject({ name: exception.name, message: 'in words', $fault: fault });
  });
});

test.each([
  { name: 'ThrottlingException', status: 429 },
  { name: 'InternalServerException', status: 500 },
])('$name carries the seconds of Retry-After', async ({ name, status }) => {
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

test('an error that the model does not name is a SecurityIRServiceException under its own name', async () => {
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
