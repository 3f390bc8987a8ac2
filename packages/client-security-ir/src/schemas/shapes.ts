/** Builders of the schema tuples that the serializer of the SDK reads. */
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
/** A timestamp in the default format of the protocol. In restJson1 bodies it is seconds since the epoch. */
export const TIMESTAMP = 4;
export const STRING_MAP: StaticMapSchema = [2, NAMESPACE, 'TagMap', 0, STRING, STRING];

/** A string that the logger of the SDK replaces with a placeholder. */
export const sensitiveString = (name: string): StaticSimpleSchema => [
  0,
  NAMESPACE,
  name,
  { sensitive: 1 },
  STRING,
];

export const list = (name: string, member: $SchemaRef): StaticListSchema => [1, NAMESPACE, name, 0, member];

/** A string in the path. It is percent-encoded and must not be empty. */
export const label: $MemberSchema = [STRING, { httpLabel: 1 }];

/** A string whose default is a UUID that the SDK generates. */
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

/** An operation. `http` is method, path and status of a success. */
export const operation = (
  name: string,
  http: [method: string, path: string, status: number],
  input: StaticStructureSchema,
  output: StaticStructureSchema,
): StaticOperationSchema => [9, NAMESPACE, name, { http }, input, output];
