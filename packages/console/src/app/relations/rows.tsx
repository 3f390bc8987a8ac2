/** The rows of related resources: a link to the page of the resource, its status, and the facts that distinguish it. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { Link } from 'wouter';
import { AccountLink } from '../details/account-link';
import { Time } from '../components/time';
import { resourcePath, type ResourceType } from '../routing/paths';
import type { rows_account$key } from './__generated__/rows_account.graphql';
import type { rows_job$key } from './__generated__/rows_job.graphql';
import type { rows_member$key } from './__generated__/rows_member.graphql';
import type { rows_securityCase$key } from './__generated__/rows_securityCase.graphql';
import type { MemberAccountStatus } from './__generated__/rows_account.graphql';

interface ResourceLinkProps {
  readonly type: ResourceType;
  readonly id: string;
  readonly children: ReactNode;
}

function ResourceLink({ type, id, children }: ResourceLinkProps): ReactNode {
  return (
    <Anchor component={Link} href={resourcePath(type, id)} inherit>
      {children}
    </Anchor>
  );
}

export function JobRow({ job }: { readonly job: rows_job$key }): ReactNode {
  const { id, name, jobId, statusLabel, createdAt, target } = useFragment(
    graphql`
      fragment rows_job on ClassificationJob {
        id
        name
        jobId
        statusLabel
        createdAt
        target {
          name
        }
      }
    `,
    job,
  );
  return (
    <>
      <ResourceLink type="ClassificationJob" id={id}>
        {name ?? jobId}
      </ResourceLink>
      <span>{statusLabel}</span>
      <span>
        Created <Time value={createdAt} />
      </span>
      <span>{target.name}</span>
    </>
  );
}

export function CaseRow({ securityCase }: { readonly securityCase: rows_securityCase$key }): ReactNode {
  const { id, title, caseId, statusLabel, updatedAt, target } = useFragment(
    graphql`
      fragment rows_securityCase on SecurityCase {
        id
        title
        caseId
        statusLabel
        updatedAt
        target {
          name
        }
      }
    `,
    securityCase,
  );
  return (
    <>
      <ResourceLink type="SecurityCase" id={id}>
        {title ?? caseId}
      </ResourceLink>
      <span>{statusLabel}</span>
      <span>
        Updated <Time value={updatedAt} />
      </span>
      <span>{target.name}</span>
    </>
  );
}

export function MemberRow({ member }: { readonly member: rows_member$key }): ReactNode {
  const { id, accountId, email, statusLabel, target } = useFragment(
    graphql`
      fragment rows_member on MacieMember {
        id
        accountId
        email
        statusLabel
        target {
          name
        }
      }
    `,
    member,
  );
  return (
    <>
      <ResourceLink type="MacieMember" id={id}>
        {accountId} in {target.name}
      </ResourceLink>
      <span>{statusLabel}</span>
      {email != null && <span>{email}</span>}
    </>
  );
}

/** The memberships that have no status of a member. */
const MEMBERSHIPS: Readonly<Record<MemberAccountStatus, string>> = {
  MEMBER: 'A member',
  NOT_A_MEMBER: 'Not a member of Macie',
  UNKNOWN: 'Macie could not be read: whether it is a member is unknown',
};

export function AccountRow({ account }: { readonly account: rows_account$key }): ReactNode {
  const { accountId, status, member } = useFragment(
    graphql`
      fragment rows_account on MemberAccount {
        accountId
        status
        member {
          id
          email
          statusLabel
        }
      }
    `,
    account,
  );
  return (
    <>
      <AccountLink accountId={accountId} />
      <span>{member?.statusLabel ?? MEMBERSHIPS[status]}</span>
      {member?.email != null && <span>{member.email}</span>}
      {member != null && (
        <ResourceLink type="MacieMember" id={member.id}>
          Macie member<span className="console-visually-hidden"> {accountId}</span>
        </ResourceLink>
      )}
    </>
  );
}
