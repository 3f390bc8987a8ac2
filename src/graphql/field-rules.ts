/**
 * The access rules of fields: the scopes that each field requires, derived from @Needs in the schema. The first field
 * on a path that requires a scope checks it.
 */
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { NEEDS, type Need } from '../../schema/shared/access';
import type { Context } from './context';
import { ForbiddenError } from '../domain/errors';
import { resolvePlainField } from './readable-fields';
import { isPromise } from '../domain/is-promise';
import { covers, hasScope, isScope, type Principal, type Scope } from '../domain/principal';

/** The key of the required scopes in the extensions of a field. */
const SCOPES = 'scopes';

type Field = GraphQLField<unknown, Context>;
type Extended = Readonly<{ extensions: Readonly<Record<string, unknown>> }>;
type Scopes = ReadonlySet<Scope>;

const NO_SCOPES: Scopes = new Set();

/** Returns the scopes that a field requires, including those of its parent. Needs a schema with applied rules. */
export function scopesOf({ extensions }: Extended): readonly Scope[] {
  return (extensions[SCOPES] as readonly Scope[] | undefined) ?? [];
}

export function maySelect(principal: Principal, field: Extended): boolean {
  return scopesOf(field).every((scope) => hasScope(principal, scope));
}

const ROOTS = Object.values(OperationTypeNode);

/** Adds the rules to the schema. Throws when a type or a field of a root type requires no scope and has no @Needs. */
export function applyFieldRules(schema: GraphQLSchema): GraphQLSchema {
  const rules = new FieldRules(schema);
  for (const { parent, field } of rules.fields) rules.apply(parent, field);
  for (const type of Object.values(schema.getTypeMap()).filter(isInterfaceType)) rules.applyToInterface(type);
  return schema;
}

class FieldRules {
  readonly fields: readonly { readonly parent: GraphQLObjectType; readonly field: Field }[];
  /** The scopes that a type and the types of its fields require of every field that returns it. */
  private readonly requiredScopes = new Map<GraphQLNamedType, Scopes>();
  /** The scopes that were already checked on every path to a value of the type. */
  private readonly checkedScopes = new Map<GraphQLNamedType, Scopes>();
  /** The scopes that a field itself checks. */
  private readonly additionalScopes = new Map<Field, Scopes>();

  constructor(private readonly schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    this.fields = types
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((parent) => Object.values(parent.getFields()).map((field) => ({ parent, field })));
    for (const type of types) this.checkedScopes.set(type, this.scopesOfType(type));
    while (this.propagate()) continue;
  }

  apply(parent: GraphQLObjectType, field: Field): void {
    const checked = this.checkedBefore(parent);
    const additional = withoutCovered([...this.scopesFor(field)].filter((scope) => !checked.has(scope)));
    const isOpen = checked.size + additional.length === 0;
    const need = needOf(this.isRoot(parent) ? field : parent);
    if (isOpen && need === undefined && !this.isOfGuardedTypes(getNamedType(field.type))) {
      throw new Error(`${parent.name}.${field.name} requires no scope and has no @Needs: add @Needs to it.`);
    }
    field.extensions = { ...field.extensions, [SCOPES]: withoutCovered([...checked, ...additional]) };
    this.additionalScopes.set(field, new Set(additional));
    const type = getNamedType(field.type);
    if (isAbstractType(type)) this.guardValues(field, type);
    if (additional.length === 0) return;
    describeScopes(field, additional);
    // The mutation pipeline checks the scopes of mutations, so that the audit trail records rejected mutations.
    if (parent !== this.schema.getMutationType()) guard(field, additional);
  }

  /**
   * Adds the common scopes of the implementing fields to the fields of an interface. The execution resolves a field of
   * the object type, with its guard, also for a selection on the interface. Needs the rules of all object types.
   */
  applyToInterface(type: GraphQLInterfaceType): void {
    const possible = this.schema.getPossibleTypes(type);
    for (const field of Object.values<Field>(type.getFields())) {
      const fields = possible.flatMap((object): Field | [] => object.getFields()[field.name] ?? []);
      const common = (scopes: readonly Scopes[]) => [...scopes.reduce(intersection, scopes[0] ?? NO_SCOPES)];
      const scopes = common(fields.map((implementing) => new Set(scopesOf(implementing))));
      field.extensions = { ...field.extensions, [SCOPES]: withoutCovered(scopes) };
      const additional = common(
        fields.map((implementing) => this.additionalScopes.get(implementing) ?? NO_SCOPES),
      );
      if (additional.length > 0) describeScopes(field, additional);
    }
  }

  /** Checks the scopes of each object that a field of an interface or union type returns. */
  private guardValues(field: Field, type: GraphQLAbstractType): void {
    const scopesByType = new Map(
      this.schema.getPossibleTypes(type).map((possible) => [possible.name, this.scopesOfType(possible)]),
    );
    const { resolveType } = type;
    if (resolveType == null || [...scopesByType.values()].every(({ size }) => size === 0)) return;
    const resolve = field.resolve ?? (resolvePlainField as NonNullable<Field['resolve']>);
    field.resolve = (source, args, context, info) => {
      const checked = (result: unknown): unknown => {
        if (result == null) return result;
        if (isPromise(result)) return result.then(checked);
        if (Array.isArray(result)) return result.map(checkedItem);
        const name = resolveType(result, context, info, type);
        const scopes = typeof name === 'string' ? scopesByType.get(name) : undefined;
        if (scopes === undefined) throw new TypeError(`${type.name} has a value of an unknown type.`);
        requireScopes(context, [...scopes]);
        return result;
      };
      // An error as an element of a list is the error of that element only.
      const checkedItem = (item: unknown): unknown => {
        try {
          return checked(item);
        } catch (error) {
          return error;
        }
      };
      return checked(resolve(source, args, context, info));
    };
  }

  /** Propagates the scopes common to all fields that return a type to that type. Returns true while anything changes. */
  private propagate(): boolean {
    let hasChanged = false;
    const common = new Map<GraphQLNamedType, Scopes>();
    for (const { parent, field } of this.fields) {
      const type = getNamedType(field.type);
      const scopes = new Set([...this.checkedBefore(parent), ...this.scopesFor(field)]);
      for (const [object, checked] of this.checkedFor(type, scopes)) {
        common.set(object, intersection(common.get(object) ?? checked, checked));
      }
    }
    for (const [type, scopes] of common) {
      if (!isObjectType(type) || scopes.size <= this.checkedBefore(type).size) continue;
      this.checkedScopes.set(type, scopes);
      hasChanged = true;
    }
    return hasChanged;
  }

  /** The scopes that are checked before a field of this type returns an object, for each type that the object may have. */
  private checkedFor(
    type: GraphQLNamedType,
    scopes: Scopes,
  ): readonly (readonly [GraphQLNamedType, Scopes])[] {
    if (!isAbstractType(type)) return [[type, scopes]];
    return this.schema
      .getPossibleTypes(type)
      .map((possible) => [possible, new Set([...scopes, ...this.scopesOfType(possible)])]);
  }

  private scopesFor(field: Field): Scopes {
    const need = needOf(field);
    const scopes = this.scopesOfType(getNamedType(field.type));
    return isScopeNeed(need) ? new Set([...scopes, need]) : scopes;
  }

  private scopesOfType(type: GraphQLNamedType): Scopes {
    const known = this.requiredScopes.get(type);
    if (known !== undefined) return known;
    const scopes = new Set<Scope>();
    this.requiredScopes.set(type, scopes);
    const need = needOf(type);
    if (isScopeNeed(need)) return scopes.add(need);
    if (need !== undefined || !isObjectType(type) || this.isRoot(type)) return scopes;
    for (const field of Object.values(type.getFields())) {
      for (const scope of this.scopesOfType(getNamedType(field.type))) scopes.add(scope);
    }
    return scopes;
  }

  private checkedBefore(type: GraphQLNamedType): Scopes {
    return this.checkedScopes.get(type) ?? NO_SCOPES;
  }

  /** True for an interface or union whose types all require scopes. The loaders then call AWS only for kinds within the caller's scopes. */
  private isOfGuardedTypes(type: GraphQLNamedType): boolean {
    return (
      isAbstractType(type) &&
      this.schema.getPossibleTypes(type).every((possible) => this.scopesOfType(possible).size > 0)
    );
  }

  private isRoot(type: GraphQLObjectType): boolean {
    return ROOTS.some((root) => this.schema.getRootType(root) === type);
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
  const resolve = field.resolve ?? (resolvePlainField as NonNullable<Field['resolve']>);
  const { subscribe } = field;
  field.resolve = (source, args, context, info) => {
    requireScopes(context, scopes);
    return resolve(source, args, context, info);
  };
  if (subscribe === undefined) return;
  field.subscribe = (source, args, context, info) => {
    requireScopes(context, scopes);
    return subscribe(source, args, context, info);
  };
}

/** Throws ForbiddenError. */
function requireScopes({ call: { principal } }: Context, scopes: readonly Scope[]): void {
  const missing = scopes.filter((scope) => !hasScope(principal, scope));
  if (missing.length > 0) throw new ForbiddenError(missing);
}

/** Adds the scopes to the description of a field, in front of its AWS operations. */
function describeScopes(field: Field, scopes: readonly Scope[]): void {
  field.description = field.description?.replace(
    /( \([^()]*\))?\.$/,
    `; needs the scope ${scopes.join(' and ')}$1.`,
  );
}
