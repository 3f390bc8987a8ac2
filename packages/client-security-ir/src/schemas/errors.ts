/** Schemas of the error responses, and the registries that map them to exception classes. */
import { TypeRegistry } from '@smithy/core/schema';
import type { StaticErrorSchema } from '@smithy/types';

import {
  AccessDeniedException,
  ConflictException,
  InternalServerException,
  InvalidTokenException,
  ResourceNotFoundException,
  SecurityIncidentResponseNotActiveException,
  ServiceQuotaExceededException,
  ThrottlingException,
  ValidationException,
} from '../models/errors';
import { SecurityIRServiceException } from '../models/service-exception';
import { NAMESPACE, NUMBER, STRING, error, header, list, structure } from './shapes';

const ValidationExceptionField$ = structure('ValidationExceptionField', { name: STRING, message: STRING });

const retryAfterSeconds = header('Retry-After', NUMBER);

const modeled: [StaticErrorSchema, new (options: never) => SecurityIRServiceException][] = [
  [error('AccessDeniedException', 'client', 403, { message: STRING }), AccessDeniedException],
  [
    error('ConflictException', 'client', 409, { message: STRING, resourceId: STRING, resourceType: STRING }),
    ConflictException,
  ],
  [
    error('InternalServerException', 'server', 500, { message: STRING, retryAfterSeconds }),
    InternalServerException,
  ],
  [error('InvalidTokenException', 'client', 423, { message: STRING }), InvalidTokenException],
  [error('ResourceNotFoundException', 'client', 404, { message: STRING }), ResourceNotFoundException],
  [
    error('SecurityIncidentResponseNotActiveException', 'client', 400, { message: STRING }),
    SecurityIncidentResponseNotActiveException,
  ],
  [
    error('ServiceQuotaExceededException', 'client', 402, {
      message: STRING,
      resourceId: STRING,
      resourceType: STRING,
      serviceCode: STRING,
      quotaCode: STRING,
    }),
    ServiceQuotaExceededException,
  ],
  [
    error('ThrottlingException', 'client', 429, {
      message: STRING,
      serviceCode: STRING,
      quotaCode: STRING,
      retryAfterSeconds,
    }),
    ThrottlingException,
  ],
  [
    error('ValidationException', 'client', 400, {
      message: STRING,
      reason: STRING,
      fieldList: list('ValidationExceptionFieldList', ValidationExceptionField$),
    }),
    ValidationException,
  ],
];

// The protocol looks up the class of errors without a schema in the registry with this prefix.
const baseNamespace = `smithy.ts.sdk.synthetic.${NAMESPACE}`;
const baseRegistry = TypeRegistry.for(baseNamespace);
baseRegistry.registerError(
  [-3, baseNamespace, 'SecurityIRServiceException', 0, [], []],
  SecurityIRServiceException,
);

const registry = TypeRegistry.for(NAMESPACE);
for (const [schema, exception] of modeled) registry.registerError(schema, exception);

export const errorTypeRegistries = [baseRegistry, registry];
