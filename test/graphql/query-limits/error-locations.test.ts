// The lines and columns of errors, which the gateway computes itself: they equal those of graphql-js.
import { parse, validate } from 'graphql';
import { createSchema } from '../../../src/app/graphql-schema';
import { useHarness } from '../../support/harness';

const harness = useHarness();

async function locationsOf(query: string): Promise<unknown[]> {
  const response = await fetch(harness.gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors: { locations: unknown }[] };
  return errors.map(({ locations }) => locations);
}

test.each([
  ['one line', '{ nothing }', [[{ line: 1, column: 3 }]]],
  ['the first column of a line', '{\nnothing\n}', [[{ line: 2, column: 1 }]]],
  ['line feeds', '{\n\n  targets { name }\n  nothing }', [[{ line: 4, column: 3 }]]],
  ['carriage returns', '{\r targets { name }\r nothing }', [[{ line: 3, column: 2 }]]],
  ['both', '{\r\n targets { name }\r\n nothing }', [[{ line: 3, column: 2 }]]],
  [
    'several errors with several places',
    // The second variable repeats the name of the first, and neither is used.
    'query ($a: Int, $a: Int) {\n targets {\n name other\n }\n}',
    [
      [{ line: 3, column: 7 }],
      [
        { line: 1, column: 9 },
        { line: 1, column: 18 },
      ],
      [{ line: 1, column: 8 }],
      [{ line: 1, column: 17 }],
    ],
  ],
  ['a syntax error', '{\n  targets {\n', [[{ line: 3, column: 1 }]]],
  [
    'an error of the execution',
    '{\n targets { name }\n  node(id: "x") { id }\n}',
    [[{ line: 3, column: 3 }]],
  ],
])('the location in a document with %s', async (_title, query, expected) => {
  const sorted = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).sort();
  expect(sorted(await locationsOf(query))).toEqual(sorted(expected));
  // The second request takes the document from the cache if it is valid.
  expect(sorted(await locationsOf(query))).toEqual(sorted(expected));
});

test('the locations equal those of graphql-js, for every kind of line break and error', async () => {
  const schema = createSchema();
  const breaks = ['\n', '\r', '\r\n', '\n\n', ' ', ',', '#é\n', '#\u{1f600}\r\n'];
  const query = `{${breaks.map((text, index) => `${text}nothing${index}${text}${text} a: targets { a: name, a: nothing }`).join('')}}`;
  const expected = validate(schema, parse(query), undefined, { maxErrors: 50 }).map(
    ({ locations }) => locations,
  );
  expect(expected.length).toBeGreaterThan(8);
  expect(await locationsOf(query)).toEqual(expected);
});
