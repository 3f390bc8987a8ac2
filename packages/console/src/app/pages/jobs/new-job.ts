/** The input of a new classification job, made of the values of its form. */
import {
  entriesOf,
  optionalEntries,
  optionalText,
  trimmedTags,
  unlessEmpty,
  type TagRow,
} from '../../forms/form-values';

interface BucketRow {
  readonly accountId: string;
  readonly buckets: string;
}

/** A condition on buckets: a property, or TAG. */
export interface CriterionRow {
  readonly key: string;
  readonly comparator: string;
  readonly values: string;
}

export interface JobValues {
  readonly name: string;
  readonly description: string;
  readonly jobType: string;
  readonly scheduleFrequency: {
    readonly interval: string;
    readonly dayOfWeek: string;
    readonly dayOfMonth: string;
  };
  readonly initialRun: boolean;
  readonly bucketsBy: string;
  readonly buckets: {
    readonly bucketDefinitions: readonly BucketRow[];
    readonly bucketCriteria: {
      readonly includes: readonly CriterionRow[];
      readonly excludes: readonly CriterionRow[];
    };
  };
  readonly samplingPercentage: string;
  readonly managedDataIdentifierSelector: string;
  readonly managedDataIdentifierIds: string;
  readonly customDataIdentifierIds: string;
  readonly allowListIds: string;
  readonly tags: readonly TagRow[];
}

export const INITIAL_JOB: JobValues = {
  name: '',
  description: '',
  jobType: 'ONE_TIME',
  scheduleFrequency: { interval: 'DAILY', dayOfWeek: 'MONDAY', dayOfMonth: '1' },
  initialRun: false,
  bucketsBy: 'LIST',
  buckets: {
    bucketDefinitions: [{ accountId: '', buckets: '' }],
    bucketCriteria: { includes: [], excludes: [] },
  },
  samplingPercentage: '100',
  managedDataIdentifierSelector: 'RECOMMENDED',
  managedDataIdentifierIds: '',
  customDataIdentifierIds: '',
  allowListIds: '',
  tags: [],
};

/** True for the selections that name managed data identifiers. */
export const listsManaged = (selector: string): boolean => selector === 'EXCLUDE' || selector === 'INCLUDE';

export function jobInputOf(values: JobValues) {
  const { jobType, managedDataIdentifierSelector, samplingPercentage } = values;
  const isScheduled = jobType === 'SCHEDULED';
  return {
    name: values.name.trim(),
    description: optionalText(values.description),
    jobType,
    scheduleFrequency: isScheduled ? scheduleOf(values.scheduleFrequency) : undefined,
    initialRun: isScheduled ? values.initialRun : undefined,
    buckets: bucketsOf(values),
    samplingPercentage: wholeOf(samplingPercentage),
    managedDataIdentifierSelector,
    managedDataIdentifierIds: listsManaged(managedDataIdentifierSelector)
      ? optionalEntries(values.managedDataIdentifierIds)
      : undefined,
    customDataIdentifierIds: optionalEntries(values.customDataIdentifierIds),
    allowListIds: optionalEntries(values.allowListIds),
    tags: unlessEmpty(trimmedTags(values.tags)),
  };
}

/** The members of the input that the values of the form do not have, because a row holds either kind of condition. */
const INPUT_ONLY = new Set(['simpleCriterion', 'tagCriterion', 'daily', 'weekly', 'monthly']);

/** Returns the path in the values of the form, for a path in the input. */
export function locateInJob(path: readonly string[]): readonly string[] {
  return path
    .filter((segment) => !INPUT_ONLY.has(segment))
    .map((segment) => (segment === 'tagValues' ? 'values' : segment));
}

function scheduleOf({ interval, dayOfWeek, dayOfMonth }: JobValues['scheduleFrequency']) {
  if (interval === 'WEEKLY') return { weekly: { dayOfWeek } };
  if (interval === 'MONTHLY') return { monthly: { dayOfMonth: wholeOf(dayOfMonth) } };
  return { daily: true };
}

function bucketsOf({ bucketsBy, buckets: { bucketDefinitions, bucketCriteria } }: JobValues) {
  if (bucketsBy === 'LIST')
    return {
      bucketDefinitions: bucketDefinitions.map(({ accountId, buckets }) => ({
        accountId: accountId.trim(),
        buckets: entriesOf(buckets),
      })),
    };
  return {
    bucketCriteria: {
      includes: unlessEmpty(bucketCriteria.includes.map(criterionOf)),
      excludes: unlessEmpty(bucketCriteria.excludes.map(criterionOf)),
    },
  };
}

function criterionOf({ key, comparator, values }: CriterionRow) {
  const entries = entriesOf(values);
  if (key === 'TAG') return { tagCriterion: { comparator, tagValues: entries.map(tagConditionOf) } };
  return { simpleCriterion: { key, comparator, values: entries } };
}

/** "key=value", "key", or "=value". */
function tagConditionOf(entry: string) {
  const separator = entry.indexOf('=');
  if (separator === -1) return { key: entry };
  return { key: optionalText(entry.slice(0, separator)), value: entry.slice(separator + 1).trim() };
}

/** NaN for a text that is not a whole number; undefined for none. */
function wholeOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
