/** The page of a security case. */
import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Time } from '../../components/time';
import { Details, Tags, TextList, ValueList } from '../../details/details';
import classes from '../../details/details.module.css';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { EditLinks } from '../../forms/edit-links';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type {
  casePage_securityCase$data,
  casePage_securityCase$key,
} from './__generated__/casePage_securityCase.graphql';
import type { casePageQuery } from './__generated__/casePageQuery.graphql';
import { CASE_ACTIONS } from './case-actions';
import {
  CASE_TONES,
  CASE_TRANSITIONS,
  CLOSURE_CODES,
  ENGAGEMENT_TYPES,
  PENDING_ACTIONS,
  RESOLVER_TYPES,
} from './case-labels';
import { CaseParts } from './parts/case-parts';

const NOUN = 'security case';

const QUERY = graphql`
  query casePageQuery($id: ID!) {
    node(id: $id) {
      ...casePage_securityCase @alias(as: "securityCase")
    }
  }
`;

/** @param id the global id of the resource */
export function CasePage({ id }: { readonly id: string }): ReactNode {
  return (
    <QueryScreen<casePageQuery>
      query={QUERY}
      variables={{ id }}
      subject={`the ${NOUN}`}
      failureLevel={1}
      fallback={<ResourceSkeleton noun={NOUN} />}
    >
      {(loaded) => <Case {...loaded} />}
    </QueryScreen>
  );
}

function Case({ queryRef, fieldErrors, reload, isReloading }: LoadedQuery<casePageQuery>): ReactNode {
  const { node } = usePreloadedQuery<casePageQuery>(QUERY, queryRef);
  const securityCase = useFragment<casePage_securityCase$key>(
    graphql`
      fragment casePage_securityCase on SecurityCase {
        id
        caseId
        title
        status
        description
        pendingAction
        resolverType
        engagementType
        closureCode
        createdAt
        updatedAt
        closedAt
        reportedIncidentStartedAt
        actualIncidentStartedAt
        impactedAccounts
        impactedServices
        impactedAwsRegions
        watchers {
          email
          name
          jobTitle
        }
        threatActorIpAddresses {
          ipAddress
          userAgent
        }
        metadata {
          key
          value
        }
        arn
        tags {
          key
          value
        }
        ...resourceHeader_resource
        ...transitions_resource
      }
    `,
    node?.securityCase,
  );
  if (securityCase == null) return <ResourceNotFound type="SecurityCase" noun={NOUN} />;
  const { title, caseId, status } = securityCase;
  return (
    <article className={classes.page}>
      <ResourceHeader
        type="SecurityCase"
        name={title ?? caseId}
        tone={CASE_TONES[status]}
        resource={securityCase}
        reload={reload}
        isReloading={isReloading}
      >
        <EditLinks
          type="SecurityCase"
          id={securityCase.id}
          links={{ edit: 'Edit the case', tags: 'Edit tags' }}
        />
      </ResourceHeader>
      <div className={classes.columns}>
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            { field: 'description', label: 'Description', value: securityCase.description },
            {
              field: 'pendingAction',
              label: 'Pending action',
              value: securityCase.pendingAction && PENDING_ACTIONS[securityCase.pendingAction],
            },
            {
              field: 'resolverType',
              label: 'Resolver',
              value: securityCase.resolverType && RESOLVER_TYPES[securityCase.resolverType],
            },
            {
              field: 'engagementType',
              label: 'Engagement',
              value: securityCase.engagementType && ENGAGEMENT_TYPES[securityCase.engagementType],
            },
            {
              field: 'closureCode',
              label: 'Closed because',
              value: securityCase.closureCode && CLOSURE_CODES[securityCase.closureCode],
            },
            { field: 'createdAt', label: 'Created', value: <Time value={securityCase.createdAt} /> },
            { field: 'updatedAt', label: 'Updated', value: <Time value={securityCase.updatedAt} /> },
            { field: 'closedAt', label: 'Closed', value: <Time value={securityCase.closedAt} /> },
            {
              field: 'reportedIncidentStartedAt',
              label: 'Incident started, as reported',
              value: <Time value={securityCase.reportedIncidentStartedAt} />,
            },
            {
              field: 'actualIncidentStartedAt',
              label: 'Incident started, in fact',
              value: <Time value={securityCase.actualIncidentStartedAt} />,
            },
            {
              field: 'impactedAccounts',
              label: 'Impacted accounts',
              value: <ValueList values={securityCase.impactedAccounts} />,
            },
            {
              field: 'impactedServices',
              label: 'Impacted services',
              value: <ValueList values={securityCase.impactedServices} />,
            },
            {
              field: 'impactedAwsRegions',
              label: 'Impacted regions',
              value: <ValueList values={securityCase.impactedAwsRegions} />,
            },
            {
              field: 'watchers',
              label: 'Watchers',
              value: <TextList texts={securityCase.watchers?.map(watcherText)} />,
            },
            {
              field: 'threatActorIpAddresses',
              label: 'Threat actor IP addresses',
              value: <TextList texts={securityCase.threatActorIpAddresses?.map(addressText)} />,
            },
            {
              field: 'metadata',
              label: 'Metadata',
              value: <Tags tags={securityCase.metadata} />,
            },
            { field: 'caseId', label: 'Case id', value: <Code>{securityCase.caseId}</Code> },
            { field: 'arn', label: 'ARN', value: securityCase.arn && <Code>{securityCase.arn}</Code> },
            { field: 'tags', label: 'Tags', value: <Tags tags={securityCase.tags} /> },
          ]}
        />
        <Transitions
          resource={securityCase}
          name={title ?? caseId}
          status={status}
          labels={CASE_TRANSITIONS}
          actions={CASE_ACTIONS}
          reload={reload}
        />
      </div>
      <CaseParts id={securityCase.id} isClosed={status === 'CLOSED'} />
    </article>
  );
}

type Case = casePage_securityCase$data;

function watcherText({ email, name, jobTitle }: NonNullable<Case['watchers']>[number]): string {
  const about = [name, jobTitle].filter((text) => text != null).join(', ');
  return about === '' ? (email ?? '') : `${email ?? ''} (${about})`;
}

function addressText({ ipAddress, userAgent }: NonNullable<Case['threatActorIpAddresses']>[number]): string {
  return userAgent == null ? (ipAddress ?? '') : `${ipAddress ?? ''}, user agent ${userAgent}`;
}
