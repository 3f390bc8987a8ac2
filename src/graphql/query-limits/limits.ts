/** The size limits of documents and variables, the table of docs/query-limits.md. */
import { QueryLimitError } from '../../domain/errors';

/** The number of errors of a document, or of its variables, that a response lists one by one. */
export const MAX_LISTED_ERRORS = 50;

interface Limit {
  readonly maximum: number;
  /** The counted items, in the plural. */
  readonly counted: string;
  /** A sentence that says how to stay within the limit. */
  readonly advice: string;
}

const SPLIT = 'Split the request into several.';
const FLATTEN = 'Request the deeper levels separately.';

/** Far above the needs of known clients. The introspection query of GraphiQL has 240 selections and 15 levels. */
export const LIMITS = {
  tokens: { maximum: 5_000, counted: 'lexical tokens', advice: SPLIT },
  definitions: {
    maximum: 100,
    counted: 'operations and fragments',
    advice: 'Send only the operation to execute.',
  },
  variables: { maximum: 100, counted: 'variables', advice: 'Combine them into input objects.' },
  selections: { maximum: 500, counted: 'selections, with every fragment written out', advice: SPLIT },
  rootFields: { maximum: 50, counted: 'fields at the root', advice: SPLIT },
  depth: { maximum: 20, counted: 'levels of selections', advice: FLATTEN },
  aliases: { maximum: 100, counted: 'aliases, with every fragment written out', advice: SPLIT },
  directives: { maximum: 50, counted: 'directives', advice: SPLIT },
  valueDepth: {
    maximum: 20,
    counted: 'levels in one value or type',
    advice: 'Send a value of the type in the schema.',
  },
  listLength: { maximum: 1_000, counted: 'elements in one list', advice: SPLIT },
  objectLength: {
    maximum: 200,
    counted: 'fields in one object',
    advice: 'Send only fields of the type in the schema.',
  },
  stringLength: { maximum: 50_000, counted: 'characters in one string', advice: 'Send a shorter string.' },
  nameLength: { maximum: 200, counted: 'characters in one name or number', advice: 'Use a shorter one.' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
export type DocumentSize = Readonly<Partial<Record<LimitName, number>>>;

/** Returns the error of the first limit that a size exceeds. */
export function findExceededLimit(size: DocumentSize): QueryLimitError | undefined {
  const name = (Object.keys(LIMITS) as LimitName[]).find((each) => (size[each] ?? 0) > LIMITS[each].maximum);
  return name === undefined ? undefined : limitError(name, size[name] ?? 0);
}

function limitError(name: LimitName, found: number): QueryLimitError {
  const { maximum, counted, advice } = LIMITS[name];
  const message = `Too many ${counted}: ${formatNumber(found)}; the limit is ${formatNumber(maximum)}. ${advice}`;
  return new QueryLimitError(name, maximum, message);
}

/** Formats a number with thousands separators, such as 1,048,576. */
export const formatNumber = (number: number): string => number.toLocaleString('en-US');
