// Texts that make a scan quadratic which looks for something at every position, or tries every split of a run.

/** The units that the texts repeat, by name. */
export const UNITS: Readonly<Record<string, string>> = {
  letters: 'a',
  digits: '1',
  spaces: ' ',
  tabs: '\t',
  'line breaks': '\n',
  'carriage returns': '\r\n',
  quotes: '"',
  'escaped quotes': '\\"',
  backslashes: '\\',
  slashes: '/',
  'percent signs': '%',
  'encoded slashes': '%2F',
  commas: ',',
  'commas and spaces': ', ',
  semicolons: ';',
  parameters: ';a=b',
  'equals signs': '=',
  colons: ':',
  dots: '.',
  'domain labels': 'a.',
  'at signs': '@',
  'mail addresses': 'a@a.',
  hyphens: '-',
  tildes: '~1',
  'opening brackets': '[',
  'closing brackets': ']',
  'opening braces': '{',
  'nested objects': '{"a":',
  'opening parentheses': '(',
  'dollar signs': '$',
  ampersands: '&a=',
  'question marks': '?',
  suggestions: ' Did you mean ',
  'suggestion with its end': ' Did you mean "a"?',
  'null characters': '\u0000',
  accents: '\u00e9',
  'combining marks': 'a\u0301',
  'surrogate pairs': '\u{1f600}',
  'dotted capital I': '\u0130',
};

/** The unit repeated to the length, between two other characters, so that nobody trims it. */
export function textOf(unit: string, length: number): string {
  return `x${unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 2)}!`;
}

/** The longest text of the unit whose JSON has at most `bytes` bytes, with at most `length` characters. */
export function longestText(unit: string, length: number, bytes: number): string {
  const unitBytes = Buffer.byteLength(JSON.stringify(unit)) - 2;
  return textOf(unit, Math.min(length, Math.floor((bytes / unitBytes) * unit.length)));
}
