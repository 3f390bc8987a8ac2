// Requests with one adversarial value in one argument, for every argument and input field that queries and mutations of the schema have.
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { LIMITS } from '../../src/graphql/query-limits/limits';
import { longestText, UNITS } from './texts';
import { MAX_BODY_BYTES, post, type AdversarialRequest } from './requests';

/** Room for the document and the rest of the input. */
const VALUE_BYTES = MAX_BODY_BYTES - 8_000;

/** A place in the arguments of a field: it builds the arguments around a value of its type. */
interface Place {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly around: (value: unknown) => unknown;
}

/** One request for each text, or list, at each place. `id` is a valid id for the other inputs. */
export function* variableRequests(schema: GraphQLSchema, id: string): Generator<AdversarialRequest> {
  const sentTypes = new Set<string>();
  for (const [operation, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const query = documentOf(operation, field);
      for (const place of placesOf(field, id)) {
        for (const [title, value] of valuesFor(place.type, sentTypes)) {
          const name = `${field.name}: ${place.name} of ${title}`;
          yield post(name, { query, variables: place.around(value) });
        }
      }
    }
  }
}

function documentOf(operation: string, { name, args, type }: GraphQLField<unknown, unknown>): string {
  const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const values = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(type)) ? '' : selectionOf(type);
  const call = args.length === 0 ? name : `${name}(${values})`;
  return `${operation}${args.length === 0 ? '' : `(${variables})`} { ${call} ${selection} }`;
}

/** The errors of a payload repeat parts of its input. */
function selectionOf(type: GraphQLField<unknown, unknown>['type']): string {
  const named = getNamedType(type);
  const hasUserErrors = isObjectType(named) && 'userErrors' in named.getFields();
  return hasUserErrors ? '{ userErrors { __typename message } }' : '{ __typename }';
}

function placesOf({ args }: GraphQLField<unknown, unknown>, id: string): Place[] {
  const valid = () => Object.fromEntries(args.map((arg) => [arg.name, validValue(arg.type, id)]));
  return args.flatMap(({ name, type }) =>
    placesIn(type, name, (value) => ({ ...valid(), [name]: value }), id, new Set()),
  );
}

function placesIn(
  type: GraphQLInputType,
  name: string,
  around: Place['around'],
  id: string,
  seen: ReadonlySet<unknown>,
): Place[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = placesIn(nullable.ofType, `${name}[]`, (value) => around([value]), id, seen);
    return [{ name, type, around }, ...items];
  }
  if (!isInputObjectType(nullable)) return [{ name, type, around }];
  if (seen.has(nullable)) return [];
  const fields = Object.values(nullable.getFields());
  const valid = validValue(nullable, id) as object;
  const inner = fields.flatMap((field) =>
    placesIn(
      field.type,
      `${name}.${field.name}`,
      (value) => around(nullable.isOneOf ? { [field.name]: value } : { ...valid, [field.name]: value }),
      id,
      new Set([...seen, nullable]),
    ),
  );
  return [{ name, type, around }, ...inner];
}

/** The smallest value of the type: null if it may be null. */
function validValue(type: GraphQLInputType, id: string): unknown {
  if (!isNonNullType(type) && !isInputObjectType(type)) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    return Object.fromEntries(
      fields.flatMap((field) =>
        isNonNullType(field.type) ? [[field.name, validValue(field.type, id)]] : [],
      ),
    );
  }
  const samples: Readonly<Record<string, unknown>> = { ID: id, Int: 1, Float: 1, Boolean: true, String: 'a' };
  return isScalarType(nullable) ? (samples[nullable.name] ?? '2027-01-01T00:00:00Z') : null;
}

/**
 * All texts for every string, which has rules of its own. Every other scalar or enum parses its values in one function,
 * so that only its first place gets all texts.
 */
function* valuesFor(
  type: GraphQLInputType,
  sentTypes: Set<string>,
): Generator<[title: string, value: unknown]> {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const length = LIMITS.listLength.maximum;
    yield ['equal items', Array.from({ length }, () => itemOf(nullable.ofType, 0))];
    yield ['different items', Array.from({ length }, (_, index) => itemOf(nullable.ofType, index))];
    yield ['lists', Array.from({ length }, () => [[[[]]]])];
    return;
  }
  if (isInputObjectType(nullable)) {
    const names = Array.from({ length: 5_000 }, (_, index): [string, number] => [`name${index}`, index]);
    yield ['unknown names', Object.fromEntries(names)];
    const few = Object.fromEntries(names.slice(0, 45));
    const text = longestText('"', LIMITS.stringLength.maximum, VALUE_BYTES);
    yield ['unknown names beside a long text', { ...few, text }];
    yield ['one long name', { [longestText('a', VALUE_BYTES, VALUE_BYTES)]: 1 }];
    return;
  }
  const { name: typeName } = getNamedType(nullable);
  const isRepeated = typeName !== 'String' && sentTypes.has(typeName);
  sentTypes.add(typeName);
  for (const [name, unit] of Object.entries(UNITS).slice(0, isRepeated ? 1 : undefined)) {
    yield [name, longestText(unit, LIMITS.stringLength.maximum, VALUE_BYTES)];
  }
}

/** An item of at most 60 bytes, so that the longest list fits into the body. */
function itemOf(type: GraphQLInputType, index: number): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [itemOf(nullable.ofType, index)];
  if (!isInputObjectType(nullable))
    return isEnumType(nullable) ? nullable.getValues()[0]?.name : `name-${index}`;
  const required = Object.values(nullable.getFields()).filter(({ type: of }) => isNonNullType(of));
  return Object.fromEntries(required.slice(0, 3).map(({ name, type: of }) => [name, itemOf(of, index)]));
}
