// Malicious requests, each with the reason for its rejection.

export interface Attack {
  readonly name: string;
  /** JSON text, because JSON.stringify cannot serialize values as deep as some attacks need. */
  readonly body: string;
  /** The first error: the name of the limit, or a pattern of the message. */
  readonly rejection: { readonly limit: string } | { readonly message: RegExp };
}

const many = (count: number, each: (index: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(separator);
const nested = (count: number, open: string, inner: string, close: string): string =>
  open.repeat(count) + inner + close.repeat(count);

const limit = (name: string) => ({ limit: name });
const message = (pattern: RegExp) => ({ message: pattern });
const attack = (name: string, rejection: Attack['rejection'], query: string, more: object = {}): Attack => ({
  name,
  rejection,
  body: JSON.stringify({ query, ...more }),
});

/** An attack with `value` as the JSON text of the variable `$a`. */
const withValue = (name: string, rejection: Attack['rejection'], query: string, value: string): Attack => ({
  name,
  rejection,
  body: `{"query":${JSON.stringify(query)},"variables":{"a":${value}}}`,
});

const BOMB = `{ ...f0 } ${many(40, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f40 on Query { targets { name } }`;
const FILTER = 'query ($a: ClassificationJobFilter) { classificationJobs(filter: $a) { nodes { name } } }';
const NODES = 'query ($a: [ID!]!) { nodes(ids: $a) { id } }';
const LARGE_PAGES = { first: 200 };

export const ATTACKS: readonly Attack[] = [
  // Fragments.
  attack('a fragment bomb, 2^40', limit('selections'), BOMB),
  attack(
    'a fragment bomb of inline fragments',
    limit('selections'),
    `{ ...f0 } ${many(20, (i) => `fragment f${i} on Query { ... { ...f${i + 1} } ... { ...f${i + 1} } }`)} fragment f20 on Query { __typename }`,
  ),
  attack(
    'two fragments in a cycle',
    message(/Cannot spread fragment "a"/),
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
  ),
  attack(
    'a fragment that spreads itself',
    message(/Cannot spread fragment "a"/),
    '{ ...a } fragment a on Query { ...a ...a }',
  ),
  attack(
    '90 fragments that form many cycles',
    limit('selections'),
    `{ ...f0 } ${many(90, (i) => `fragment f${i} on Query { ...f${(i + 1) % 90} ...f${(i * 7 + 3) % 90} }`)}`,
  ),
  attack(
    '400 unused fragments',
    limit('definitions'),
    `{ targets { name } } ${many(400, (i) => `fragment f${i} on Query { targets { name } }`)}`,
  ),
  attack(
    'a chain of 90 fragments',
    limit('depth'),
    `{ ...f0 } ${many(90, (i) => `fragment f${i} on A { a { ...f${i + 1} } }`)} fragment f90 on A { a }`,
  ),
  // Width.
  attack('1,000 aliases of a field', limit('selections'), `{ ${many(1_000, (i) => `a${i}: __typename`)} }`),
  attack('120 aliases', limit('aliases'), `{ targets { ${many(120, (i) => `a${i}: name`)} } }`),
  attack(
    '120 aliases through a fragment',
    limit('aliases'),
    `{ ${many(40, () => 'targets { ...t }')} } fragment t on Target { a: name b: name c: name }`,
  ),
  attack('5,000 fields', message(/more that 5000 tokens/), `{ targets { ${'name '.repeat(5_000)} } }`),
  attack('2,000 fields', limit('selections'), `{ targets { ${'name '.repeat(2_000)} } }`),
  attack('60 root fields', limit('rootFields'), `{ ${'targets { name } '.repeat(60)} }`),
  attack(
    '60 mutations',
    limit('rootFields'),
    `mutation { ${many(60, (i) => `a${i}: closeSecurityCase(input: { id: "x" }) { outcome }`)} }`,
  ),
  // Depth.
  attack('a depth of 200', limit('depth'), nested(200, '{ a ', '{ a }', '}')),
  attack(
    'inline fragments with a depth of 200',
    limit('depth'),
    nested(200, '{ ... ', '{ targets { name } }', '}'),
  ),
  attack(
    'a depth of 15,000',
    message(/nested too deeply|more that 5000 tokens/),
    nested(15_000, '{a', '{a}', '}'),
  ),
  attack(
    'a list with a depth of 15,000',
    message(/nested too deeply|more that 5000 tokens/),
    `{ nodes(ids: ${nested(15_000, '[', '1', ']')}) { id } }`,
  ),
  attack(
    'a list with a depth of 1,000',
    limit('valueDepth'),
    `{ nodes(ids: ${nested(1_000, '[', '1', ']')}) { id } }`,
  ),
  attack(
    'an object with a depth of 600',
    limit('valueDepth'),
    `{ classificationJobs(filter: ${nested(600, '{ not: ', '{}', '}')}) { nodes { id } } }`,
  ),
  attack(
    'a type with a depth of 2,000',
    limit('valueDepth'),
    `query ($a: ${nested(2_000, '[', 'Int', ']')}) { targets { name } }`,
  ),
  // Fields that overlap. The last one conflicts, so that the gateway does not execute the document.
  attack(
    '240 overlapping fields',
    message(/conflict/),
    `{ classificationJobs { nodes { ${'bucketDefinitions { accountId } '.repeat(236)} bucketDefinitions { accountId: buckets } } } }`,
  ),
  attack(
    '90 overlapping fragments',
    message(/conflict/),
    `{ targets { ${many(90, (i) => `...f${i}`)} } } ${many(90, (i) => `fragment f${i} on Target { services name ${i === 89 ? 'name: region' : ''} }`)}`,
  ),
  attack(
    'a chain of 30 overlapping fragments',
    message(/conflict/),
    `{ ...f0 } ${many(30, (i) => `fragment f${i} on Query { ...f${i + 1} targets { name } }`)} fragment f30 on Query { targets { name: region } }`,
  ),

  // Directives, definitions and arguments.
  attack('600 directives', limit('directives'), `{ targets { name ${'@include(if: true) '.repeat(600)} } }`),
  attack(
    '1,000 unknown directives',
    limit('directives'),
    `{ targets { name ${many(1_000, (i) => `@a${i}`)} } }`,
  ),
  attack(
    '1,000 directives on an operation',
    limit('directives'),
    `query ${'@a '.repeat(1_000)} { targets { name } }`,
  ),
  attack(
    '900 operations',
    limit('definitions'),
    many(900, (i) => `query q${i} { a }`),
    { operationName: 'q1' },
  ),
  attack(
    '1,000 variables',
    limit('variables'),
    `query (${many(1_000, (i) => `$v${i}: Int`)}) { targets { name } }`,
  ),
  attack(
    '1,500 unknown arguments',
    message(/Unknown argument/),
    `{ classificationJobs(${many(1_500, (i) => `statuse${i}: 1`)}) { nodes { id } } }`,
  ),
  attack(
    '1,500 unknown input fields',
    limit('objectLength'),
    `{ classificationJobs(filter: { ${many(1_500, (i) => `statuse${i}: 1`)} }) { nodes { id } } }`,
  ),
  attack(
    '200 unknown input fields',
    message(/not defined by type/),
    `{ classificationJobs(filter: { ${many(200, (i) => `statuse${i}: 1`)} }) { nodes { id } } }`,
  ),
  attack(
    '800 unknown fields with many similar names',
    limit('selections'),
    `{ targets { ${many(800, (i) => `nam${i}`)} } }`,
  ),
  attack(
    '400 unknown fields with many similar names',
    message(/Cannot query field/),
    `{ targets { ${many(400, (i) => `nam${i}`)} } }`,
  ),
  // Values.
  attack('a list of 10,000 items in a variable', limit('listLength'), NODES, {
    variables: { a: Array.from({ length: 10_000 }, () => 'x') },
  }),
  attack('a list of 2,000 items', limit('listLength'), `{ nodes(ids: [${'"x" '.repeat(2_000)}]) { id } }`),
  attack('a list of 1,000 values that are not ids', message(/^Variable "\$a" got invalid value/), NODES, {
    variables: { a: Array.from({ length: 1_000 }, () => ({})) },
  }),
  attack(
    'a string of 90,000 characters',
    limit('stringLength'),
    `{ node(id: "${'x'.repeat(90_000)}") { id } }`,
  ),
  attack('a string of 90,000 characters in a variable', limit('stringLength'), NODES, {
    variables: { a: ['x'.repeat(90_000)] },
  }),
  attack(
    'a block string of 60,000 characters',
    limit('stringLength'),
    `{ node(id: """${'x\n'.repeat(30_000)}""") { id } }`,
  ),
  withValue(
    'lists in a variable, 10,000 deep',
    message(/nested more than/),
    NODES,
    nested(10_000, '[', '1', ']'),
  ),
  withValue('lists in a variable, 60 deep', limit('valueDepth'), NODES, nested(60, '[', '1', ']')),
  withValue(
    'objects in a variable, 10,000 deep',
    message(/nested more than/),
    FILTER,
    nested(10_000, '{"not":', '{}', '}'),
  ),
  withValue('objects in a variable, 60 deep', limit('valueDepth'), FILTER, nested(60, '{"not":', '{}', '}')),
  withValue(
    'nested lists in an undeclared variable',
    limit('valueDepth'),
    '{ targets { name } }',
    nested(60, '[', '1', ']'),
  ),
  attack('a key of 90,000 characters in a variable', limit('nameLength'), FILTER, {
    variables: { a: { ['x'.repeat(90_000)]: 1 } },
  }),
  // Cost.
  attack(
    'nested connections',
    limit('cost'),
    '{ classificationJobs(first: 200) { nodes { members { nodes { member { classificationJobs(first: 200) { nodes { name } } } } } } } }',
  ),
  attack(
    'nested connections with first in a variable',
    limit('cost'),
    'query ($first: Int!) { securityCases(first: $first) { nodes { comments(first: $first) { nodes { body } } } } }',
    { variables: LARGE_PAGES },
  ),
  attack(
    'nested connections with first as a default',
    limit('cost'),
    'query ($first: Int = 200) { securityCases(first: $first) { nodes { comments(first: $first) { nodes { body } } } } }',
  ),
  attack(
    'nested connections in fragments',
    limit('cost'),
    '{ ...q } fragment q on Query { securityCases(first: 200) { edges { node { ...c } } } } fragment c on SecurityCase { comments(first: 200) { nodes { body } } }',
  ),
  attack(
    'nested connections with the largest possible first',
    limit('cost'),
    '{ securityCases(first: 2147483647) { nodes { comments(first: 2147483647) { nodes { body } } } } }',
  ),
  attack(
    'nested connections beside a null argument that must not be null',
    message(/must not be null/),
    'query ($id: ID = "a") { node(id: $id) { id } securityCases(first: 200) { nodes { comments(first: 200) { nodes { body } } } } }',
    { variables: { id: null } },
  ),
  attack(
    '40 lists of 200',
    limit('cost'),
    `{ ${many(40, (i) => `a${i}: classificationJobs(first: 200) { nodes { id jobId name status jobType createdAt target { name } } }`)} }`,
  ),
  attack(
    'recursive introspection',
    message(/introspection depth/i),
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
  ),
  attack(
    'introspection with 90 aliases',
    limit('cost'),
    `{ __schema { types { ${many(90, (i) => `a${i}: fields { name type { name kind } }`)} } } }`,
  ),
  attack(
    '40 introspections',
    limit('cost'),
    `{ ${many(40, (i) => `a${i}: __schema { types { fields { name args { name } } } }`)} }`,
  ),
  // Names and characters.
  attack('a name of 90,000 characters', limit('nameLength'), `{ ${'x'.repeat(90_000)} }`),
  attack('an alias of 90,000 characters', limit('nameLength'), `{ ${'x'.repeat(90_000)}: targets { name } }`),
  attack(
    'an operation name of 90,000 characters',
    message(/Unknown operation/),
    'query a { targets { name } }',
    {
      operationName: 'x'.repeat(90_000),
    },
  ),
  attack('a document of comments only', message(/Syntax Error/), '# \u{1f4a3}\n'.repeat(12_000)),
  attack('a document of byte order marks only', message(/Syntax Error/), '\ufeff'.repeat(30_000)),
  attack('a document of commas only', message(/Syntax Error/), ','.repeat(90_000)),
  attack('an unterminated string', message(/Syntax Error/), `{ node(id: "${'\\u0041'.repeat(10_000)}`),
  attack('half a surrogate', message(/Syntax Error/), '{ node(id: "\\uD800") { id } }'),
  attack(
    'characters that GraphQL does not allow',
    message(/Syntax Error/),
    '\u0000\u202e\u{1f4a3}'.repeat(5_000),
  ),
  attack('an empty document', message(/non-empty/), ''),
];
