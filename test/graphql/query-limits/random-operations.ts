// Random documents that are valid in the schema, and random variables for them.
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../../support/random';

type Values = Readonly<Record<string, unknown>>;

export interface RandomOperation {
  readonly query: string;
  readonly createVariables: () => Values;
}

const MAX_DEPTH = 4;
const NUMBERS = [-1, 0, 1, 2, 20, 20.5, 199, 200, 201, 2_147_483_647];
const TEXTS = ['123456789012', '2026-01-02', '2026-01-02T00:00:00Z', '', 'm-0123456789abcdef'];

export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  const generator = new Generator(schema, random);
  return {
    query: generator.document(),
    createVariables: () => generator.variables(),
  };
}

class Generator {
  private readonly types = new Map<string, GraphQLInputType | 'CONDITION'>();
  private readonly fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
  ) {}

  document(): string {
    const [kind, root] = this.random.pick([
      ['query', this.schema.getQueryType()],
      ['query', this.schema.getQueryType()],
      ['mutation', this.schema.getMutationType()],
    ] as const);
    if (root == null) throw new Error(`The schema has no ${kind}.`);
    const body = this.selections(root, 1);
    const definitions = Array.from(this.types, ([name, type]) =>
      type === 'CONDITION' ? this.condition(name) : `$${name}: ${String(type)}${this.defaultOf(type)}`,
    );
    const variables = definitions.length === 0 ? '' : `(${definitions.join(', ')})`;
    return [`${kind} ${variables} ${body}`, ...this.fragments].join('\n');
  }

  /** Leaves variables out at times; some values are not valid. */
  variables(): Values {
    const given = [...this.types].filter(() => this.random.chance(0.95));
    return Object.fromEntries(
      given.map(([name, type]) => [
        name,
        type === 'CONDITION' ? this.random.chance(0.5) : this.valueOf(type, 0),
      ]),
    );
  }

  private condition(name: string): string {
    return `$${name}: ${this.random.pick(['Boolean!', 'Boolean! = true', 'Boolean! = false'])}`;
  }

  private defaultOf(type: GraphQLInputType): string {
    if (!this.random.chance(0.2)) return '';
    const value = literal(this.valueOf(type, 0), type);
    return ` = ${value}`;
  }

  private selections(type: GraphQLNamedType, depth: number): string {
    const count = this.random.between(1, 3);
    return `{ __typename ${Array.from({ length: count }, () => this.selection(type, depth)).join(' ')} }`;
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const kind = this.random.next();
    if (kind < 0.1) return `... ${this.directive()} ${this.selections(type, depth)}`;
    if (kind < 0.2) return this.spread(type, depth);
    if (kind < 0.4 && isAbstractType(type)) {
      const possible = this.random.pick(this.schema.getPossibleTypes(type));
      return `... on ${possible.name} ${this.directive()} ${this.selections(possible, depth)}`;
    }
    return this.field(type, depth);
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const body = this.selections(type, depth);
    const name = `f${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `...${name} ${this.directive()} ${this.random.chance(0.2) ? `...${name}` : ''}`;
  }

  private field(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields());
    const isShallow = depth >= MAX_DEPTH;
    const suitable = fields.filter((each) => !isShallow || !isCompositeType(getNamedType(each.type)));
    const parents = suitable.filter((each) => isCompositeType(getNamedType(each.type)));
    if (suitable.length === 0) return '__typename';
    const {
      name,
      args,
      type: returned,
    } = this.random.pick(parents.length > 0 && this.random.chance(0.6) ? parents : suitable);
    const named = getNamedType(returned);
    const body = isCompositeType(named) ? this.selections(named, depth + 1) : '';
    // Each field has another alias, so that fields with different arguments do not conflict.
    const alias = `a${this.random.between(0, 1_000_000_000)}`;
    return `${alias}: ${name}${this.args(args)} ${this.directive()} ${body}`;
  }

  private directive(): string {
    if (!this.random.chance(0.15)) return '';
    const condition = this.random.pick(['true', 'false', this.variable('CONDITION')]);
    return `@${this.random.pick(['skip', 'include'])}(if: ${condition})`;
  }

  private args(args: readonly GraphQLArgument[]): string {
    const given = args.flatMap((arg) => {
      const isRequired = isNonNullType(arg.type) && arg.defaultValue === undefined;
      if (!isRequired && this.random.chance(0.4)) return [];
      return [`${arg.name}: ${this.argument(arg.type)}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  private argument(type: GraphQLInputType): string {
    if (this.random.chance(0.6)) return this.variable(type);
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (isInputObjectType(nullable) && !nullable.isOneOf && this.random.chance(0.7)) {
      const fields = Object.values(nullable.getFields()).filter(
        (field) => isNonNullType(field.type) || this.random.chance(0.3),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.argument(field.type)}`).join(', ')} }`;
    }
    if (isListType(nullable) && this.random.chance(0.5)) {
      const length = this.random.between(0, 3);
      const elements = Array.from({ length }, () => this.argument(nullable.ofType));
      return `[${elements.join(', ')}]`;
    }
    return literal(this.valueOf(type, 0), type);
  }

  private variable(type: GraphQLInputType | 'CONDITION'): string {
    const name = `v${this.types.size}`;
    this.types.set(name, type);
    return `$${name}`;
  }

  private valueOf(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.nonNullValueOf(type.ofType, depth);
    return this.random.chance(0.25) ? null : this.nonNullValueOf(type, depth);
  }

  private nonNullValueOf(type: GraphQLInputType, depth: number): unknown {
    if (isListType(type)) {
      const length = depth > 3 ? 0 : this.random.between(0, 3);
      return Array.from({ length }, () => this.valueOf(type.ofType, depth + 1));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const given = type.isOneOf
        ? [this.random.pick(fields)]
        : fields.filter((field) => isNonNullType(field.type) || this.random.chance(depth > 2 ? 0.05 : 0.4));
      return Object.fromEntries(given.map((field) => [field.name, this.valueOf(field.type, depth + 1)]));
    }
    if (isEnumType(type)) return this.random.pick(type.getValues()).name;
    const name = getNamedType(type).name;
    if (name === 'Int' || name === 'Float') return this.random.pick(NUMBERS);
    return name === 'Boolean' ? this.random.chance(0.5) : this.random.pick(TEXTS);
  }
}

/** The value in the syntax of documents. */
function literal(value: unknown, type: GraphQLInputType): string {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (value === null) return 'null';
  if (isListType(nullable)) {
    const elements = value as readonly unknown[];
    return `[${elements.map((each) => literal(each, nullable.ofType)).join(', ')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const members = Object.entries(value as object).flatMap(([name, member]) => {
      const field = fields[name];
      return field === undefined ? [] : [`${name}: ${literal(member, field.type)}`];
    });
    return `{ ${members.join(', ')} }`;
  }
  return isEnumType(nullable) ? (value as string) : JSON.stringify(value);
}
