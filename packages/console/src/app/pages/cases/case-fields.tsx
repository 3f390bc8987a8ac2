/** The fields that the forms of security cases share. */
import type { ReactNode } from 'react';
import { ChoiceField, ListField, LongTextField, TextField, TimeField } from '../../forms/fields';
import { FormSection } from '../../forms/form-page';
import { CASE_RULE } from '../../forms/limits';
import { limitText } from '../../forms/rules';
import { RowsField } from '../../forms/rows-field';
import { recognizedOptions } from '../../forms/options';
import { ENGAGEMENT_TYPES } from './case-labels';

/** The labels of the fields. */
export const CASE_FIELD_LABELS = {
  title: 'Title',
  description: 'Description',
  engagementType: 'Engagement',
  resolverType: 'Resolver',
  reportedIncidentStartedAt: 'Incident started, as reported',
  actualIncidentStartedAt: 'Incident started, in fact',
  impactedAccounts: 'Impacted accounts',
  impactedServices: 'Impacted services',
  impactedAwsRegions: 'Impacted regions',
  watchers: 'Watchers',
  'watchers.*.email': 'Email address',
  'watchers.*.name': 'Name',
  'watchers.*.jobTitle': 'Job title',
  threatActorIpAddresses: 'Threat actor IP addresses',
  'threatActorIpAddresses.*.ipAddress': 'IP address',
  'threatActorIpAddresses.*.userAgent': 'User agent',
} as const;

const limit = (path: string) => limitText(CASE_RULE, path);

export const ENGAGEMENT_OPTIONS = recognizedOptions(ENGAGEMENT_TYPES);

export function IncidentFields({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <FormSection title="Incident">
      <TextField path="title" isRequired hint={limit('title')} />
      <LongTextField path="description" isRequired rows={6} hint={limit('description')} />
      <ChoiceField path="engagementType" isRequired options={ENGAGEMENT_OPTIONS} />
      {children}
      <TimeField path="reportedIncidentStartedAt" isRequired />
    </FormSection>
  );
}

export function ImpactFields(): ReactNode {
  return (
    <FormSection title="Impact">
      <ListField path="impactedAccounts" hint={`Ids of twelve digits. ${limit('impactedAccounts')}`} />
      <ListField path="impactedServices" hint={`Such as Amazon S3. ${limit('impactedServices')}`} />
      <ListField path="impactedAwsRegions" hint={`Such as us-east-1. ${limit('impactedAwsRegions')}`} />
    </FormSection>
  );
}

interface PeopleProps {
  /** The rows that the case already has: they can only be removed. */
  readonly isKept?: (list: 'watchers' | 'threatActorIpAddresses', index: number) => boolean;
}

export function PeopleFields({ isKept = () => false }: PeopleProps): ReactNode {
  return (
    <FormSection title="Watchers and threat actors">
      <RowsField
        path="watchers"
        noun="watcher"
        newRow={{ email: '', name: '', jobTitle: '' }}
        hint={`They get emails about the case. ${limit('watchers')}`}
      >
        {(path, index) => (
          <>
            <TextField
              path={`${path}.email`}
              isRequired
              inputMode="email"
              isFixed={isKept('watchers', index)}
            />
            <TextField path={`${path}.name`} isFixed={isKept('watchers', index)} />
            <TextField path={`${path}.jobTitle`} isFixed={isKept('watchers', index)} />
          </>
        )}
      </RowsField>
      <RowsField
        path="threatActorIpAddresses"
        noun="threat actor IP address"
        newRow={{ ipAddress: '', userAgent: '' }}
        hint={`IPv4, or IPv6 in upper case without ::. ${limit('threatActorIpAddresses')}`}
      >
        {(path, index) => (
          <>
            <TextField
              path={`${path}.ipAddress`}
              isRequired
              isFixed={isKept('threatActorIpAddresses', index)}
            />
            <TextField path={`${path}.userAgent`} isFixed={isKept('threatActorIpAddresses', index)} />
          </>
        )}
      </RowsField>
    </FormSection>
  );
}
