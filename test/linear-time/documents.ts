// Requests with an adversarial document: one that fails to parse, that is not valid, whose execution fails, or that is only large.
import { LIMITS } from '../../src/graphql/query-limits/limits';
import { MAX_BODY_BYTES, post, type AdversarialRequest } from './requests';
import { longestText, UNITS } from './texts';

const BYTES = MAX_BODY_BYTES - 200;

/** Ignored text that fills the rest of the body, of which every error computes its line and column. */
const PADDINGS: Readonly<Record<string, string>> = {
  'line breaks': '\n',
  commas: ',',
  comments: '#\n',
};

/** `id` is a valid id of a job. */
export function* documentRequests(id: string): Generator<AdversarialRequest> {
  for (const [title, unit] of Object.entries(UNITS)) {
    for (const [place, around] of Object.entries(PLACES)) {
      const text = longestText(unit, LIMITS.stringLength.maximum, BYTES);
      yield post(`document: ${place} of ${title}`, { query: around(text) });
    }
  }
  for (const [title, query] of Object.entries(documents(id))) {
    yield post(`document: ${title}`, { query });
    for (const [padding, unit] of Object.entries(PADDINGS)) {
      const length = BYTES - Buffer.byteLength(JSON.stringify(query));
      const text = longestText(unit, Infinity, length).slice(1, -1);
      yield post(`document: ${title}, behind ${padding}`, { query: text + query });
    }
  }
}

/** Large documents that differ by the number in the name of their operation: the gateway compiles each at its second use. */
export function compiledRequests(number: number): AdversarialRequest[] {
  const { aliases } = LIMITS;
  const each = (item: (index: number) => string) =>
    Array.from({ length: aliases.maximum }, (_, i) => item(i)).join(' ');
  const selections = {
    'many fields of each row': each((index) => `a${index}: name`),
    'many objects of each row': each((index) => `a${index}: target { name region services }`),
    'many types of each row': each((index) => `a${index}: userPausedDetails { pausedAt } ... on Node { id }`),
  };
  return Object.entries(selections).map(([title, selection]) =>
    post(`compiled document: ${title}`, {
      query: `query Q${number} { classificationJobs(first: 30) { nodes { ${selection} } } }`,
    }),
  );
}

const quoted = (text: string) => JSON.stringify(text);

/** The places of a text in a document. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  text: (text) => text,
  selection: (text) => `{ ${text}`,
  string: (text) => `{ node(id: ${quoted(text)}) { id } }`,
  'unterminated string': (text) => `{ node(id: "${text}`,
  'block string': (text) => `{ node(id: """${text.replaceAll('"', "'")}""") { id } }`,
  'unterminated block string': (text) => `{ node(id: """${text}`,
  comment: (text) => `#${text.replaceAll(/[\r\n]/g, ' ')}\n{ __typename }`,
  'string for a number': (text) => `{ classificationJobs(first: ${quoted(text)}) { nodes { id } } }`,
  'string for an enum': (text) =>
    `{ classificationJobs(filter: { status: ${quoted(text)} }) { nodes { id } } }`,
  'string of a directive': (text) => `{ __typename @skip(if: ${quoted(text)}) }`,
  'default of a variable': (text) =>
    `query ($a: Int = ${quoted(text)}) { classificationJobs(first: $a) { nodes { id } } }`,
};

function documents(id: string): Record<string, string> {
  const { nameLength, aliases, variables, definitions, directives, rootFields, listLength } = LIMITS;
  const each = (length: number, item: (index: number) => string) =>
    Array.from({ length }, (_, index) => item(index)).join(' ');
  const longName = (index: number) => `n${index}_`.padEnd(nameLength.maximum, 'e');
  const jobs = (selection: string) => `{ classificationJobs(first: 200) { nodes { ${selection} } } }`;
  return {
    'unknown fields': jobs(each(450, (index) => `nam${index}`)),
    'unknown fields with long names': jobs(each(400, longName)),
    'unknown fields with a transposed name': jobs(each(450, () => 'dscription')),
    'unknown arguments': `{ ${each(50, (index) => `a${index}: __typename(${each(15, (other) => `frst${other}: 1`)})`)} }`,
    'unknown types': `{ ${each(450, (index) => `... on Clasification${index} { id }`)} }`,
    'unknown types of variables': `query (${each(variables.maximum, (index) => `$v${index}: SecurityCaseFiltr${index}`)}) { __typename }`,
    'unknown directives': `{ __typename ${each(directives.maximum, (index) => `@inclde${index}`)} }`,
    'unknown fragments': `{ ${each(450, (index) => `...F${index}`)} }`,
    'unknown enum values': `{ classificationJobs(filter: { status: [${each(listLength.maximum, (index) => `RUNING${index}`)}] }) { nodes { id } } }`,
    'unknown fields of an input': `{ classificationJobs(filter: { ${each(1_000, (index) => `statu${index}: 1`)} }) { nodes { id } } }`,
    'unused variables': `query (${each(variables.maximum, (index) => `$v${index}: Int`)}) { __typename }`,
    'repeated variables': `query (${each(variables.maximum, () => '$v: Int')}) { __typename }`,
    'undefined variables': jobs(each(400, (index) => `a: id(a: $v${index})`)),
    'undefined variables in many operations': `${each(50, (index) => `query Q${index} { ...F }`)} ${each(49, (index) => `fragment ${index === 0 ? 'F' : `F${index}`} on Query { ...F${index + 1} targets { name @skip(if: $a) } }`)}`,
    'repeated fragments': `{ ...F } ${each(definitions.maximum - 1, () => 'fragment F on Query { __typename }')}`,
    'unused fragments': `{ __typename } ${each(definitions.maximum - 1, (index) => `fragment F${index} on Query { __typename }`)}`,
    'circular fragments': `{ ...F0 } ${each(99, (index) => `fragment F${index} on Query { ${each(5, (other) => `...F${(index + other) % 99}`)} }`)}`,
    'fragments in fragments': `{ ...F0 } ${each(99, (index) => `fragment F${index} on Query { ${index < 98 ? `...F${index + 1} ...F${index + 1}` : '__typename'} }`)}`,
    'repeated operations': each(definitions.maximum, () => 'query Q { __typename }'),
    'repeated arguments': jobs(`id(${each(1_500, () => 'a: 1')})`),
    'repeated fields': jobs(each(490, () => 'name')),
    'repeated fields with lists': jobs(each(240, () => 'name(a: [1 1 1 1 1 1 1 1 1 1 1 1 1])')),
    'repeated fields with different lists': jobs(
      each(240, (index) => `name(a: [${index} 1 1 1 1 1 1 1 1 1 1 1 1])`),
    ),
    'repeated fields with many arguments': jobs(each(240, () => 'name(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1)')),
    'repeated fields with strings': jobs(each(300, () => `name(a: ${quoted('"'.repeat(60))})`)),
    'repeated fields in fragments': `${jobs(each(90, (index) => `...F${index}`))} ${each(90, (index) => `fragment F${index} on ClassificationJob { id name a: status }`)}`,
    'conflicting fields': jobs(each(440, (index) => `a: field${index % 100}`)),
    'conflicting fields with fields': `{ ${each(22, (index) => `a: f${index} { ${each(20, (other) => `b${other}: g${index}`)} }`)} }`,
    'conflicting fields in fragments': `${jobs(each(45, (index) => `...F${index}`))} ${each(45, (index) => `fragment F${index} on ClassificationJob { ${each(9, (other) => `b${other % 3}: g${index}`)} }`)}`,
    'failing fields': `{ ${each(rootFields.maximum, (index) => `a${index}: node(id: "x") { id }`)} }`,
    // Execution takes time in proportion to the cost of an operation: this one costs 4,400 points.
    'failing rows': `{ ${each(4, (index) => `a${index}: nodes(ids: [${each(listLength.maximum / 10, () => '"x"')}]) { id }`)} }`,
    'failing mutations': `mutation { ${each(rootFields.maximum / 2, (index) => `a${index}: pauseClassificationJob(input: { id: "x" }) { userErrors { message } }`)} }`,
    'forbidden fields of rows': jobs(
      each(aliases.maximum, (index) => `a${index}: auditTrail(first: 1) { nodes { id } }`),
    ),
    'ids as a list': `{ nodes(ids: [${each(listLength.maximum, () => quoted(id))}]) { id } }`,
    'large lists in fragments': `${jobs(each(240, () => '...F'))} fragment F on ClassificationJob { name(a: [${each(listLength.maximum, () => '1')}]) }`,
    'nested selections': each(2_400, () => '{ a'),
    'nested lists': `{ node(id: ${'['.repeat(4_900)}`,
    'nested lists, closed': `{ node(id: ${'['.repeat(2_400)}${']'.repeat(2_400)}) { id } }`,
    'nested objects': `{ node(id: ${each(1_200, () => '{ a:')}`,
    'nested types': `query ($a: ${'['.repeat(2_400)}Int${']'.repeat(2_400)}) { __typename }`,
    'nested introspection': `{ __schema { types { ${each(15, () => 'fields { type {')} name ${each(15, () => '} }')} } } }`,
    'introspection of all types':
      '{ __schema { types { name fields { name args { name type { name ofType { name } } } } } } }',
  };
}
