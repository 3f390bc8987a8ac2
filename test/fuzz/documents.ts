// Random documents that are valid in the grammar of GraphQL and invalid in this schema.
import fc from 'fast-check';
import { isInterfaceType, isObjectType, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';

const JUNK_NAME = fc.stringMatching(/^[_A-Za-z][_0-9A-Za-z]{0,30}$/);

/** Names of the schema, so that documents pass many checks, and random names. */
function namesOf(schema: GraphQLSchema) {
  const types = Object.values(schema.getTypeMap());
  const holders = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = holders.flatMap((type) => Object.values(type.getFields()));
  const words = [
    ...fields.map(({ name }) => name),
    ...fields.flatMap(({ args }) => args.map(({ name }) => name)),
  ];
  return {
    word: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...new Set(words)) }, JUNK_NAME),
    type: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...types.map(({ name }) => name)) }, JUNK_NAME),
  };
}

const list = (arbitrary: fc.Arbitrary<string>, maxLength: number, minLength = 0) =>
  fc.array(arbitrary, { minLength, maxLength });

const inParentheses = (items: readonly string[]) => (items.length === 0 ? '' : `(${items.join(', ')})`);

/** Documents of names of the schema that are invalid in the schema. */
export function invalidDocuments(schema: GraphQLSchema): fc.Arbitrary<string> {
  const { word, type } = namesOf(schema);
  const pieces = fc.letrec<
    Record<'value' | 'argument' | 'directive' | 'field' | 'selection' | 'selections', string>
  >((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.integer().map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number.toExponential()),
      fc.string().map((text) => JSON.stringify(text)),
      fc.string({ maxLength: 30 }).map((text) => `"""${text.replaceAll('"', '').replaceAll('\\', '')}"""`),
      fc.constantFrom('true', 'false', 'null', 'RUNNING', '$a', '$id', '[]', '{}'),
      list(tie('value'), 4).map((values) => `[${values.join(' ')}]`),
      fc.tuple(word, tie('value')).map(([name, value]) => `{ ${name}: ${value} }`),
    ),
    argument: fc.tuple(word, tie('value')).map(([name, value]) => `${name}: ${value}`),
    directive: fc
      .tuple(
        fc.oneof(fc.constantFrom('skip', 'include', 'deprecated', 'oneOf'), JUNK_NAME),
        list(tie('argument'), 2),
      )
      .map(([name, values]) => `@${name}${inParentheses(values)}`),
    field: fc
      .tuple(
        fc.option(JUNK_NAME, { nil: undefined, freq: 4 }),
        word,
        list(tie('argument'), 3),
        list(tie('directive'), 2),
        fc.option(tie('selections'), { nil: '' }),
      )
      .map(([alias, name, values, directives, selections]) =>
        [
          alias === undefined ? name : `${alias}: ${name}`,
          inParentheses(values),
          ...directives,
          selections,
        ].join(' '),
      ),
    selection: fc.oneof(
      { weight: 6, arbitrary: tie('field') },
      { weight: 1, arbitrary: fc.constantFrom('...F', '...G', '...Missing', '__typename') },
      { weight: 1, arbitrary: fc.tuple(type, tie('selections')).map(([on, body]) => `... on ${on} ${body}`) },
    ),
    selections: fc
      .oneof(
        { depthSize: 'small' },
        word,
        list(tie('selection'), 5, 1).map((body) => body.join('\n')),
      )
      .map((body) => `{ ${body} }`),
  }));
  const variable = fc
    .tuple(fc.constantFrom('a', 'id', 'b'), type, fc.constantFrom('', '!', ' = null', ' = 1'))
    .map(([name, of, rest]) => `$${name}: ${of}${rest}`);
  const operation = fc
    .tuple(
      fc.constantFrom('query', 'mutation', 'subscription', 'query Q', 'mutation M'),
      list(variable, 3),
      list(pieces.directive, 1),
      pieces.selections,
    )
    .map(
      ([head, variables, directives, body]) =>
        `${head} ${inParentheses(variables)} ${directives.join(' ')} ${body}`,
    );
  const fragment = fc
    .tuple(fc.constantFrom('F', 'G'), type, pieces.selections)
    .map(([name, on, body]) => `fragment ${name} on ${on} ${body}`);
  return list(fc.oneof({ weight: 3, arbitrary: operation }, fragment), 4, 1)
    .map((definitions) => definitions.join('\n'))
    .filter((document) => isInvalid(schema, document));
}

/** graphql-js throws for some conditions on the root field of a subscription. */
function isInvalid(schema: GraphQLSchema, document: string): boolean {
  try {
    return validate(schema, parse(document), specifiedRules, { maxErrors: 1 }).length > 0;
  } catch {
    return true;
  }
}
