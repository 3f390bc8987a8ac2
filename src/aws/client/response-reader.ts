/**
 * The rule for AWS responses that do not match the AWS model: an unreadable value costs the smallest part of the response
 * that contains it. An unreadable member is removed and marked; a row without its essential member is removed and counted.
 */
import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';
import { unreadableIn } from '../../domain/records/unreadable';
import type { Operation } from './operation';
import { TOKEN_MEMBERS } from './page-token';
import { structureReader, type KeepsUnknown } from './structure-reader';
import * as values from './value-readers';
import type { Findings, Reader } from './value-readers';

/** The key of the number of rows that were removed from a list response; absent when none were. */
export const UNREADABLE_ROWS = Symbol('unreadableRows');

/** The key of the flag of a response from which members or rows were removed. */
const PARTIAL = Symbol('partial');

/** Members of the type double. All other numbers of the AWS model are integers. */
const DOUBLES: ReadonlySet<string> = new Set(['approximateNumberOfObjectsToProcess', 'numberOfRuns']);

/** The schemas of times with the trait timestampFormat date-time or http-date. All other times are seconds since 1970. */
const DATE_TIME = 5;
const HTTP_DATE = 6;

/** The traits of members that are not in the body, or not as plain JSON. */
const OTHER_TRAITS = [
  'httpHeader',
  'httpPayload',
  'httpPrefixHeaders',
  'httpResponseCode',
  'mediaType',
  'streaming',
] as const;

/** What the values come from: a parsed body, or the output of the SDK's decoder. */
export interface Source {
  readonly isBody: boolean;
  /** True when the body has the names of the trait jsonName. */
  readonly hasJsonNames: boolean;
  /** For the response itself, and for the structures in it. */
  readonly keepsUnknown: { readonly response: KeepsUnknown; readonly structures: KeepsUnknown };
}

export interface ResponseReader {
  readonly source: Source;
  /** True when the schema has values that only the SDK can decode. */
  readonly hasUnknownKinds: boolean;
  /**
   * Converts the values of a response, and applies the rule. The given object is changed. Returns undefined for an
   * unreadable response: it is no object, or lacks its essential member, a page token or the list of rows. An absent or
   * null member is readable.
   */
  readonly read: (value: unknown) => object | undefined;
}

/** False for a response from which members or rows were removed. */
export function isWholeResponse(output: object): boolean {
  return !(PARTIAL in output);
}

/** @param output the schema of the output of the operation. */
export function createReader(operation: Operation, output: $SchemaRef, source: Source): ResponseReader {
  const { access, essentialMembers } = operation;
  const schema = NormalizedSchema.of(output);
  const essential = essentialMembers[schema.getName() ?? ''];
  const rows = access === 'read' ? operation.rowsMember : undefined;
  const compiler = new ReaderCompiler(source, essentialMembers);
  const readStructure = compiler.response(schema, rows);
  // Without a readable page token, the end of the list is unknown.
  const required = [...TOKEN_MEMBERS, rows, access === 'write' ? essential : undefined];
  return {
    source,
    hasUnknownKinds: compiler.hasUnknownKinds,
    read: (value) => {
      const findings: Findings = { isPartial: false, unreadableRows: 0 };
      const response = readStructure(value, findings);
      if (!values.isStructure(response)) return undefined;
      const unreadable = unreadableIn(response);
      if (required.some((name) => name !== undefined && unreadable.has(name))) return undefined;
      const lacksEssential = essential !== undefined && values.isAbsent(response[essential]);
      if (lacksEssential && !unreadable.has(essential)) return undefined;
      if (findings.isPartial) response[PARTIAL] = true;
      if (findings.unreadableRows > 0) response[UNREADABLE_ROWS] = findings.unreadableRows;
      return response;
    },
  };
}

/** Compiles the reader of a schema. */
class ReaderCompiler {
  hasUnknownKinds = false;
  private readonly ancestors = new Set<unknown>();

  constructor(
    private readonly source: Source,
    private readonly essentialMembers: Operation['essentialMembers'],
  ) {}

  response(schema: NormalizedSchema, rows: string | undefined): Reader {
    const compile = (member: NormalizedSchema) =>
      member.getMemberName() === rows && member.isListSchema()
        ? values.rowsReader(this.value(member.getValueSchema()))
        : this.value(member);
    return this.structure(schema, compile, undefined, this.source.keepsUnknown.response);
  }

  private value(schema: NormalizedSchema): Reader {
    const traits = schema.getMergedTraits();
    if (OTHER_TRAITS.some((trait) => traits[trait] !== undefined)) return this.unknown();
    if (schema.isStringSchema()) return values.readText;
    if (schema.isBooleanSchema()) return values.readFlag;
    if (schema.isNumericSchema())
      return DOUBLES.has(schema.getMemberName()) ? values.readDouble : values.readInteger;
    if (schema.isTimestampSchema() && schema.getSchema() !== HTTP_DATE)
      return schema.getSchema() === DATE_TIME ? values.readIsoTime : values.readUnixTime;
    if (schema.isListSchema()) return values.listReader(this.value(schema.getValueSchema()));
    if (schema.isMapSchema()) return values.mapReader(this.value(schema.getValueSchema()));
    if (!schema.isStructSchema() || this.ancestors.has(schema.getSchema())) return this.unknown();
    if (schema.isUnionSchema()) this.hasUnknownKinds = true;
    const essential = this.essentialMembers[schema.getName() ?? ''];
    const compile = (member: NormalizedSchema) => this.value(member);
    return this.structure(schema, compile, essential, this.source.keepsUnknown.structures);
  }

  private unknown(): Reader {
    this.hasUnknownKinds = true;
    return values.unchanged;
  }

  private structure(
    schema: NormalizedSchema,
    compile: (member: NormalizedSchema) => Reader,
    essential: string | undefined,
    keepsUnknown: KeepsUnknown,
  ): Reader {
    this.ancestors.add(schema.getSchema());
    const members = Array.from(schema.structIterator(), ([name, member]) => {
      const { jsonName } = member.getMergedTraits();
      const key = this.source.hasJsonNames ? (jsonName ?? name) : name;
      return { name, key, read: compile(member) };
    });
    this.ancestors.delete(schema.getSchema());
    return structureReader(members, essential, keepsUnknown);
  }
}
