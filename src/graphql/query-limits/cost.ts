/** What an operation costs, before it is executed: points that grow with what it reads, calls and sends back. */
import { isCompositeType, isListType, getNamedType, getNullableType, type GraphQLSchema } from 'graphql';
import type { DocumentNode, GraphQLOutputType } from 'graphql';
import {
  getComplexity,
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
} from 'graphql-query-complexity';
import type { NEEDS_DETAIL } from '../../../schema/shared/detail-field';
import { MAX_FIRST } from '../../domain/records/page';

/** Points. */
export const POINTS = {
  field: 1,
  /** A field that AWS's lists leave out; several share one call. */
  detail: 5,
  /** A field that makes AWS calls of its own. */
  call: 10,
  /** A field that looks through a whole service. */
  search: 100,
  mutation: 50,
  /** A field of the schema's own description, which is in memory. */
  introspection: 0.5,
} as const;

/** What is there once for a page counts so much of its points, for it is counted with every row. */
const ONCE_PER_PAGE = 0.1;
const PAGE_TYPES: ReadonlySet<string> = new Set(['PageInfo', 'Completeness']);

/** What a list is taken to hold when nothing bounds it. */
const LIST_LENGTH = 5;

/** Fields that cost more than one sees from their types. */
export const FIELD_POINTS: Readonly<Record<string, number>> = {
  'ClassificationJob.members': POINTS.detail,
  'MemberAccount.state': POINTS.detail,
  'MemberAccount.member': POINTS.detail,
  'MacieMember.securityCases': POINTS.search,
  'MailboxExportJob.organization': POINTS.call,
  'MailboxExportJob.owner': POINTS.call,
  'SecurityCase.tags': POINTS.call,
  'CaseAttachment.downloadUrl': POINTS.call,
  'ChangeStatusesResult.resource': POINTS.call,
  'Query.targets': POINTS.field,
};

/** How much the schema's description holds on average where it is nested; its types are counted. */
const INTROSPECTION_LENGTHS: Readonly<Record<string, number>> = {
  fields: 5,
  directives: 5,
  inputFields: 2,
  enumValues: 2,
  ofType: 0.5,
};

export interface Operation {
  readonly document: DocumentNode;
  readonly name: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** For operations that are valid, with variables that are. Throws GraphQLError when an argument is not. */
export function costing(schema: GraphQLSchema): (operation: Operation) => number {
  const types = Object.keys(schema.getTypeMap()).length;
  const estimators: ComplexityEstimator[] = [introspectionEstimator(types), fieldEstimator];
  return ({ document, name, variables }) =>
    Math.ceil(
      getComplexity({
        schema,
        query: document,
        variables,
        estimators,
        ...(name === undefined ? {} : { operationName: name }),
      }),
    );
}

function introspectionEstimator(types: number): ComplexityEstimator {
  return ({ type, field, childComplexity }) => {
    if (!type.name.startsWith('__') && !/^__(schema|type)$/.test(field.name)) return undefined;
    const length = field.name === 'types' ? types : (INTROSPECTION_LENGTHS[field.name] ?? 1);
    return POINTS.introspection + length * childComplexity;
  };
}

function fieldEstimator(estimated: ComplexityEstimatorArgs): number {
  const { args, childComplexity } = estimated;
  const points = pointsOf(estimated);
  const listed = listedIn(args);
  if (listed !== undefined) return listed * (points + childComplexity);
  const all = points + rowsOf(estimated) * childComplexity;
  return PAGE_TYPES.has(getNamedType(estimated.field.type).name) ? all * ONCE_PER_PAGE : all;
}

function pointsOf({ type, field, args }: ComplexityEstimatorArgs): number {
  const known = FIELD_POINTS[`${type.name}.${field.name}`];
  if (known !== undefined) return known;
  if (type.name === 'Mutation') return POINTS.mutation;
  const extensions: Partial<typeof NEEDS_DETAIL> = field.extensions;
  if (extensions.needsDetail === true) return POINTS.detail;
  const calls = 'first' in args || (type.name === 'Query' && !field.name.startsWith('__'));
  return calls ? POINTS.call : POINTS.field;
}

/** How many things a field is told to look up or to change. */
function listedIn(args: ComplexityEstimatorArgs['args']): number | undefined {
  const { ids, input } = args as { readonly ids?: unknown; readonly input?: { readonly items?: unknown } };
  const list = [ids, input?.items].find(Array.isArray);
  return list?.length;
}

/** How many objects are below a field. Those of a connection are counted where `first` stands. */
function rowsOf({ type, field, args }: ComplexityEstimatorArgs): number {
  const { first } = args as { readonly first?: unknown };
  if (typeof first === 'number') return Math.min(Math.max(first, 1), MAX_FIRST);
  return isListOfObjects(field.type) && !type.name.endsWith('Connection') ? LIST_LENGTH : 1;
}

function isListOfObjects(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
}
