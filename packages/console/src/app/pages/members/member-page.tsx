/** The page of a Macie member. */
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Copyable } from '../../components/copyable';
import { Time } from '../../components/time';
import { AccountLink } from '../../details/account-link';
import { Details, Tags } from '../../details/details';
import classes from '../../details/details.module.css';
import { History } from '../../details/history/history';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { EditLinks } from '../../forms/edit-links';
import { MemberCases } from '../../relations/member-cases';
import { MemberJobs } from '../../relations/member-jobs';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type { memberPage_member$key } from './__generated__/memberPage_member.graphql';
import type { memberPageQuery } from './__generated__/memberPageQuery.graphql';
import { MEMBER_ACTIONS } from './member-actions';
import { MEMBER_HISTORY } from './member-history';
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
  const { id, accountId, status } = member;
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
        <Transitions
          resource={member}
          name={accountId}
          status={status}
          labels={MEMBER_TRANSITIONS}
          actions={MEMBER_ACTIONS}
          reload={reload}
        />
        <div className={classes.column}>
          <History id={id} status={status} words={MEMBER_HISTORY} />
          <MemberJobs id={id} />
          <MemberCases id={id} />
        </div>
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            { field: 'email', label: 'Email address', value: member.email },
            {
              field: 'accountId',
              label: 'Account',
              value: (
                <Copyable value={accountId} label="account id">
                  <AccountLink accountId={accountId} />
                </Copyable>
              ),
            },
            {
              field: 'administratorAccountId',
              label: 'Administrator',
              value: member.administratorAccountId && (
                <AccountLink accountId={member.administratorAccountId} />
              ),
            },
            { field: 'invitedAt', label: 'Invited', value: <Time value={member.invitedAt} /> },
            { field: 'updatedAt', label: 'Updated', value: <Time value={member.updatedAt} /> },
            { field: 'arn', label: 'ARN', value: <Copyable value={member.arn} label="ARN" /> },
            { field: 'tags', label: 'Tags', value: <Tags tags={member.tags} /> },
          ]}
        />
      </div>
    </article>
  );
}

/** DeleteMember removes the record; Macie has no status for that. */
