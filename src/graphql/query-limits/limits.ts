/** How large a document and the values of its variables may be: the table of docs/query-limits.md. */
import { QueryLimitError } from '../../domain/errors';

interface Limit {
  readonly maximum: number;
  /** What there may be so many of. */
  readonly counted: string;
  readonly advice: string;
}

const SPLIT = 'ask in several requests';
const FLATTER = 'ask for what is deeper in a request of its own';

/** Far above what clients were seen to need, GraphiQL's introspection (240 selections, 15 levels) among them. */
export const LIMITS = {
  tokens: { maximum: 5_000, counted: 'lexical tokens', advice: SPLIT },
  definitions: { maximum: 100, counted: 'operations and fragments', advice: 'send only what is executed' },
  variables: { maximum: 100, counted: 'variables', advice: 'put them into input objects' },
  selections: { maximum: 500, counted: 'selections, with every fragment written out', advice: SPLIT },
  rootFields: { maximum: 50, counted: 'fields at the root', advice: SPLIT },
  depth: { maximum: 20, counted: 'levels of selections', advice: FLATTER },
  aliases: { maximum: 100, counted: 'aliases, with every fragment written out', advice: SPLIT },
  directives: { maximum: 50, counted: 'directives', advice: SPLIT },
  valueDepth: {
    maximum: 20,
    counted: 'levels in one value or type',
    advice: 'send what the schema asks for',
  },
  listLength: { maximum: 1_000, counted: 'elements in one list', advice: SPLIT },
  stringLength: { maximum: 50_000, counted: 'characters in one string', advice: 'send a shorter one' },
  nameLength: { maximum: 200, counted: 'characters in one name or number', advice: 'choose a shorter one' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
export type DocumentSize = Readonly<Partial<Record<LimitName, number>>>;

/** The first of the figures that is beyond its limit. */
export function excessOf(size: DocumentSize): QueryLimitError | undefined {
  const name = (Object.keys(LIMITS) as LimitName[]).find((each) => (size[each] ?? 0) > LIMITS[each].maximum);
  return name === undefined ? undefined : limitError(name, size[name] ?? 0);
}

function limitError(name: LimitName, found: number): QueryLimitError {
  const { maximum, counted, advice } = LIMITS[name];
  const message = `Too many ${counted}: ${grouped(found)}, where ${grouped(maximum)} are allowed; ${advice}.`;
  return new QueryLimitError(name, maximum, message);
}

/** As 1,048,576. */
export const grouped = (number: number): string => number.toLocaleString('en-US');
