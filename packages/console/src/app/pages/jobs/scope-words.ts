/**
 * The buckets and the objects of a classification job as sentences. A key, comparator or form that the console does not know
 * is named, never left out: a missing condition would make the scope look wider than it is.
 */
import type { jobScope_job$data } from './__generated__/jobScope_job.graphql';

type BucketCriteria = NonNullable<jobScope_job$data['bucketCriteria']>;
type BucketCriterion = NonNullable<BucketCriteria['includes']>[number];
type ObjectScoping = NonNullable<jobScope_job$data['scoping']>;
type ObjectTerm = NonNullable<ObjectScoping['includes']>[number];
type Simple = NonNullable<BucketCriterion['simpleCriterion']> | NonNullable<ObjectTerm['simpleScopeTerm']>;
type Tagged = NonNullable<BucketCriterion['tagCriterion']> | NonNullable<ObjectTerm['tagScopeTerm']>;
type Key = NonNullable<Simple['key']>;
type Comparator = NonNullable<Simple['comparator']>;
type TagCondition = NonNullable<Tagged['tagValues']>[number];

/** A sentence, and the conditions that it introduces; a scope without conditions is one sentence. */
export interface ScopePart {
  readonly sentence: string;
  readonly conditions: readonly string[];
}

/** The buckets that criteria select at the start of each run. */
export function bucketScope(criteria: BucketCriteria): readonly ScopePart[] {
  return scopeOf('buckets', criteria, bucketCondition);
}

/** @param scoping null when the job analyzes all objects */
export function objectScope(scoping: ObjectScoping | null | undefined): readonly ScopePart[] {
  return scopeOf('objects', scoping ?? {}, objectCondition);
}

interface Selection<Condition> {
  readonly includes?: readonly Condition[] | null | undefined;
  readonly excludes?: readonly Condition[] | null | undefined;
}

function scopeOf<Condition>(
  noun: string,
  { includes, excludes }: Selection<Condition>,
  toText: (condition: Condition) => string,
): readonly ScopePart[] {
  const included = includes ?? [];
  const excluded = excludes ?? [];
  const meeting = ({ length }: readonly unknown[]) =>
    length === 1 ? 'that meet this condition' : 'that meet all of these conditions';
  return [
    included.length === 0
      ? { sentence: `All ${noun}`, conditions: [] }
      : { sentence: `Only ${noun} ${meeting(included)}`, conditions: included.map(toText) },
    ...(excluded.length === 0
      ? []
      : [{ sentence: `Except ${noun} ${meeting(excluded)}`, conditions: excluded.map(toText) }]),
  ];
}

const UNKNOWN_FORM = 'A condition of a form that the console does not know';

function bucketCondition({ simpleCriterion, tagCriterion }: BucketCriterion): string {
  const texts = [
    ...(simpleCriterion == null ? [] : [simpleText(simpleCriterion)]),
    ...(tagCriterion == null ? [] : [tagText('the bucket', tagCriterion)]),
  ];
  return texts.length === 0 ? UNKNOWN_FORM : texts.join(', and ');
}

function objectCondition({ simpleScopeTerm, tagScopeTerm }: ObjectTerm): string {
  const texts = [
    ...(simpleScopeTerm == null ? [] : [simpleText(simpleScopeTerm)]),
    ...(tagScopeTerm == null ? [] : [tagText(tagOwner(tagScopeTerm), tagScopeTerm)]),
  ];
  return texts.length === 0 ? UNKNOWN_FORM : texts.join(', and ');
}

const KEYS: Readonly<Record<Exclude<Key, 'UNRECOGNIZED'>, string>> = {
  ACCOUNT_ID: 'The account',
  S3_BUCKET_EFFECTIVE_PERMISSION: 'The public access',
  S3_BUCKET_NAME: 'The bucket name',
  S3_BUCKET_SHARED_ACCESS: 'The shared access',
  OBJECT_EXTENSION: 'The file name extension',
  OBJECT_KEY: 'The object key',
  OBJECT_LAST_MODIFIED_DATE: 'The last change',
  OBJECT_SIZE: 'The size',
};

/** The words between a property and its values. */
const COMPARATORS: Readonly<Record<Exclude<Comparator, 'UNRECOGNIZED'>, string>> = {
  CONTAINS: 'contains',
  EQ: 'is',
  GT: 'is greater than',
  GTE: 'is at least',
  LT: 'is less than',
  LTE: 'is at most',
  NE: 'is not',
  STARTS_WITH: 'starts with',
};

/** Times are not less or greater. */
const TIME_COMPARATORS: typeof COMPARATORS = {
  ...COMPARATORS,
  GT: 'is after',
  GTE: 'is at or after',
  LT: 'is before',
  LTE: 'is at or before',
};

function simpleText({ key, awsKey, comparator, awsComparator, values }: Simple): string {
  const property =
    key == null || key === 'UNRECOGNIZED' ? `The unknown property ${spelled(awsKey)}` : KEYS[key];
  const words = key === 'OBJECT_LAST_MODIFIED_DATE' ? TIME_COMPARATORS : COMPARATORS;
  const texts = (values ?? []).map((value) => valueText(key, value));
  return `${property} ${comparison(words, comparator, awsComparator)} ${valuesText(texts)}`;
}

function comparison(
  words: typeof COMPARATORS,
  comparator: Comparator | null | undefined,
  awsComparator: string | null | undefined,
): string {
  return comparator == null || comparator === 'UNRECOGNIZED'
    ? `is compared by the unknown comparator ${spelled(awsComparator)} with`
    : words[comparator];
}

function tagOwner({ key, target, awsTarget }: NonNullable<ObjectTerm['tagScopeTerm']>): string {
  const owner =
    target == null || target === 'UNRECOGNIZED'
      ? `the unknown type of resource ${spelled(awsTarget)}`
      : 'the object';
  return key == null || key === 'TAG' ? owner : `${owner}, by the unknown property ${spelled(key)},`;
}

function tagText(owner: string, { comparator, awsComparator, tagValues }: Tagged): string {
  const texts = (tagValues ?? []).map(tagConditionText);
  if (comparator === 'EQ') return `A tag of ${owner} is ${valuesText(texts)}`;
  if (comparator === 'NE') return `No tag of ${owner} is ${valuesText(texts)}`;
  return `A tag of ${owner} ${comparison(COMPARATORS, comparator, awsComparator)} ${valuesText(texts)}`;
}

function tagConditionText({ key, value }: TagCondition): string {
  if (key == null && value == null) return 'any tag';
  if (key == null) return `any key with the value ${quoted(value ?? '')}`;
  return value == null ? `${quoted(key)} with any value` : `${quoted(key)} with the value ${quoted(value)}`;
}

/** The values of the properties that have a fixed set. */
const ACCESS: Readonly<Record<string, string>> = {
  PUBLIC: 'public',
  NOT_PUBLIC: 'not public',
  EXTERNAL: 'shared with others outside the organization',
  INTERNAL: 'shared within the organization',
  NOT_SHARED: 'not shared',
  UNKNOWN: 'unknown',
};

const NUMBERS = new Intl.NumberFormat('en');

function valueText(key: Key | null | undefined, value: string): string {
  switch (key) {
    case 'ACCOUNT_ID':
      return value;
    case 'S3_BUCKET_EFFECTIVE_PERMISSION':
    case 'S3_BUCKET_SHARED_ACCESS':
      return ACCESS[value] ?? quoted(value);
    case 'OBJECT_SIZE':
      return /^\d{1,15}$/.test(value) ? `${NUMBERS.format(Number(value))} bytes` : quoted(value);
    case 'OBJECT_LAST_MODIFIED_DATE':
      return timeText(value);
    case 'S3_BUCKET_NAME':
    case 'OBJECT_EXTENSION':
    case 'OBJECT_KEY':
    case 'UNRECOGNIZED':
    case null:
    case undefined:
      return quoted(value);
  }
}

function timeText(value: string): string {
  const time = new Date(value);
  return Number.isNaN(time.getTime())
    ? quoted(value)
    : `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const ALTERNATIVES = new Intl.ListFormat('en', { type: 'disjunction' });

function valuesText(texts: readonly string[]): string {
  return texts.length === 0 ? '(AWS states no value)' : ALTERNATIVES.format(texts);
}

function spelled(awsValue: string | null | undefined): string {
  return awsValue == null ? '(AWS states none)' : quoted(awsValue);
}

function quoted(value: string): string {
  return `“${value}”`;
}
