// The scope and the schedule of a classification job in words: every key, comparator and form of the schema has its sentence.
import { buildSchema, isEnumType, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplingText, scheduleText } from '../../packages/console/src/app/pages/jobs/schedule-words';
import { bucketScope, objectScope } from '../../packages/console/src/app/pages/jobs/scope-words';

const SCHEMA = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));

function valuesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is not an enum.`);
  return type.getValues().map((value) => value.name);
}

type BucketScope = Parameters<typeof bucketScope>[0];
type ObjectScope = NonNullable<Parameters<typeof objectScope>[0]>;

/** The only condition of a bucket criterion or of an object term, without the sentence before it. */
const bucketCondition = (criterion: object) =>
  bucketScope({ includes: [criterion], excludes: null } as unknown as BucketScope)[0]?.conditions;
const objectCondition = (term: object) =>
  objectScope({ includes: [term], excludes: null } as unknown as ObjectScope)[0]?.conditions;
const simple = (key: string, comparator: string, values: unknown) => ({
  simpleCriterion: { key, awsKey: `aws ${key}`, comparator, awsComparator: `aws ${comparator}`, values },
});
const term = (key: string, comparator: string, values: unknown) => ({
  simpleScopeTerm: simple(key, comparator, values).simpleCriterion,
});

const COMPARATORS = {
  CONTAINS: 'contains “a” or “b”',
  EQ: 'is “a” or “b”',
  GT: 'is greater than “a” or “b”',
  GTE: 'is at least “a” or “b”',
  LT: 'is less than “a” or “b”',
  LTE: 'is at most “a” or “b”',
  NE: 'is not “a” or “b”',
  STARTS_WITH: 'starts with “a” or “b”',
  UNRECOGNIZED: 'is compared by the unknown comparator “aws UNRECOGNIZED” with “a” or “b”',
};

test('the comparators are those of the schema', () => {
  expect(Object.keys(COMPARATORS)).toEqual(valuesOf(SCHEMA, 'ClassificationJobComparator'));
});

test.each(Object.entries(COMPARATORS))('%s compares a name with any of several values', (name, words) => {
  expect(bucketCondition(simple('S3_BUCKET_NAME', name, ['a', 'b']))).toEqual([`The bucket name ${words}`]);
  expect(objectCondition(term('OBJECT_KEY', name, ['a', 'b']))).toEqual([`The object key ${words}`]);
});

test.each([
  ['EQ', 'is 2026-06-01 00:00:00 UTC'],
  ['NE', 'is not 2026-06-01 00:00:00 UTC'],
  ['GT', 'is after 2026-06-01 00:00:00 UTC'],
  ['GTE', 'is at or after 2026-06-01 00:00:00 UTC'],
  ['LT', 'is before 2026-06-01 00:00:00 UTC'],
  ['LTE', 'is at or before 2026-06-01 00:00:00 UTC'],
])('%s compares a time', (name, words) => {
  const condition = objectCondition(term('OBJECT_LAST_MODIFIED_DATE', name, ['2026-06-01T00:00:00Z']));
  expect(condition).toEqual([`The last change ${words}`]);
});

const BUCKET_KEYS: Readonly<Record<string, readonly [string, string]>> = {
  ACCOUNT_ID: ['111122223333', 'The account is 111122223333'],
  S3_BUCKET_EFFECTIVE_PERMISSION: ['NOT_PUBLIC', 'The public access is not public'],
  S3_BUCKET_NAME: ['logs', 'The bucket name is “logs”'],
  S3_BUCKET_SHARED_ACCESS: ['EXTERNAL', 'The shared access is shared with others outside the organization'],
  UNRECOGNIZED: ['x', 'The unknown property “aws UNRECOGNIZED” is “x”'],
};
const OBJECT_KEYS: Readonly<Record<string, readonly [string, string]>> = {
  OBJECT_EXTENSION: ['csv', 'The file name extension is “csv”'],
  OBJECT_KEY: ['a/', 'The object key is “a/”'],
  OBJECT_LAST_MODIFIED_DATE: ['not a time', 'The last change is “not a time”'],
  OBJECT_SIZE: ['5242880', 'The size is 5,242,880 bytes'],
  UNRECOGNIZED: ['x', 'The unknown property “aws UNRECOGNIZED” is “x”'],
};

test('the keys are those of the schema', () => {
  expect(Object.keys(BUCKET_KEYS)).toEqual(valuesOf(SCHEMA, 'ClassificationJobBucketCriterionKey'));
  expect(Object.keys(OBJECT_KEYS)).toEqual(valuesOf(SCHEMA, 'ClassificationJobObjectTermKey'));
});

test.each(Object.entries(BUCKET_KEYS))('a condition on the bucket property %s', (key, [value, words]) => {
  expect(bucketCondition(simple(key, 'EQ', [value]))).toEqual([words]);
});

test.each(Object.entries(OBJECT_KEYS))('a condition on the object property %s', (key, [value, words]) => {
  expect(objectCondition(term(key, 'EQ', [value]))).toEqual([words]);
});

test('values that the console does not know, and missing ones, are named', () => {
  expect(bucketCondition(simple('S3_BUCKET_SHARED_ACCESS', 'EQ', ['NEW']))).toEqual([
    'The shared access is “NEW”',
  ]);
  expect(objectCondition(term('OBJECT_SIZE', 'GT', ['much']))).toEqual(['The size is greater than “much”']);
  for (const values of [[], null])
    expect(bucketCondition(simple('S3_BUCKET_NAME', 'EQ', values))).toEqual([
      'The bucket name is (AWS states no value)',
    ]);
  expect(
    bucketCondition({
      simpleCriterion: { key: null, awsKey: null, comparator: null, awsComparator: null, values: ['x'] },
    }),
  ).toEqual([
    'The unknown property (AWS states none) is compared by the unknown comparator (AWS states none) with “x”',
  ]);
  expect(bucketCondition({})).toEqual(['A condition of a form that the console does not know']);
  expect(objectCondition({ simpleScopeTerm: null, tagScopeTerm: null })).toEqual([
    'A condition of a form that the console does not know',
  ]);
});

const TAGS = [
  { key: 'env', value: 'prod' },
  { key: 'team', value: null },
  { key: null, value: 'x' },
  { key: null, value: null },
];
const TAG_WORDS =
  '“env” with the value “prod”, “team” with any value, any key with the value “x”, or any tag';

test('conditions on tags name keys, values and both', () => {
  expect(bucketCondition({ tagCriterion: { comparator: 'EQ', tagValues: TAGS } })).toEqual([
    `A tag of the bucket is ${TAG_WORDS}`,
  ]);
  expect(bucketCondition({ tagCriterion: { comparator: 'NE', tagValues: TAGS } })).toEqual([
    `No tag of the bucket is ${TAG_WORDS}`,
  ]);
  expect(
    objectCondition({
      tagScopeTerm: { key: 'TAG', target: 'S3_OBJECT', comparator: 'EQ', tagValues: [TAGS[0]] },
    }),
  ).toEqual(['A tag of the object is “env” with the value “prod”']);
});

test('unknown targets, properties and comparators of tags are named', () => {
  const tagValues = [TAGS[0]];
  const scope = { target: 'UNRECOGNIZED', awsTarget: 'S4', key: 'LABEL' };
  expect(
    objectCondition({
      tagScopeTerm: { ...scope, comparator: 'UNRECOGNIZED', awsComparator: 'LIKE', tagValues },
    }),
  ).toEqual([
    'A tag of the unknown type of resource “S4”, by the unknown property “LABEL”, is compared by the unknown comparator “LIKE” with “env” with the value “prod”',
  ]);
  expect(valuesOf(SCHEMA, 'ClassificationJobTagTarget')).toEqual(['S3_OBJECT', 'UNRECOGNIZED']);
});

test('a term with both forms keeps both', () => {
  expect(
    bucketCondition({
      ...simple('S3_BUCKET_NAME', 'EQ', ['a']),
      tagCriterion: { comparator: 'EQ', tagValues: [{ key: 'k', value: null }] },
    }),
  ).toEqual(['The bucket name is “a”, and A tag of the bucket is “k” with any value']);
});

test('inclusion, exclusion and both introduce their conditions', () => {
  const a = term('OBJECT_KEY', 'STARTS_WITH', ['a/']);
  const b = term('OBJECT_EXTENSION', 'NE', ['zip']);
  const scope = (value: object | null) => objectScope(value as ObjectScope | null);
  const whole = [{ sentence: 'All objects', conditions: [] }];
  expect([
    scope(null),
    scope({ includes: null, excludes: null }),
    scope({ includes: [], excludes: [] }),
  ]).toEqual([whole, whole, whole]);
  expect(scope({ includes: [a, b], excludes: [b] })).toEqual([
    {
      sentence: 'Only objects that meet all of these conditions',
      conditions: ['The object key starts with “a/”', 'The file name extension is not “zip”'],
    },
    {
      sentence: 'Except objects that meet this condition',
      conditions: ['The file name extension is not “zip”'],
    },
  ]);
  expect(scope({ includes: null, excludes: [a, b] }).map(({ sentence }) => sentence)).toEqual([
    'All objects',
    'Except objects that meet all of these conditions',
  ]);
});

type Job = Parameters<typeof scheduleText>[0];
const schedule = (scheduleFrequency: object | null, jobType: string | null = 'SCHEDULED') =>
  scheduleText({ jobType, awsJobType: 'ODD', scheduleFrequency } as unknown as Job);

const DAYS = {
  FRIDAY: 'Friday',
  MONDAY: 'Monday',
  SATURDAY: 'Saturday',
  SUNDAY: 'Sunday',
  THURSDAY: 'Thursday',
  TUESDAY: 'Tuesday',
  UNRECOGNIZED: 'aws UNRECOGNIZED (unknown to the console)',
  WEDNESDAY: 'Wednesday',
};

test('schedules are sentences', () => {
  expect(Object.keys(DAYS)).toEqual(valuesOf(SCHEMA, 'ClassificationJobDayOfWeek'));
  for (const [dayOfWeek, words] of Object.entries(DAYS)) {
    expect(schedule({ interval: 'WEEKLY', dayOfWeek, awsDayOfWeek: `aws ${dayOfWeek}` })).toBe(
      `Every week on ${words}`,
    );
  }
  expect(valuesOf(SCHEMA, 'ClassificationJobScheduleInterval')).toEqual([
    'DAILY',
    'MONTHLY',
    'UNRECOGNIZED',
    'WEEKLY',
  ]);
  expect([
    schedule({ interval: 'DAILY' }),
    schedule({ interval: 'WEEKLY' }),
    schedule({ interval: 'MONTHLY' }),
    schedule({ interval: 'MONTHLY', dayOfMonth: 28 }),
    schedule({ interval: 'MONTHLY', dayOfMonth: 31 }),
    schedule({ interval: 'UNRECOGNIZED' }),
  ]).toEqual([
    'Every day',
    'Every week',
    'Every month',
    'Every month on day 28',
    'Every month on day 31, in months that have it',
    'On a schedule that the console does not know',
  ]);
});

test('without a schedule, the type of the job says when it runs', () => {
  expect(valuesOf(SCHEMA, 'ClassificationJobType')).toEqual(['ONE_TIME', 'SCHEDULED', 'UNRECOGNIZED']);
  expect([
    schedule(null, 'ONE_TIME'),
    schedule(null, 'SCHEDULED'),
    schedule(null, 'UNRECOGNIZED'),
    schedule(null, null),
  ]).toEqual(['Once', 'On a schedule that AWS does not state', 'ODD (unknown to the console)', null]);
});

test('the sampling is a share of the eligible objects', () => {
  expect([samplingText(100), samplingText(20), samplingText(null)]).toEqual([
    'All eligible objects',
    '20 % of the eligible objects',
    null,
  ]);
});
