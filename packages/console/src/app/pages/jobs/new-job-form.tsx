/** The form that creates a classification job. */
import type { ReactNode } from 'react';
import { graphql } from 'react-relay';
import { CheckboxField, ChoiceField, ListField, RadioField, TextField } from '../../forms/fields';
import { FormPage, FormSection } from '../../forms/form-page';
import type { FormSpec } from '../../forms/form-spec';
import { JOB_RULE, MAX_MACIE_TAGS } from '../../forms/limits';
import { recognizedOptions } from '../../forms/options';
import { limitText } from '../../forms/rules';
import { linesOf, tagTexts } from '../../forms/review-lines';
import { TAG_LABELS, TagsRows } from '../../forms/tags-rows';
import { LIST_PATHS, LIST_TITLES } from '../../routing/paths';
import { BucketFields, BUCKET_LABELS } from './bucket-fields';
import { JOB_TYPES, MANAGED_IDENTIFIERS } from './job-labels';
import { INITIAL_JOB, jobInputOf, listsManaged, locateInJob, type JobValues } from './new-job';
import { bucketTexts, toSchedule } from './new-job-words';
import { DAYS, samplingText, scheduleText } from './schedule-words';

const MUTATION = graphql`
  mutation newJobFormMutation($input: CreateClassificationJobInput!) {
    payload: createClassificationJob(input: $input) {
      ...actionMutation_payload
      resource: classificationJob {
        id
      }
    }
  }
`;

const LABELS = {
  name: 'Name',
  description: 'Description',
  jobType: 'Type',
  scheduleFrequency: 'Schedule',
  'scheduleFrequency.interval': 'Runs',
  'scheduleFrequency.dayOfWeek': 'Day of the week',
  'scheduleFrequency.dayOfMonth': 'Day of the month',
  initialRun: 'Analyze all existing objects at the start',
  ...BUCKET_LABELS,
  samplingPercentage: 'Sampling, in percent',
  managedDataIdentifierSelector: 'Managed data identifiers',
  managedDataIdentifierIds: 'Ids of managed data identifiers',
  customDataIdentifierIds: 'Ids of custom data identifiers',
  allowListIds: 'Ids of allow lists',
  ...TAG_LABELS,
} as const;

const INTERVALS = { DAILY: 'Every day', WEEKLY: 'Every week', MONTHLY: 'Every month' } as const;

const WEEKDAYS = recognizedOptions(DAYS);

const SELECTORS = recognizedOptions(MANAGED_IDENTIFIERS);

const SPEC: FormSpec<JobValues> = {
  initial: INITIAL_JOB,
  labels: LABELS,
  stepsOf: (values) => [
    {
      mutation: MUTATION,
      input: jobInputOf(values),
      rule: JOB_RULE,
      locate: locateInJob,
      takesClientToken: true,
    },
  ],
  review: (values) => {
    const input = jobInputOf(values);
    return linesOf(
      { ...LABELS, samplingPercentage: 'Sampling' },
      {
        name: input.name,
        description: input.description,
        scheduleFrequency: scheduleText(toSchedule(values)) ?? undefined,
        initialRun: input.initialRun === undefined ? undefined : input.initialRun ? 'Yes' : 'No',
        'buckets.bucketDefinitions': bucketTexts(input.buckets),
        samplingPercentage: samplingText(input.samplingPercentage) ?? undefined,
        managedDataIdentifierSelector: SELECTORS[input.managedDataIdentifierSelector],
        managedDataIdentifierIds: input.managedDataIdentifierIds,
        customDataIdentifierIds: input.customDataIdentifierIds,
        allowListIds: input.allowListIds,
        tags: tagTexts(input.tags),
      },
    );
  },
};

export function NewJobForm(): ReactNode {
  return (
    <FormPage
      title="Create a classification job"
      parent={{ path: LIST_PATHS.ClassificationJob, title: LIST_TITLES.ClassificationJob }}
      type="ClassificationJob"
      service="MACIE"
      spec={SPEC}
      confirmLabel="Create the job"
      notes={[
        'Macie starts the job by itself, and bills the analyzed data.',
        'After it is created, only its status and its tags can change.',
      ]}
      success="The classification job was created."
    >
      {(values) => (
        <>
          <FormSection title="Job">
            <TextField path="name" isRequired hint={limitText(JOB_RULE, 'name')} />
            <TextField path="description" hint={limitText(JOB_RULE, 'description')} />
            <RadioField path="jobType" options={recognizedOptions(JOB_TYPES)} />
            {values.jobType === 'SCHEDULED' && <ScheduleFields {...values.scheduleFrequency} />}
          </FormSection>
          <BucketFields {...values} />
          <FormSection title="Analysis">
            <TextField
              path="samplingPercentage"
              inputMode="numeric"
              hint={`The share of the eligible objects to analyze: ${limitText(JOB_RULE, 'samplingPercentage')}`}
            />
            <ChoiceField path="managedDataIdentifierSelector" isRequired options={SELECTORS} />
            {listsManaged(values.managedDataIdentifierSelector) && (
              <ListField path="managedDataIdentifierIds" isRequired hint="Such as CREDIT_CARD_NUMBER." />
            )}
            <ListField
              path="customDataIdentifierIds"
              isRequired={values.managedDataIdentifierSelector === 'NONE'}
            />
            <ListField path="allowListIds" />
          </FormSection>
          <FormSection title="Tags">
            <TagsRows max={MAX_MACIE_TAGS} hidesLabel />
          </FormSection>
        </>
      )}
    </FormPage>
  );
}

function ScheduleFields({ interval }: JobValues['scheduleFrequency']): ReactNode {
  return (
    <>
      <ChoiceField path="scheduleFrequency.interval" isRequired options={INTERVALS} />
      {interval === 'WEEKLY' && (
        <ChoiceField path="scheduleFrequency.dayOfWeek" isRequired options={WEEKDAYS} />
      )}
      {interval === 'MONTHLY' && (
        <TextField
          path="scheduleFrequency.dayOfMonth"
          isRequired
          inputMode="numeric"
          hint={`${limitText(JOB_RULE, 'scheduleFrequency.monthly.dayOfMonth')} The job does not run in months without that day.`}
        />
      )}
      <CheckboxField path="initialRun" hint="Otherwise the first run analyzes only newer objects." />
    </>
  );
}
