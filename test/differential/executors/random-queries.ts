// Random queries that are valid in the schema, with variables of which some are not.
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  typeFromAST,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Random } from '../../support/random';

export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values by the name of an argument, or else by the name of a scalar. */
export type Samples = Readonly<Record<string, readonly unknown[]>>;

const MAX_DEPTH = 6;
const MAX_FIELDS = 6;

export function randomQuery(schema: GraphQLSchema, random: Random, samples: Samples): RandomQuery {
  return new QueryWriter(schema, random, samples).write();
}

/** Values for the variables of an operation. */
export function randomVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  random: Random,
  samples: Samples,
): RandomQuery['variables'] {
  const writer = new QueryWriter(schema, random, samples);
  const values = variableDefinitions.flatMap(({ variable, type, defaultValue }): [string, unknown][] => {
    const input = typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined;
    const isOptional = !isNonNullType(input) || defaultValue !== undefined;
    if (input === undefined || (isOptional && random.chance(0.6))) return [];
    return [[variable.name.value, writer.value(variable.name.value, input, 3)]];
  });
  return Object.fromEntries(values);
}

const ambiguousNames = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** The names of fields whose type differs between the types of the schema. */
function namesOfSeveralTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const types = new Map<string, string>();
  const names = new Set<string>();
  for (const object of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const { name, type } of Object.values(object.getFields())) {
      const known = types.get(name) ?? String(type);
      types.set(name, known);
      if (known !== String(type)) names.add(name);
    }
  }
  return names;
}

class QueryWriter {
  private readonly variables: Record<string, unknown> = {};
  private readonly definitions: string[] = [];
  private readonly fragments: string[] = [];
  private names = 0;
  private readonly ambiguous: ReadonlySet<string>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly samples: Samples,
  ) {
    this.ambiguous = ambiguousNames.get(schema) ?? namesOfSeveralTypes(schema);
    ambiguousNames.set(schema, this.ambiguous);
  }

  write(): RandomQuery {
    const type = this.schema.getQueryType();
    if (type == null) throw new Error('The schema has no queries.');
    const selection = this.selectionOf(type, MAX_DEPTH, 3);
    const definitions = this.definitions.length === 0 ? '' : `(${this.definitions.join(', ')})`;
    return {
      query: [`query Q${definitions} ${selection}`, ...this.fragments].join('\n'),
      variables: this.variables,
    };
  }

  private selectionOf(type: GraphQLCompositeType, depth: number, maxFields = MAX_FIELDS): string {
    const selections = [];
    const count = this.random.between(1, maxFields);
    for (let index = 0; index < count; index += 1) selections.push(this.selection(type, depth));
    return `{ ${selections.join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    if (this.random.chance(0.06)) return '__typename';
    if (depth > 1 && this.random.chance(0.08)) return this.fragment(type, depth);
    if (isAbstractType(type) && this.random.chance(0.5)) {
      const possible = this.random.pick(this.schema.getPossibleTypes(type));
      return `... on ${possible.name}${this.directives()} ${this.selectionOf(possible, depth)}`;
    }
    return this.field(type, depth);
  }

  /** A fragment on the type or on one of its interfaces, spread or inline. */
  private fragment(type: GraphQLCompositeType, depth: number): string {
    const conditions = isObjectType(type) ? [type, ...type.getInterfaces()] : [type];
    const on = this.random.pick<GraphQLCompositeType>(conditions);
    const selection = this.selectionOf(on, depth - 1, 3);
    if (this.random.chance(0.3)) return `...${this.directives()} ${this.selectionOf(type, depth - 1, 3)}`;
    if (this.random.chance(0.4)) return `... on ${on.name}${this.directives()} ${selection}`;
    const name = this.newName('F');
    this.fragments.push(`fragment ${name} on ${on.name} ${selection}`);
    // A fragment may be spread twice, with different conditions.
    const again = this.random.chance(0.3) ? ` ...${name}${this.directives()}` : '';
    return `...${name}${this.directives()}${again}`;
  }

  private field(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const known = fields.filter((field) => depth > 1 || isLeafType(getNamedType(field.type)));
    if (known.length === 0) return '__typename';
    const field = this.random.pick<GraphQLField<unknown, unknown>>(known);
    const below = getNamedType(field.type);
    const selection = isLeafType(below) ? '' : ` ${this.selectionOf(below as GraphQLObjectType, depth - 1)}`;
    const written = field.args.flatMap((argument) => this.argument(argument));
    // Equal names with other arguments, or on other types of an interface, would not be valid.
    const alias = this.random.chance(0.02) ? `${this.newName('__proto__')}: ` : `${this.newName('a')}: `;
    const values = written.length === 0 ? '' : `(${written.join(', ')})`;
    const isPlain = field.args.length === 0 && this.random.chance(0.7) && !this.ambiguous.has(field.name);
    return `${isPlain ? '' : alias}${field.name}${values}${this.directives()}${selection}`;
  }

  private argument({ name, type, defaultValue }: GraphQLArgument): string | [] {
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    if (!isRequired && this.random.chance(0.65)) return [];
    if (this.random.chance(0.5)) return `${name}: ${this.literal(name, type, 3)}`;
    const variable = this.newName('v');
    this.definitions.push(`$${variable}: ${String(type)}`);
    if (!isRequired && this.random.chance(0.15)) return `${name}: $${variable}`;
    this.variables[variable] = this.random.chance(0.02)
      ? this.random.pick([12.5, 'x', [], {}, null, true])
      : this.value(name, type, 3);
    return `${name}: $${variable}`;
  }

  private directives(): string {
    if (this.random.chance(0.85)) return '';
    const directive = this.random.pick(['skip', 'include']);
    if (this.random.chance(0.3)) return ` @${directive}(if: ${String(this.random.chance(0.5))})`;
    const known = Object.keys(this.variables).filter((name) => name.startsWith('c'));
    const name = known.length > 0 && this.random.chance(0.5) ? this.random.pick(known) : this.newName('c');
    if (!known.includes(name)) {
      this.definitions.push(`$${name}: Boolean!`);
      this.variables[name] = this.random.chance(0.02) ? null : this.random.chance(0.5);
    }
    return ` @${directive}(if: $${name})`;
  }

  private literal(name: string, type: GraphQLInputType, depth: number): string {
    if (!isNonNullType(type) && this.random.chance(0.05)) return 'null';
    const nullable = getNullableType(type);
    if (isListType(nullable)) return `[${this.literal(name, nullable.ofType, depth)}]`;
    if (isEnumType(nullable)) return String(this.value(name, nullable, depth));
    if (!isInputObjectType(nullable)) return JSON.stringify(this.value(name, nullable, depth));
    const value = this.value(name, nullable, depth) as Record<string, unknown>;
    const fields = Object.values(nullable.getFields()).filter((field) => field.name in value);
    return `{ ${fields.map((field) => `${field.name}: ${this.literal(field.name, field.type, depth - 1)}`).join(', ')} }`;
  }

  value(name: string, type: GraphQLInputType, depth: number): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [this.value(name, nullable.ofType, depth)];
    if (isEnumType(nullable)) return this.random.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      const required = fields.filter(
        (field) => isNonNullType(field.type) && field.defaultValue === undefined,
      );
      const chosen = new Set(nullable.isOneOf ? [this.random.pick(fields)] : required);
      if (!nullable.isOneOf && depth > 0 && this.random.chance(0.8)) chosen.add(this.random.pick(fields));
      return Object.fromEntries(
        Array.from(chosen, (field) => [field.name, this.value(field.name, field.type, depth - 1)]),
      );
    }
    return this.random.pick(this.samples[name] ?? this.samples[getNamedType(nullable).name] ?? ['odd']);
  }

  private newName(prefix: string): string {
    this.names += 1;
    return `${prefix}${this.names}`;
  }
}
