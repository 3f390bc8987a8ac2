// The schema that the gateway serves: its descriptions, enums, resources, connections and mutations.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  introspectionFromSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLNamedType,
} from 'graphql';
import { createSchema } from '../../src/app/graphql-schema';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const resources = schema.getPossibleTypes(interfaceNamed('Resource'));

/** Enums whose values the gateway defines, not AWS. */
const GATEWAY_ENUMS = [
  'AttentionReason',
  'AwsService',
  'ChangeOutcome',
  'ClassificationJobOrderField',
  'ConsequenceCode',
  'GapReason',
  'HistoryGapReason',
  'MacieMemberOrderField',
  'MailboxExportJobOrderField',
  'MemberAccountStatus',
  'OrderDirection',
  'ResourceEventCause',
  'ResourceEventType',
  'ResourceKind',
  'SearchHitField',
  'SecurityCaseOrderField',
  'SourceStatus',
  'TransitionAction',
  'UserErrorCode',
  'UnavailableReasonCode',
];

function interfaceNamed(name: string) {
  const type = schema.getType(name);
  if (!isInterfaceType(type)) throw new Error(`The schema has no interface ${name}.`);
  return type;
}

type Described = readonly [place: string, description: string | null | undefined];

/** A type and its fields, arguments and values, each with its description. */
function describedParts(type: GraphQLNamedType): Described[] {
  const parts: Described[] = [[type.name, type.description]];
  if (isEnumType(type)) {
    for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value.description]);
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description]);
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description]);
      for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
    }
  }
  return parts;
}

function rootFields(root: 'Query' | 'Mutation') {
  const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
  if (type == null) throw new Error(`The schema has no ${root}.`);
  return Object.values(type.getFields());
}

test('schema.graphql is up to date (npm run schema:print updates it)', () => {
  const printed = readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8');
  expect(printed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});

test('every type, field, argument and enum value has a description in whole sentences', () => {
  const described = types.flatMap(describedParts);
  expect(described.length).toBeGreaterThan(300);
  const bad = described.filter(([, text]) => text == null || !/^[A-Za-z].*[.]$/.test(text));
  expect(bad.map(([place]) => place)).toEqual([]);
});

test('enums of AWS have UNRECOGNIZED, and all enum values are in SCREAMING_SNAKE_CASE', () => {
  const enums = types.filter(isEnumType);
  expect(enums.length).toBeGreaterThan(15);
  for (const type of enums) {
    const values = type.getValues().map(({ name }) => name);
    expect({ type: type.name, isGatewayEnum: !values.includes('UNRECOGNIZED') }).toEqual({
      type: type.name,
      isGatewayEnum: GATEWAY_ENUMS.includes(type.name),
    });
    expect(values.filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value))).toEqual([]);
  }
});

test('root fields are nullable, so that one failure does not affect the others; viewer cannot fail', () => {
  for (const field of [...rootFields('Query'), ...rootFields('Mutation')]) {
    expect({ field: field.name, nonNull: isNonNullType(field.type) }).toEqual({
      field: field.name,
      nonNull: field.name === 'viewer',
    });
  }
});

test('the four resources have the fields of Resource', () => {
  expect(resources.map(({ name }) => name).sort()).toEqual([
    'ClassificationJob',
    'MacieMember',
    'MailboxExportJob',
    'SecurityCase',
  ]);
  for (const resource of resources) {
    const fields = resource.getFields();
    expect([
      resource.name,
      fields.id?.type.toString(),
      fields.target?.type.toString(),
      fields.awsStatus?.type.toString(),
      fields.availableTransitions?.type.toString(),
      fields.isTerminal?.type.toString(),
      fields.statusLabel?.type.toString(),
      fields.consoleUrl?.type.toString(),
      fields.arn?.type.toString(),
    ]).toEqual([
      resource.name,
      'ID!',
      'Target!',
      'String',
      '[Transition!]!',
      'Boolean!',
      'String!',
      'String',
      'String',
    ]);
  }
});

test('nodes are the resources and the objects that one AWS operation, the audit trail or the configuration finds', () => {
  const nodes = schema.getPossibleTypes(interfaceNamed('Node')).map(({ name }) => name);
  expect(nodes.sort()).toEqual([
    'AuditEntry',
    'ClassificationJob',
    'MacieMember',
    'MailboxExportJob',
    'SecurityCase',
    'SecurityCaseAttachment',
    'Target',
    'WorkMailOrganization',
    'WorkMailUser',
  ]);
  const withId = types
    .filter(isObjectType)
    .filter((type) => type.getFields().id?.type.toString() === 'ID!')
    .map(({ name }) => name);
  expect(withId.sort()).toEqual(
    [
      ...nodes,
      'AttentionItem',
      'SecurityCaseComment',
      'SecurityCaseEdit',
      'SecurityCaseInvestigation',
    ].sort(),
  );
});

test('connections have edges, nodes, pageInfo and completeness', () => {
  const connections = types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
  expect(connections.map(({ name }) => name).sort()).toEqual([
    'AttentionItemConnection',
    'AuditEntryConnection',
    'ClassificationJobConnection',
    'HistoryEntryConnection',
    'MacieMemberConnection',
    'MailboxExportJobConnection',
    'MemberAccountConnection',
    'ResourceEventConnection',
    'SearchHitConnection',
    'SecurityCaseCommentConnection',
    'SecurityCaseConnection',
    'SecurityCaseEditConnection',
    'SecurityCaseInvestigationConnection',
  ]);
  for (const connection of connections) {
    const node = connection.name.replace(/Connection$/, '');
    const shape = Object.fromEntries(
      Object.values(connection.getFields()).map(({ name, type }) => [name, type.toString()]),
    );
    expect(shape).toEqual({
      edges: `[${node}Edge!]!`,
      nodes: `[${node}!]!`,
      pageInfo: 'PageInfo!',
      completeness: ['HistoryEntry', 'ResourceEvent'].includes(node)
        ? 'HistoryCompleteness!'
        : 'Completeness!',
      ...([...resources.map(({ name }) => name), 'AttentionItem', 'SearchHit'].includes(node) && {
        totalCount: 'TotalCount',
      }),
      ...(node === 'AttentionItem' && { unavailableReasons: '[UnavailableReason!]!' }),
    });
  }
});

/** Status mutations by name, each with the resource in its payload. */
const STATUS_CHANGES: Readonly<Record<string, string>> = {
  cancelClassificationJob: 'ClassificationJob',
  cancelMailboxExportJob: 'MailboxExportJob',
  closeSecurityCase: 'SecurityCase',
  deleteMacieMember: 'MacieMember',
  disassociateMacieMember: 'MacieMember',
  enableMacieMember: 'MacieMember',
  pauseClassificationJob: 'ClassificationJob',
  resumeClassificationJob: 'ClassificationJob',
  suspendMacieMember: 'MacieMember',
  updateSecurityCaseResolverType: 'SecurityCase',
  updateSecurityCaseStatus: 'SecurityCase',
};

const EVERY_PAYLOAD = ['iamAction', 'idempotencyKey', 'operation', 'outcome', 'userErrors'];

/** Other mutations by name, each with the additional fields of its payload. */
const OTHER_MUTATIONS: Readonly<Record<string, readonly string[]>> = {
  createClassificationJob: ['classificationJob'],
  createMacieMember: ['macieMember'],
  createSecurityCase: ['securityCase'],
  createSecurityCaseAttachmentUploadUrl: ['securityCase', 'uploadHeaders', 'uploadUrl'],
  createSecurityCaseComment: ['comment', 'commentEdge', 'commentId', 'securityCase'],
  sendSecurityCaseInvestigationFeedback: ['securityCase'],
  startMailboxExportJob: ['mailboxExportJob'],
  tagResource: ['resource'],
  untagResource: ['resource'],
  updateSecurityCase: ['securityCase'],
  updateSecurityCaseComment: ['comment', 'commentId', 'securityCase'],
};

const pascal = (name: string) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
const camel = (name: string) => `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`;

function fieldsOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`The schema has no type ${name}.`);
  return Object.keys(type.getFields()).sort();
}

test('a mutation has one input, named after the mutation', () => {
  const mutations = rootFields('Mutation');
  const known = [...Object.keys(STATUS_CHANGES), ...Object.keys(OTHER_MUTATIONS), 'changeStatuses'].sort();
  expect(mutations.map(({ name }) => name).sort()).toEqual(known);
  for (const { name, args } of mutations) {
    expect(args.map((arg) => `${arg.name}: ${arg.type.toString()}`)).toEqual([
      `input: ${pascal(name)}Input!`,
    ]);
    expect(fieldsOf(`${pascal(name)}Input`)).toContain('dryRun');
  }
});

test('the payload of a status mutation has the common fields, the resource and the change', () => {
  for (const { name, type } of rootFields('Mutation')) {
    const resource = STATUS_CHANGES[name];
    if (resource === undefined) continue;
    expect([name, type.toString()]).toEqual([name, `${resource}Payload`]);
    expect(fieldsOf(type.toString())).toEqual([...EVERY_PAYLOAD, 'change', camel(resource)].sort());
  }
});

test('the payload of any other mutation has the outcome, userErrors and the result', () => {
  for (const { name, type } of rootFields('Mutation')) {
    const additional = OTHER_MUTATIONS[name];
    if (additional === undefined) continue;
    expect([name, type.toString()]).toEqual([name, `${pascal(name)}Payload`]);
    expect(fieldsOf(type.toString())).toEqual([...EVERY_PAYLOAD, ...additional].sort());
  }
});

test('the input of a status mutation has id, expectedStatus, dryRun, and a new status or resolver type where needed', () => {
  const MORE: Readonly<Record<string, readonly string[]>> = {
    cancelMailboxExportJob: ['expectedStatus'],
    updateSecurityCaseStatus: ['expectedStatus', 'status'],
    updateSecurityCaseResolverType: ['resolverType'],
  };
  for (const name of Object.keys(STATUS_CHANGES)) {
    const expected = [
      'acknowledge',
      'dryRun',
      'id',
      'idempotencyKey',
      ...(MORE[name] ?? ['expectedStatus']),
    ].sort();
    expect([name, fieldsOf(`${pascal(name)}Input`)]).toEqual([name, expected]);
  }
});

test('inputs with exclusive members are @oneOf, also in introspection', () => {
  const oneOf = types.filter(isInputObjectType).filter(({ isOneOf }) => isOneOf);
  expect(oneOf.map(({ name }) => name).sort()).toEqual([
    'ClassificationJobBucketCriterionInput',
    'ClassificationJobBucketsInput',
    'ClassificationJobObjectTermInput',
    'ClassificationJobScheduleFrequencyInput',
  ]);
  const introspected = introspectionFromSchema(schema, { oneOf: true }).__schema.types;
  expect(introspected.filter((type) => 'isOneOf' in type && type.isOneOf)).toHaveLength(4);
});
