// The form of a rule of the schema, and the parts of a schema that rules examine.
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

export type Rules = Readonly<Record<string, Rule>>;

export interface Rule {
  /** The places of the schema that violate the rule. */
  readonly violations: (schema: GraphQLSchema) => string[];
  /** A schema that violates the rule in the places of `violated`. */
  readonly badSchema: string;
  readonly violated: readonly string[];
}

/** A field of a type or input, or an argument. */
export interface TypedMember {
  readonly name: string;
  readonly type: GraphQLType;
  readonly description?: string | null | undefined;
  readonly defaultValue?: unknown;
}

/** A field, an argument, an input field or an enum value, written as Type.field or Type.field(argument). */
export interface Place {
  readonly place: string;
  readonly deprecationReason: string | null | undefined;
}

/** A place with a type: every place except enum values. */
export type Member = Place & TypedMember;

export const typesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

export const fields = (schema: GraphQLSchema) =>
  typesOf(schema)
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((parent) =>
      Object.values(parent.getFields()).map((field) => ({
        ...field,
        parent,
        place: `${parent.name}.${field.name}`,
      })),
    );

export const members = (schema: GraphQLSchema): Member[] => [
  ...fields(schema).flatMap((field) => [
    field,
    ...field.args.map((arg) => ({ ...arg, place: `${field.place}(${arg.name})` })),
  ]),
  ...typesOf(schema)
    .filter(isInputObjectType)
    .flatMap((parent) =>
      Object.values(parent.getFields()).map((field) => ({ ...field, place: `${parent.name}.${field.name}` })),
    ),
];

export const enumValues = (schema: GraphQLSchema): Place[] =>
  typesOf(schema)
    .filter(isEnumType)
    .flatMap((type) => type.getValues().map((value) => ({ ...value, place: `${type.name}.${value.name}` })));

export const mutations = (schema: GraphQLSchema) =>
  fields(schema).filter(({ parent }) => parent.name === 'Mutation');

export const places = (found: readonly { readonly place: string }[]) => found.map(({ place }) => place);

export const written = ({ type, defaultValue }: TypedMember) =>
  defaultValue === undefined ? type.toString() : `${type.toString()} = ${JSON.stringify(defaultValue)}`;

/** The types of the fields of an object or an input, in the schema's notation. */
export function shapeOf(type: GraphQLNamedType | undefined): Partial<Record<string, string>> {
  const typedMembers: Record<string, TypedMember> =
    isInputObjectType(type) || isObjectType(type) ? type.getFields() : {};
  return Object.fromEntries(Object.values(typedMembers).map((member) => [member.name, written(member)]));
}
