/** The page of a security case. */
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Copyable } from '../../components/copyable';
import { enumText } from '../../components/enum-text';
import { Time } from '../../components/time';
import { AccountLinks } from '../../details/account-link';
import { Details, Tags, TextLines, ValueList } from '../../details/details';
import classes from '../../details/details.module.css';
import { History } from '../../details/history/history';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { EditLinks } from '../../forms/edit-links';
import { CaseMembers } from '../../relations/case-members';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type { casePage_securityCase$key } from './__generated__/casePage_securityCase.graphql';
import type { casePageQuery } from './__generated__/casePageQuery.graphql';
import { CASE_ACTIONS } from './case-actions';
import { CASE_HISTORY } from './case-history';
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
        awsPendingAction
        resolverType
        awsResolverType
        engagementType
        awsEngagementType
        closureCode
        awsClosureCode
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
  const { id, title, caseId, status } = securityCase;
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
        <Transitions
          resource={securityCase}
          name={title ?? caseId}
          status={status}
          labels={CASE_TRANSITIONS}
          actions={CASE_ACTIONS}
          reload={reload}
        />
        <div className={classes.column}>
          <Details
            title="Incident"
            fieldErrors={fieldErrors}
            details={[
              { field: 'description', label: 'Description', value: securityCase.description },
              {
                field: 'pendingAction',
                label: 'Pending action',
                value: enumText(PENDING_ACTIONS, securityCase.pendingAction, securityCase.awsPendingAction),
              },
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
                value: <AccountLinks accountIds={securityCase.impactedAccounts} />,
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
                field: 'threatActorIpAddresses',
                label: 'Addresses of threat actors',
                value: (
                  <TextLines
                    lines={securityCase.threatActorIpAddresses?.map(({ ipAddress, userAgent }) =>
                      joined([ipAddress, userAgent]),
                    )}
                  />
                ),
              },
            ]}
          />
          <History id={id} status={status} words={CASE_HISTORY} />
          <CaseParts id={id} isClosed={status === 'CLOSED'} />
          <CaseMembers id={id} />
        </div>
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            {
              field: 'resolverType',
              label: 'Resolver',
              value: enumText(RESOLVER_TYPES, securityCase.resolverType, securityCase.awsResolverType),
            },
            {
              field: 'engagementType',
              label: 'Engagement',
              value: enumText(ENGAGEMENT_TYPES, securityCase.engagementType, securityCase.awsEngagementType),
            },
            {
              field: 'closureCode',
              label: 'Closed because',
              value: enumText(CLOSURE_CODES, securityCase.closureCode, securityCase.awsClosureCode),
            },
            { field: 'createdAt', label: 'Created', value: <Time value={securityCase.createdAt} /> },
            { field: 'updatedAt', label: 'Updated', value: <Time value={securityCase.updatedAt} /> },
            { field: 'closedAt', label: 'Closed', value: <Time value={securityCase.closedAt} /> },
            {
              field: 'watchers',
              label: 'Watchers',
              value: (
                <TextLines
                  lines={securityCase.watchers?.map(({ name, email, jobTitle }) =>
                    joined([name, jobTitle, email]),
                  )}
                />
              ),
            },
            { field: 'metadata', label: 'Metadata', value: <Tags tags={securityCase.metadata} /> },
            { field: 'caseId', label: 'Case id', value: <Copyable value={caseId} label="case id" /> },
            { field: 'arn', label: 'ARN', value: <Copyable value={securityCase.arn} label="ARN" /> },
            { field: 'tags', label: 'Tags', value: <Tags tags={securityCase.tags} /> },
          ]}
        />
      </div>
    </article>
  );
}

function joined(values: readonly (string | null | undefined)[]): string {
  return values.filter((value) => value != null && value !== '').join(', ');
}
