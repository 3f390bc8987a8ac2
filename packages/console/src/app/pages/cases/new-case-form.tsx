/** The form that creates a security case. */
import type { ReactNode } from 'react';
import { graphql } from 'react-relay';
import { ChoiceField } from '../../forms/fields';
import { FormPage, FormSection } from '../../forms/form-page';
import type { FormSpec } from '../../forms/form-spec';
import { entriesOf, optionalEntries, trimmedTags, unlessEmpty, type TagRow } from '../../forms/form-values';
import { CASE_RULE, MAX_CASE_TAGS } from '../../forms/limits';
import { fromLocalInput, utcText } from '../../forms/local-time';
import { recognizedOptions } from '../../forms/options';
import { linesOf, tagTexts } from '../../forms/review-lines';
import { TAG_LABELS, TagsRows } from '../../forms/tags-rows';
import { LIST_PATHS, LIST_TITLES } from '../../routing/paths';
import {
  CASE_FIELD_LABELS,
  ENGAGEMENT_OPTIONS,
  ImpactFields,
  IncidentFields,
  PeopleFields,
} from './case-fields';
import { RESOLVER_TYPES } from './case-labels';
import { entryText, toAddress, toWatcher, type AddressRow, type WatcherRow } from './case-rows';

interface Values {
  readonly title: string;
  readonly description: string;
  readonly engagementType: string;
  readonly resolverType: string;
  readonly reportedIncidentStartedAt: string;
  readonly impactedAccounts: string;
  readonly impactedServices: string;
  readonly impactedAwsRegions: string;
  readonly watchers: readonly WatcherRow[];
  readonly threatActorIpAddresses: readonly AddressRow[];
  readonly tags: readonly TagRow[];
}

const MUTATION = graphql`
  mutation newCaseFormMutation($input: CreateSecurityCaseInput!) {
    payload: createSecurityCase(input: $input) {
      ...actionMutation_payload
      resource: securityCase {
        id
      }
    }
  }
`;

const LABELS = { ...CASE_FIELD_LABELS, ...TAG_LABELS } as const;

const RESOLVER_OPTIONS = recognizedOptions(RESOLVER_TYPES);

const SPEC: FormSpec<Values> = {
  initial: {
    title: '',
    description: '',
    engagementType: '',
    resolverType: '',
    reportedIncidentStartedAt: '',
    impactedAccounts: '',
    impactedServices: '',
    impactedAwsRegions: '',
    watchers: [],
    threatActorIpAddresses: [],
    tags: [],
  },
  labels: LABELS,
  stepsOf: (values) => [
    {
      mutation: MUTATION,
      input: inputOf(values),
      rule: CASE_RULE,
      locate: (path) => path,
      takesClientToken: true,
    },
  ],
  review: (values) => {
    const input = inputOf(values);
    return linesOf(LABELS, {
      ...input,
      engagementType: ENGAGEMENT_OPTIONS[values.engagementType],
      resolverType: RESOLVER_OPTIONS[values.resolverType],
      reportedIncidentStartedAt: utcText(values.reportedIncidentStartedAt),
      watchers: input.watchers.map(entryText),
      threatActorIpAddresses: input.threatActorIpAddresses?.map(entryText),
      tags: tagTexts(input.tags),
    });
  },
};

function inputOf(values: Values) {
  return {
    title: values.title.trim(),
    description: values.description.trim(),
    engagementType: values.engagementType,
    resolverType: values.resolverType,
    reportedIncidentStartedAt: fromLocalInput(values.reportedIncidentStartedAt),
    impactedAccounts: entriesOf(values.impactedAccounts),
    impactedServices: optionalEntries(values.impactedServices),
    impactedAwsRegions: optionalEntries(values.impactedAwsRegions),
    watchers: values.watchers.map(toWatcher),
    threatActorIpAddresses: unlessEmpty(values.threatActorIpAddresses.map(toAddress)),
    tags: unlessEmpty(trimmedTags(values.tags)),
  };
}

export function NewCaseForm(): ReactNode {
  return (
    <FormPage
      title="Create a security case"
      parent={{ path: LIST_PATHS.SecurityCase, title: LIST_TITLES.SecurityCase }}
      type="SecurityCase"
      service="SECURITY_INCIDENT_RESPONSE"
      spec={SPEC}
      confirmLabel="Create the case"
      notes={['A case with the resolver AWS goes to the responders of AWS. The handover cannot be undone.']}
      success="The case was created."
    >
      {() => (
        <>
          <IncidentFields>
            <ChoiceField
              path="resolverType"
              isRequired
              options={RESOLVER_OPTIONS}
              hint="AWS: responders of AWS resolve the case. Self-managed: you resolve it."
            />
          </IncidentFields>
          <ImpactFields />
          <PeopleFields />
          <FormSection title="Tags">
            <TagsRows max={MAX_CASE_TAGS} hidesLabel />
          </FormSection>
        </>
      )}
    </FormPage>
  );
}
