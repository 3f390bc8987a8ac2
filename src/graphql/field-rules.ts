/** The rule of every field: which scopes it takes, made from the marks of the schema, and checked where a field is the first to need one. */
import {
  defaultFieldResolver,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { NEEDS, type Need } from '../../schema/shared/access';
import type { Context } from './context';
import { ForbiddenError } from '../domain/errors';
import { covers, hasScope, isScope, type Principal, type Scope } from '../domain/principal';

/** The name under which the rule of a field stands in its extensions. */
const SCOPES = 'scopes';

type Field = GraphQLField<unknown, Context>;
type Extended = Readonly<{ extensions: Readonly<Record<string, unknown>> }>;
type Scopes = ReadonlySet<Scope>;

const NO_SCOPES: Scopes = new Set();

/** The scopes that a field of a schema with rules takes, those of its parent included. */
export function scopesOf({ extensions }: Extended): readonly Scope[] {
  return (extensions[SCOPES] as readonly Scope[] | undefined) ?? [];
}

export function maySelect(principal: Principal, field: Extended): boolean {
  return scopesOf(field).every((scope) => hasScope(principal, scope));
}

/** Throws when a type or a field of Query or Mutation would be open to all without saying so. */
export function applyFieldRules(schema: GraphQLSchema): GraphQLSchema {
  const rules = new FieldRules(schema);
  for (const { parent, field } of rules.fields) rules.apply(parent, field);
  return schema;
}

class FieldRules {
  readonly fields: readonly { readonly parent: GraphQLObjectType; readonly field: Field }[];
  /** What a type or its fields demand of whatever leads to it. */
  private readonly demands = new Map<GraphQLNamedType, Scopes>();
  /** What everybody has who has come to a value of the type. */
  private readonly given = new Map<GraphQLNamedType, Scopes>();

  constructor(private readonly schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    this.fields = types
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((parent) => Object.values(parent.getFields()).map((field) => ({ parent, field })));
    for (const type of types) this.given.set(type, this.demandOf(type));
    while (this.propagate()) continue;
  }

  apply(parent: GraphQLObjectType, field: Field): void {
    const given = this.givenTo(parent);
    const more = withoutCovered([...this.scopesFor(field)].filter((scope) => !given.has(scope)));
    const open = given.size + more.length === 0;
    const mark = needOf(this.isRoot(parent) ? field : parent);
    if (open && mark === undefined && !this.isOfGuardedTypes(getNamedType(field.type))) {
      throw new Error(`${parent.name}.${field.name} is open to all without saying so: mark it with @Needs.`);
    }
    field.extensions = { ...field.extensions, [SCOPES]: withoutCovered([...given, ...more]) };
    if (more.length === 0) return;
    field.description = field.description?.replace(
      /( \([^()]*\))?\.$/,
      `; needs the scope ${more.join(' and ')}$1.`,
    );
    // What changes something is refused by the procedure of changes, so that the audit trail has it.
    if (parent !== this.schema.getMutationType()) guard(field, more);
  }

  /** A type without a demand is as guarded as all the fields that lead to it. True as long as that tells something new. */
  private propagate(): boolean {
    let hasChanged = false;
    const leading = new Map<GraphQLNamedType, Scopes>();
    for (const { parent, field } of this.fields) {
      const type = getNamedType(field.type);
      const scopes = new Set([...this.givenTo(parent), ...this.scopesFor(field)]);
      leading.set(type, intersection(leading.get(type) ?? scopes, scopes));
    }
    for (const [type, scopes] of leading) {
      if (!isObjectType(type) || scopes.size <= this.givenTo(type).size) continue;
      this.given.set(type, scopes);
      hasChanged = true;
    }
    return hasChanged;
  }

  private scopesFor(field: Field): Scopes {
    const mark = needOf(field);
    const demand = this.demandOf(getNamedType(field.type));
    return isScopeNeed(mark) ? new Set([...demand, mark]) : demand;
  }

  private demandOf(type: GraphQLNamedType): Scopes {
    const known = this.demands.get(type);
    if (known !== undefined) return known;
    const scopes = new Set<Scope>();
    this.demands.set(type, scopes);
    const mark = needOf(type);
    if (isScopeNeed(mark)) return scopes.add(mark);
    if (mark !== undefined || !isObjectType(type) || this.isRoot(type)) return scopes;
    for (const field of Object.values(type.getFields())) {
      for (const scope of this.demandOf(getNamedType(field.type))) scopes.add(scope);
    }
    return scopes;
  }

  private givenTo(type: GraphQLNamedType): Scopes {
    return this.given.get(type) ?? NO_SCOPES;
  }

  /** True of an interface whose every type has a demand of its own: AWS is not called for a kind without its scope. */
  private isOfGuardedTypes(type: GraphQLNamedType): boolean {
    return (
      isInterfaceType(type) &&
      this.schema.getPossibleTypes(type).every((possible) => this.demandOf(possible).size > 0)
    );
  }

  private isRoot(type: GraphQLObjectType): boolean {
    return type === this.schema.getQueryType() || type === this.schema.getMutationType();
  }
}

function needOf({ extensions }: Extended): Need | undefined {
  return extensions[NEEDS] as Need | undefined;
}

function isScopeNeed(need: Need | undefined): need is Scope {
  return need !== undefined && isScope(need);
}

function intersection(some: Scopes, others: Scopes): Scopes {
  return new Set([...some].filter((scope) => others.has(scope)));
}

function withoutCovered(scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !scopes.some((other) => other !== scope && covers(other, scope))).sort();
}

function guard(field: Field, scopes: readonly Scope[]): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const missing = scopes.filter((scope) => !hasScope(context.call.principal, scope));
    if (missing.length > 0) throw new ForbiddenError(missing);
    return resolve(source, args, context, info);
  };
}
