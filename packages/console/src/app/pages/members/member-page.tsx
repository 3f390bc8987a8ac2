/** The page of a Macie member. */
import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Time } from '../../components/time';
import { Details, Tags } from '../../details/details';
import classes from '../../details/details.module.css';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { EditLinks } from '../../forms/edit-links';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type { memberPage_member$key } from './__generated__/memberPage_member.graphql';
import type { memberPageQuery } from './__generated__/memberPageQuery.graphql';
import { MEMBER_ACTIONS } from './member-actions';
import { MEMBER_TONES, MEMBER_TRANSITIONS } from './member-labels';

const NOUN = 'Macie member';

const QUERY = graphql`
  query memberPageQuery($id: ID!) {
    node(id: $id) {
      ...memberPage_member @alias(as: "member")
    }
  }
`;

/** @param id the global id of the resource */
export function MemberPage({ id }: { readonly id: string }): ReactNode {
  return (
    <QueryScreen<memberPageQuery>
      query={QUERY}
      variables={{ id }}
      subject={`the ${NOUN}`}
      failureLevel={1}
      fallback={<ResourceSkeleton noun={NOUN} />}
    >
      {(loaded) => <Member {...loaded} />}
    </QueryScreen>
  );
}

function Member({ queryRef, fieldErrors, reload, isReloading }: LoadedQuery<memberPageQuery>): ReactNode {
  const { node } = usePreloadedQuery<memberPageQuery>(QUERY, queryRef);
  const member = useFragment<memberPage_member$key>(
    graphql`
      fragment memberPage_member on MacieMember {
        id
        accountId
        status
        email
        administratorAccountId
        invitedAt
        updatedAt
        arn
        tags {
          key
          value
        }
        ...resourceHeader_resource
        ...transitions_resource
      }
    `,
    node?.member,
  );
  if (member == null) return <ResourceNotFound type="MacieMember" noun={NOUN} />;
  const { accountId, status } = member;
  return (
    <article className={classes.page}>
      <ResourceHeader
        type="MacieMember"
        name={accountId}
        tone={MEMBER_TONES[status]}
        resource={member}
        reload={reload}
        isReloading={isReloading}
      >
        <EditLinks type="MacieMember" id={member.id} links={{ tags: 'Edit tags' }} />
      </ResourceHeader>
      <div className={classes.columns}>
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            { field: 'email', label: 'Email address', value: member.email },
            { field: 'accountId', label: 'Account id', value: <Code>{member.accountId}</Code> },
            {
              field: 'administratorAccountId',
              label: 'Administrator',
              value: member.administratorAccountId && <Code>{member.administratorAccountId}</Code>,
            },
            { field: 'invitedAt', label: 'Invited', value: <Time value={member.invitedAt} /> },
            { field: 'updatedAt', label: 'Updated', value: <Time value={member.updatedAt} /> },
            { field: 'arn', label: 'ARN', value: member.arn && <Code>{member.arn}</Code> },
            { field: 'tags', label: 'Tags', value: <Tags tags={member.tags} /> },
          ]}
        />
        <Transitions
          resource={member}
          name={accountId}
          status={status}
          labels={MEMBER_TRANSITIONS}
          actions={MEMBER_ACTIONS}
          reload={reload}
        />
      </div>
    </article>
  );
}

/** DeleteMember removes the record; Macie has no status for that. */
