/** How a shape of the service model is written for the SDK's schema serializer: as tuples, built here and nowhere else. */
import type {
  $MemberSchema,
  $SchemaRef,
  StaticErrorSchema,
  StaticListSchema,
  StaticMapSchema,
  StaticOperationSchema,
  StaticSimpleSchema,
  StaticStructureSchema,
} from '@smithy/types';

export const NAMESPACE = 'com.amazonaws.securityir';

export const STRING = 0;
export const NUMBER = 1;
export const BOOLEAN = 2;
/** In the protocol's own format, which for restJson1 bodies is epoch seconds. */
export const TIMESTAMP = 4;
export const STRING_MAP: StaticMapSchema = [2, NAMESPACE, 'TagMap', 0, STRING, STRING];

/** A string that the SDK's logger replaces by a placeholder. */
export const sensitiveString = (name: string): StaticSimpleSchema => [
  0,
  NAMESPACE,
  name,
  { sensitive: 1 },
  STRING,
];

export const list = (name: string, member: $SchemaRef): StaticListSchema => [1, NAMESPACE, name, 0, member];

/** A string in the path: percent-encoded, and refused when empty. */
export const label: $MemberSchema = [STRING, { httpLabel: 1 }];

/** A string that the SDK fills with a UUID when the caller gives none. */
export const idempotencyToken: $MemberSchema = [STRING, { idempotencyToken: 1 }];

export const query = (name: string, schema: $SchemaRef): $MemberSchema => [schema, { httpQuery: name }];

export const header = (name: string, schema: $SchemaRef): $MemberSchema => [schema, { httpHeader: name }];

export const structure = (name: string, members: Record<string, $SchemaRef>): StaticStructureSchema => [
  3,
  NAMESPACE,
  name,
  0,
  Object.keys(members),
  Object.values(members),
];

export const error = (
  name: string,
  fault: 'client' | 'server',
  httpError: number,
  members: Record<string, $SchemaRef>,
): StaticErrorSchema => [
  -3,
  NAMESPACE,
  name,
  { error: fault, httpError },
  Object.keys(members),
  Object.values(members),
];

/** `http` is method, path and the status of success. */
export const operation = (
  name: string,
  http: [method: string, path: string, status: number],
  input: StaticStructureSchema,
  output: StaticStructureSchema,
): StaticOperationSchema => [9, NAMESPACE, name, { http }, input, output];
