// The input rules take linear time: four times the entries in every list take about four times as long, not sixteen times.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import { createSchema } from '../../src/app/graphql-schema';
import { violationsOf, type InputRules } from '../../src/input-rules/check';

const FOLDER = join(__dirname, '../../src/input-rules');

/** The number of entries, far above the limit of a request, at which quadratic time shows. */
const LENGTH = 5_000;
const FACTOR = 4;
/** Between 4 for linear and 16 for quadratic time. */
const MAX_GROWTH = 8;
const TRIES = 3;

/** The exported rules of all modules, by name. */
const RULES = readdirSync(FOLDER).flatMap((file) =>
  Object.entries(jest.requireActual<Record<string, unknown>>(join(FOLDER, file))).filter(
    (entry): entry is [string, InputRules] => entry[0].endsWith('Rules') && Array.isArray(entry[1]),
  ),
);

/** A value with lists of this length, whose entries are all different. Only the outermost lists are long. */
function valueOf(type: GraphQLInputType, length: number, index: number): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return Array.from({ length }, (_, each) => valueOf(nullable.ofType, 1, each));
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (!isInputObjectType(nullable)) return `name-${index}`;
  const fields = Object.values(nullable.getFields());
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, length, index)]));
}

const INPUT_TYPES = Object.values(createSchema().getMutationType()?.getFields() ?? {}).flatMap(({ args }) =>
  args.map(({ type }) => type),
);

/** The number of violations; Infinity for an input of another mutation that the rules cannot read. */
function violationCount(rules: InputRules, input: unknown): number {
  try {
    return violationsOf(rules, input).length;
  } catch {
    return Infinity;
  }
}

/** The type of the input that fits the rules best: it has the fewest violations, and the most text. */
function typeOfInput(rules: InputRules): GraphQLInputType | undefined {
  const fits = INPUT_TYPES.map((type) => {
    const input = valueOf(type, 2, 0);
    return { type, violations: violationCount(rules, input), length: JSON.stringify(input).length };
  });
  fits.sort((one, other) => one.violations - other.violations || other.length - one.length);
  return fits[0]?.type;
}

function fastest(rules: InputRules, input: unknown): number {
  const times = Array.from({ length: TRIES }, () => {
    const start = performance.now();
    violationsOf(rules, input);
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('the modules export rules', () => {
  expect(RULES.length).toBeGreaterThan(8);
});

test.each(RULES)('%s take linear time', (_name, rules) => {
  const type = typeOfInput(rules);
  if (type === undefined) throw new Error('No mutation has an input.');
  const few = fastest(rules, valueOf(type, LENGTH, 0));
  const many = fastest(rules, valueOf(type, LENGTH * FACTOR, 0));
  // A millisecond hides the noise of rules that read no list.
  expect(many / (few + 1)).toBeLessThan(MAX_GROWTH);
});
